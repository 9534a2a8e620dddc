import type { LetterDraft } from '../../register/letters';
import type { RenderedLetter } from '../../templates/data';
import { EmptyPart } from '../../templates/helpers';
import type { Templates } from '../../templates/library';
import { MissingParagraph, previewLetter, renderLetter } from '../../templates/render';
import type { LetterData } from '../../templates/data';
import { hopeless } from '../failures';
import type { CaseFile } from './file';
import type { KeptContents } from './kept';

/** A draft as it is first stored: rendered, with what is still to be written marked. */
export function draftOf(templates: Templates, file: CaseFile, data: LetterData): LetterDraft {
  const { step, definition } = file;
  const rendered = orHopeless(() => previewLetter(templates, definition, data));
  const contents: KeptContents = {
    ...words(rendered),
    addressee: [],
    parts: data.parts,
    data,
    refused: [],
    why: null,
  };
  return {
    reference: step.reference,
    step: step.step,
    letter: step.element,
    template: definition.template,
    templateHash: rendered.templateHash,
    contents,
    need: definition.checked ? 'check' : null,
  };
}

/** The letter as it will go, or null where a free part that the law wants filled is empty. */
export function finished(templates: Templates, file: CaseFile, data: LetterData): RenderedLetter | null {
  try {
    return orHopeless(() => renderLetter(templates, file.definition, data));
  } catch (error) {
    if (error instanceof EmptyPart) return null;
    throw error;
  }
}

export const words = ({ subject, html, text }: RenderedLetter) => ({ subject, html, text });

/** A template that fails will fail again: somebody must mend it. What it failed on might be personal, so only a code goes on. */
export function orHopeless<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof EmptyPart) throw error;
    if (error instanceof MissingParagraph) throw hopeless('mandatory-paragraph-missing', error.message);
    throw hopeless('letter-not-made', 'The letter’s template could not be filled. Nothing was sent.');
  }
}
