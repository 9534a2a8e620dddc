import { londonDate } from '../../domain/calendar';
import { backDatingRefusal, UNPROVED_WORKING_DAYS } from '../../domain/cases/back-dating';
import type { CaseKind } from '../../domain/cases/kinds';
import type { IsoDate } from '../../domain/clock/types';
import type { Field, FieldError, Form, Values } from '../../forms/form';
import type { Register } from '../../register';
import type { TaskPage } from '../../register/cases';
import type { SignedIn } from '../auth/signed-in';
import { londonDay } from '../presentation/dates';
import type { Services } from '../services';
import { isMatter } from './logging-form';

const evidence: Field = {
  name: 'backdatedEvidence',
  label: 'What shows that date?',
  hint: `Needed where it is more than ${UNPROVED_WORKING_DAYS} working days back; then the governance officer or the DPO records it.`,
  kind: 'textarea',
  personal: true,
  optional: true,
  rows: 2,
  max: 2000,
};

/** Of a person's request, a civil date of effect; moments of an incident are often learned later. */
function effectiveDate(kind: CaseKind, form: Form): Field | undefined {
  const field = form.fields.find(({ name }) => name === form.effective);
  return field?.kind === 'date' && !isMatter(kind) ? field : undefined;
}

/** The form with what shows its date of effect, where it has one. */
export const withEvidenceOfDate = (kind: CaseKind, form: Form): Form =>
  effectiveDate(kind, form) ? { ...form, fields: [...form.fields, evidence] } : form;

/** What speaks against the date on which this is said to have taken effect, at its field; null where nothing does. */
export async function backDated(
  { register, now }: Pick<Services, 'register' | 'now'>,
  viewer: SignedIn,
  task: TaskPage,
  { form, values }: { readonly form: Form; readonly values: Values },
): Promise<FieldError | null> {
  const field = effectiveDate(task.kind, form);
  const on = field && values[field.name];
  if (!field || typeof on !== 'string') return null;
  const refusal = backDatingRefusal({
    on,
    earliest: await earliestOf(register, viewer, task),
    today: londonDay(now()),
    nation: register.organisations.get(viewer.organisationId).nation,
    roles: viewer.roles,
    proved: Boolean(values[evidence.name]),
    isLetter: task.need !== null,
  });
  return refusal && { field: refusal.at === 'date' ? field.name : evidence.name, message: refusal.message };
}

/**
 * A letter is not posted before it is prepared. A task may follow a letter that was given days before that was
 * recorded: it waits since the letter was given.
 */
async function earliestOf(
  register: Register,
  viewer: SignedIn,
  { reference, step, need, openedAt }: TaskPage,
): Promise<IsoDate> {
  const opened = londonDate(openedAt);
  if (need) {
    const letter = await register.letters.ofStep(reference, step);
    return letter ? londonDate(letter.preparedAt) : opened;
  }
  const given = ((await register.letters.list(viewer, reference)) ?? []).flatMap(
    ({ givenAt }) => givenAt ?? [],
  );
  const last = given
    .map((at) => londonDate(at))
    .sort()
    .at(-1);
  return last !== undefined && last < opened ? last : opened;
}
