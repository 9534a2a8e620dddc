import type { CaseKind } from '../../domain/cases/kinds';
import { answersThePerson } from '../../domain/cases/definition';
import { definitionOf } from '../../domain/cases/registry';
import type { Instant } from '../../domain/clock/types';
import type { Field, Form, Values } from '../../forms/form';
import { withAnotherAnswer } from '../../forms/letters';
import { taskForm } from '../../forms/registry';
import type { Register } from '../../register';
import type { CasePage, TaskRow } from '../../register/cases';
import type { Letter, OpenLetter } from '../../register/letters';
import type { Viewer } from '../../register/viewer';
import { withEvidenceOfDate } from './back-dating';
import { keptWith } from './kept-letter';
import { withHomesChecked } from './shared-home';

/** Name of the field that holds a letter's free part. */
export const partField = (part: string): string => `part-${part}`;

/**
 * The form that finishes a task. A letter to be checked brings its free parts along; a task that somebody else should
 * do asks whoever may do it all the same for the reason; one that took effect on another day asks what shows it. `page` is null for whoever does not see the case.
 */
export function formOfTask(
  { kind, element, need }: Pick<TaskRow, 'kind' | 'element' | 'need'>,
  page: Pick<CasePage, 'links'> | null,
): Form {
  const form = withEvidenceOfDate(kind, taskForm(kind, element, need));
  if (need === null)
    return withHomesChecked(
      { kind, element },
      checksOthersWork(kind, element) ? withOverrideReason(form) : form,
    );
  if (need !== 'check') return form;
  const { freeParts = {}, optionalParts = [] } = definitionOf(kind).letters[element] ?? {};
  const fields = Object.entries(freeParts).map(([name, label]): Field => ({
    name: partField(name),
    label,
    kind: 'textarea',
    personal: true,
    rows: 6,
    max: 10_000,
    optional: optionalParts.includes(name),
  }));
  const together =
    answersThePerson(definitionOf(kind), element) && page?.links.some((link) => link.answersTogether);
  const check = together ? withAnotherAnswer(form) : form;
  return { ...check, fields: [...fields, ...check.fields] };
}

function checksOthersWork(kind: CaseKind, element: string): boolean {
  const { notBy = [], adviceFrom = [] } = definitionOf(kind).tasks[element] ?? {};
  return notBy.length + adviceFrom.length > 0;
}

const overrideReason: Field = {
  name: 'overrideReason',
  label: 'You had a part in what is decided here: why may you do this too?',
  hint: 'Only where the organisation’s profile allows it',
  kind: 'textarea',
  personal: true,
  optional: true,
  rows: 2,
  max: 2000,
};

const withOverrideReason = (form: Form): Form =>
  form.fields.some(({ name }) => name === overrideReason.name)
    ? form
    : { ...form, fields: [...form.fields, overrideReason] };

/** The letter that a task is about, opened; null for other tasks. */
export async function letterOfTask(
  register: Register,
  viewer: Viewer,
  task: TaskRow,
): Promise<OpenLetter | null> {
  if (!task.need) return null;
  return letterWhere(register, viewer, task.reference, ({ step }) => step === task.step);
}

/** A letter that came back, and whom it was addressed to where the viewer may know. */
export interface CameBack {
  readonly id: string;
  readonly title: string;
  readonly addressee: string | null;
  readonly returnedAt: Instant | null;
}

/** The letter that a task gives another way; null for other tasks, and for whoever may not read letters. */
export async function cameBack(
  register: Register,
  viewer: Viewer,
  { reference, kind, element, item }: TaskRow,
): Promise<CameBack | null> {
  if (element !== 'send-again' || item === null) return null;
  const letter = (await register.letters.list(viewer, reference))?.find(({ step }) => step === item);
  if (!letter) return null;
  const { id, returnedAt } = letter;
  const names = await register.letters.addressees(viewer, reference);
  const title = definitionOf(kind).letters[letter.letter]?.title ?? letter.letter;
  return { id, title, returnedAt, addressee: names.get(id) ?? null };
}

/** The response that went as a protected link: its code is given by whoever hands the copy over. */
export async function handedOver(register: Register, viewer: Viewer, { element, reference }: TaskRow) {
  if (element !== 'deliver') return null;
  const letter = await letterWhere(
    register,
    viewer,
    reference,
    (one) => one.letter === 'respond' && one.way === 'link',
  );
  return letter ? (keptWith(letter).link ?? null) : null;
}

async function letterWhere(
  register: Register,
  viewer: Viewer,
  reference: string,
  suits: (letter: Letter) => boolean,
): Promise<OpenLetter | null> {
  const letters = (await register.letters.list(viewer, reference)) ?? [];
  const letter = letters.findLast(suits);
  return letter ? register.letters.show(viewer, letter.id) : null;
}

/** What the draft says already, to begin from. */
export const startingValues = (letter: OpenLetter | null): Values =>
  Object.fromEntries(
    Object.entries(letter?.contents.parts ?? {})
      .filter(([, text]) => text !== '')
      .map(([name, text]) => [partField(name), text]),
  );
