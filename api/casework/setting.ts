import { itemsTask } from '../../domain/cases/items';
import type { CaseFacts } from '../../domain/cases/process';
import { elementOf } from '../../domain/cases/process';
import { definitionOf } from '../../domain/cases/registry';
import type { Instant } from '../../domain/clock/types';
import type { Setting, Values } from '../../forms/form';
import type { OpenSubmission } from '../../register/submissions';
import type { Viewer } from '../../register/viewer';
import type { Services } from '../services';

/** A case as far as the rules of its forms look at it. */
export interface SettingOf {
  readonly reference: string;
  readonly facts: CaseFacts;
  /** Null for a data holder, who does not see it, and while the clock does not run. */
  readonly dueAt: Instant | null;
  readonly requests?: Setting['requests'];
}

/**
 * What the record and the profile know, once for a submission, so that a form's rules and derived codes need ask
 * nobody. It leans on the record itself, not on what this viewer may read of it.
 */
export async function settingIn(
  { register, now }: Pick<Services, 'register' | 'now'>,
  viewer: Viewer,
  { reference, facts, dueAt, requests }: SettingOf,
): Promise<Setting> {
  const [written, letters, deciders, deadlines] = await Promise.all([
    register.submissions.ofCase(reference),
    register.letters.list(viewer, reference),
    register.documents.deciders(reference),
    register.cases.deadlines(viewer, reference),
  ]);
  const items = itemsTask(definitionOf(facts.kind));
  return {
    now: now().toISOString(),
    profile: register.organisations.get(facts.organisation),
    ...{ facts, dueAt, requests, staffId: viewer.staffId, standsInFor: viewer.standsInFor },
    legalDue: (timer) => deadlines?.find((one) => one.timer === timer)?.statutoryDue ?? null,
    doneBy: (element) => [
      ...written.flatMap((one) => (finishes(one, element) && one.actorId ? [one.actorId] : [])),
      ...(element === items ? deciders : []),
    ],
    said: (...forms) => valuesOf(written.findLast(({ form }) => forms.includes(form))),
    every: (form) => written.filter((one) => one.form === form).map(valuesOf),
    givenAt: (letter) =>
      letters?.findLast((one) => one.letter === letter && one.state !== 'returned' && one.givenAt !== null)
        ?.givenAt ?? null,
  };
}

/** While a case is being logged nothing is known of it yet. */
export function settingAtLogging(
  { register, now }: Pick<Services, 'register' | 'now'>,
  { staffId, organisationId }: Viewer,
): Setting {
  return {
    now: now().toISOString(),
    profile: register.organisations.get(organisationId),
    ...{ facts: null, dueAt: null, staffId },
    doneBy: () => [],
    said: () => ({}),
    every: () => [],
    givenAt: () => null,
  };
}

/** A person's part in a letter has the letter's element, and finishes no task of that name. */
const finishes = ({ action, step, form }: OpenSubmission, element: string): boolean =>
  action === 'complete' && step !== null && elementOf(step) === element && !form.startsWith('letter-');

const valuesOf = (one: OpenSubmission | undefined): Values =>
  one ? ({ ...one.codes, ...one.personal } as Values) : {};
