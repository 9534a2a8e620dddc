import { itemOf } from '../../domain/cases/process';
import { usesFromObjection } from '../../domain/cases/restriction/uses';
import { recordsOfType, recordsWithHits } from '../../domain/cases/subject-access/records';
import type { Field, Form, Row, Values } from '../../forms/form';
import type { Register } from '../../register';
import type { CasePage, TaskPage } from '../../register/cases';
import type { OpenLetter } from '../../register/letters';
import type { OpenSubmission } from '../../register/submissions';
import type { Viewer } from '../../register/viewer';
import { evidenceFor } from './evidence';
import { linkedStart } from './from-links';
import { oncePerPage } from './once-per-page';
import { recipientsOfPerson } from './recipients-of-person';
import type { Services } from '../services';
import { settingIn } from './setting';
import { startingValues } from './task-form';
import { oneLetterStart } from './together';

export interface StartingOf {
  readonly form: Form;
  readonly task: Pick<TaskPage, 'reference' | 'item'>;
  /** Null for a data holder, who sees the task and nothing else of its case. */
  readonly page: Pick<
    CasePage,
    'reference' | 'contents' | 'steps' | 'subject' | 'facts' | 'dueAt' | 'links'
  > | null;
  /** The letter that the task is about, opened. */
  readonly letter: OpenLetter | null;
}

/**
 * What a task's form shows to begin with: the letter's draft, or what was answered before on the form that it
 * starts from. Of that, somebody who may not read the case sees only what they wrote themselves. Nothing that is
 * to be confirmed is ticked beforehand. Where nothing was answered yet, what earlier searches found is suggested.
 */
export async function startingFor(
  services: Pick<Services, 'register' | 'now'>,
  viewer: Viewer,
  { form, task, page, letter }: StartingOf,
): Promise<Values> {
  const { register } = services;
  const suggested = await suggestedFor(register, viewer, form, page);
  const begun =
    form.begins && page?.contents ? form.begins(await settingIn(services, viewer, { ...page, ...task })) : {};
  if (form.begins && form.startFrom === undefined) return page?.contents ? { ...suggested, ...begun } : {};
  return { ...suggested, ...(await saidBefore(register, viewer, { form, task, page, letter })), ...begun };
}

async function saidBefore(
  register: Register,
  viewer: Viewer,
  { form, task, page, letter }: StartingOf,
): Promise<Values> {
  if (form.startFrom === undefined)
    return {
      ...{ ...startingValues(letter), ...evidenceFor(form, page)?.starting },
      ...{ ...oneLetterStart(form, page), ...linkedStart(form, page), ...proposedUse(form, task) },
    };
  const last = await lastSaid(register, form, task);
  if (!last || (!page?.contents && last.actorId !== viewer.staffId)) return linkedStart(form, page);
  const said = { ...last.codes, ...last.personal } as Values;
  const answered = form.fields
    .filter(({ name, kind }) => kind !== 'confirm' && said[name] !== undefined)
    .map(({ name }) => [name, said[name]]);
  return Object.fromEntries(answered) as Values;
}

/** The objection from which a case follows, with what would go on under a restriction as it was decided there (Art 18(2)). */
const decidedOnObjection = oncePerPage(async ({ submissions }, _viewer, { contents, links }: Suggested) => {
  const objection = links.find(({ kind }) => kind === 'objection');
  if (!contents || !objection) return null;
  const decided = (await submissions.ofCase(objection.reference, { form: 'decide-uses' })).at(-1);
  return decided ? { ...decided, reference: objection.reference } : null;
});

type Suggested = Pick<CasePage, 'reference' | 'contents' | 'subject' | 'facts' | 'links'>;

/** What the record suggests for fields that ask where this person's data is, who received it, or under which processing. */
export async function suggestedFor(
  register: Register,
  viewer: Viewer,
  form: Form,
  page: Suggested | null,
): Promise<Values> {
  if (!page) return {};
  const asked = form.fields.flatMap(({ name, suggest }) => (suggest ? [{ name, suggest }] : []));
  const found = await Promise.all(
    asked.map(
      async ({ name, suggest }) => [name, await suggestions[suggest](register, viewer, page)] as const,
    ),
  );
  return Object.fromEntries(found.filter(([, values]) => values.length > 0));
}

/** Processing records of people of this type, kept in systems where something of this person was found. */
async function recordsOf(
  register: Register,
  { reference, facts }: Pick<CasePage, 'reference' | 'facts'>,
): Promise<readonly string[]> {
  const [searches, documents] = await Promise.all([
    register.documents.searchesOf(reference),
    register.documents.ofCase(reference),
  ]);
  const theirs = recordsOfType(register.organisations.get(facts.organisation), String(facts.personType));
  const found = [
    ...searches.filter(({ state }) => state === 'found').map(({ system }) => system),
    ...documents.filter(({ purpose }) => purpose === 'found').map(({ system }) => system),
  ];
  return recordsWithHits(theirs, found).map(({ id }) => id);
}

type Suggesting = (
  register: Register,
  viewer: Viewer,
  page: Suggested,
) => Promise<string | readonly string[] | readonly Row[]>;

const suggestions: Readonly<Record<NonNullable<Field['suggest']>, Suggesting>> = {
  'systems-with-data': async ({ documents }, viewer, { subject }) =>
    subject ? documents.systemsWithData(viewer, subject.id) : [],
  'recipients-of-data': async (register, viewer, page) =>
    (await recipientsOfPerson(register, viewer, page)).flatMap(({ recipient, ofProfile }) =>
      ofProfile ? [recipient] : [],
    ),
  'other-recipients-of-data': async (register, viewer, page) =>
    (await recipientsOfPerson(register, viewer, page)).flatMap(({ recipient, ofProfile }) =>
      ofProfile ? [] : [{ name: recipient }],
    ),
  'uses-on-objection': async (register, viewer, page) =>
    usesFromObjection(
      [(await decidedOnObjection(register, viewer, page))?.codes.uses ?? []].flat().map(String),
    ),
  'reasons-on-objection': async (register, viewer, page) => {
    const decided = await decidedOnObjection(register, viewer, page);
    return decided ? `Decided in ${decided.reference}: ${String(decided.personal.reasons)}` : '';
  },
  'records-with-hits': (register, _viewer, page) => recordsOf(register, page),
};

/** A use that was proposed when the restriction was decided: the ground stands, and whether it is permitted is still to be said. */
const proposedUse = ({ id }: Form, { item }: StartingOf['task']): Values =>
  id === 'decide-use' && item ? { ground: item } : {};

async function lastSaid(register: Register, form: Form, task: StartingOf['task']) {
  const sources = [form.startFrom ?? []].flat();
  const earlier = await register.submissions.ofCase(task.reference);
  const candidates = sources.map((source) =>
    lastFor(
      earlier.filter((one) => one.form === source),
      source === form.id,
      task,
    ),
  );
  return earlier.findLast((one) => candidates.includes(one));
}

/** Of a repeated step the answers about the same item; another item's are no beginning for its own form. */
function lastFor(
  earlier: readonly OpenSubmission[],
  ofItself: boolean,
  { item }: StartingOf['task'],
): OpenSubmission | undefined {
  if (!item) return earlier.at(-1);
  const same = earlier.findLast(({ step }) => step !== null && itemOf(step) === item);
  return ofItself ? same : (same ?? earlier.at(-1));
}
