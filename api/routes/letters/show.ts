import type { Request, Response } from 'express';
import { definitionOf } from '../../../domain/cases/registry';
import { may } from '../../../domain/roles';
import type { CasePage } from '../../../register/cases';
import type { Letter } from '../../../register/letters';
import { viewerOf } from '../../auth/signed-in';
import { keptWith } from '../../casework/kept-letter';
import { openCase } from '../../casework/open-case';
import { inlineHeaders } from '../../documents/preview';
import { NotFound } from '../../errors';
import { caseHeader } from '../../presentation/case-header';
import { dateTime, effectiveText } from '../../presentation/dates';
import type { Services } from '../../services';
import { hasGone, stateTag, wayText } from './words';

type Params = { reference: string; id: string };

const titleOf = (page: CasePage, { letter }: Letter): string =>
  definitionOf(page.kind).letters[letter]?.title ?? letter;

/** All letters of a case, newest first. */
export function getLetters(services: Services) {
  return async (req: Request<{ reference: string }>, res: Response): Promise<void> => {
    const { viewer, page } = await openCase(services, req);
    const letters = (await services.register.letters.list(viewer, page.reference)) ?? [];
    const names = await services.register.letters.addressees(viewer, page.reference);
    const newestFirst = [...letters].sort((a, b) => b.preparedAt.localeCompare(a.preparedAt));
    res.render('letters/list', {
      header: caseHeader(services, viewer, page, 'letters'),
      named: names.size > 0,
      letters: newestFirst.map((one) => ({
        ...one,
        addressee: names.get(one.id) ?? '',
        title: titleOf(page, one),
        state: stateTag(one.state),
        way: wayText(one.way),
      })),
    });
  };
}

/** One letter: where it stands, and its words in a frame of their own. */
export function getLetter(services: Services) {
  return async (req: Request<Params>, res: Response): Promise<void> => {
    const { viewer, page } = await openCase(services, req);
    const letter = await letterOf(services, req);
    const task = page.tasks.find(
      ({ step, state, need }) => step === letter.step && state === 'open' && need !== null,
    );
    res.render('letters/letter', {
      header: caseHeader(services, viewer, page, 'letters'),
      letter: {
        id: letter.id,
        title: titleOf(page, letter),
        sent: hasGone(letter.state),
        task: task?.refusal === null ? task.id : null,
        taskTitle: task?.title,
      },
      facts: factsOf(letter, await addresseeOf(services, req, letter)),
      code: await codeOf(services, req, letter),
    });
  };
}

/** A letter that went as a protected link keeps its code, for staff to give another way. */
async function codeOf({ register }: Services, req: Request, { id, way }: Letter): Promise<string | null> {
  if (way !== 'link' || !may(viewerOf(req).roles, 'document.add')) return null;
  const opened = await register.letters.show(viewerOf(req), id);
  return (opened && keptWith(opened).link?.code) ?? null;
}

/** The words alone, exactly as stored: nothing in them runs or loads. Opening them is recorded. */
export function getLetterContent(services: Services) {
  return async (req: Request<Params>, res: Response): Promise<void> => {
    const { id } = await letterOf(services, req);
    const opened = await services.register.letters.show(viewerOf(req), id);
    if (!opened) throw new NotFound();
    res.set(inlineHeaders('text/html; charset=utf-8')).send(opened.contents.html);
  };
}

/** A letter is reached through its own case only. */
async function letterOf({ register }: Services, req: Request<Params>): Promise<Letter> {
  const letters = await register.letters.list(viewerOf(req), req.params.reference);
  const letter = letters?.find(({ id }) => id === req.params.id);
  if (!letter) throw new NotFound();
  return letter;
}

async function addresseeOf({ register }: Services, req: Request, { id, reference }: Letter): Promise<string> {
  return (await register.letters.addressees(viewerOf(req), reference)).get(id) ?? '';
}

function factsOf(letter: Letter, addressee: string): object[] {
  const facts: [string, string][] = [
    ['To', addressee],
    ['State', stateTag(letter.state).text],
    ['Prepared', dateTime(letter.preparedAt)],
    ['Given', letter.givenAt === null ? '' : `${effectiveText(letter.givenAt)}, ${wayText(letter.way)}`],
    ['Came back on', letter.returnedAt === null ? '' : effectiveText(letter.returnedAt)],
    ['Fingerprint (SHA-256)', letter.sha256],
    ['Template version', letter.templateHash],
  ];
  return facts
    .filter(([, value]) => value !== '')
    .map(([key, value]) => ({ key: { text: key }, value: { text: value } }));
}
