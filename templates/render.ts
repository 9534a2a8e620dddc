import type { LetterDefinition } from '../domain/cases/definition';
import type { LetterData, RenderedLetter } from './data';
import type { Templates } from './library';
import { mandatoryParagraphs } from './mandatory';
import { plainText, titleOf } from './text';

type Definition = Pick<LetterDefinition, 'template' | 'mandatory' | 'freeParts'>;

/** A paragraph that the law requires is not in the letter. */
export class MissingParagraph extends Error {
  override readonly name = 'MissingParagraph';

  constructor(
    readonly paragraph: string,
    readonly article: string,
  ) {
    super(`The letter lacks the paragraph “${paragraph}” (${article}). It was not sent: its template must be mended first.`);
  }
}

/**
 * The letter as it will be sent. Pure: the same templates and data give the same letter.
 * Throws `MissingParagraph` where the law requires what the template leaves out, `EmptyPart` where a free part
 * that the law wants filled is empty, and Handlebars' own error where a value is missing.
 */
export function renderLetter(templates: Templates, definition: Definition, data: LetterData): RenderedLetter {
  return render(templates, definition, { ...data, parts: partsOf(definition, data), draft: false });
}

/** The same as a draft for the person who checks it: an empty part is shown as still to be written. */
export function previewLetter(templates: Templates, definition: Definition, data: LetterData): RenderedLetter {
  return render(templates, definition, { ...data, parts: partsOf(definition, data), draft: true });
}

/** A short message: word to staff, or an e-mail that only carries a link. */
export function renderNotice(
  templates: Templates,
  template: string,
  data: Pick<LetterData, 'reference' | 'sender' | 'details'>,
): RenderedLetter {
  const html = templates.render(template, data).trim();
  return { subject: titleOf(html), html, text: plainText(html), templateHash: templates.hash(template) };
}

/** Every free part of the definition and no other. */
function partsOf(definition: Definition, data: LetterData): Record<string, string> {
  return Object.fromEntries(Object.keys(definition.freeParts).map((name) => [name, data.parts[name] ?? '']));
}

function render(templates: Templates, definition: Definition, data: LetterData & { draft: boolean }): RenderedLetter {
  const whole = { enclosed: [], ...data };
  const html = templates.render(definition.template, whole).trim();
  for (const [paragraph, article] of Object.entries(mandatoryParagraphs(definition, data))) {
    const wanted = templates.render(`partials/${paragraph}`, whole);
    if (wanted.trim() === '' || !html.includes(wanted)) throw new MissingParagraph(paragraph, article);
  }
  return { subject: titleOf(html), html, text: plainText(html), templateHash: templates.hash(definition.template) };
}
