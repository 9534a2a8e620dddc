import { addWorkingDays } from '../../domain/calendar';
import type { ContactPoint } from '../../domain/cases/contents';
import type { CaseKind } from '../../domain/cases/kinds';
import { may } from '../../domain/roles';
import type { FieldError, Form, Values } from '../../forms/form';
import { codesOf } from '../../forms/form';
import type { CasePage } from '../../register/cases';
import type { OpenedCase, PersonClues, SimilarCase } from '../../register/intake';
import type { ReceivedComplaint } from '../../register/received';
import type { SignedIn } from '../auth/signed-in';
import type { Answers } from '../forms/fill';
import { fill } from '../forms/fill';
import { choicesOf } from '../forms/options';
import { londonDay } from '../presentation/dates';
import type { Services } from '../services';
import { isMatter, loggingForm } from './logging-form';
import { list, openingOf, text } from './opening';
import { partsOf } from './parts';
import { receivedForm, saidByItself } from './received-form';
import { settingAtLogging } from './setting';

export interface Logging {
  readonly kind: CaseKind;
  readonly token: string;
  readonly answers: Answers;
  /** Id of somebody on record, or `new`; absent: not asked yet. */
  readonly person?: string;
  /** The case it is opened from: the same person, where that is about one, and a link between the two. */
  readonly from?: CasePage;
  /** What came through the complaint form, where it is that. */
  readonly received?: ReceivedComplaint;
}

export type Logged =
  /** `started`: the process is under way; otherwise it begins as soon as the engine is back. */
  | {
      readonly status: 'opened';
      readonly opened: OpenedCase;
      readonly started: boolean;
      /** Every case that was opened, this one first. */
      readonly references: readonly string[];
    }
  /** Nothing is stored yet: is it one of these people? */
  | { readonly status: 'similar'; readonly cases: readonly SimilarCase[] }
  | { readonly status: 'invalid'; readonly errors: readonly FieldError[] };

/**
 * Logs a request, or opens a matter. Those who work on cases are first asked whether it is somebody known; others
 * only hand in, and learn nothing about who is on record.
 */
export async function logRequest(services: Services, viewer: SignedIn, logging: Logging): Promise<Logged> {
  const { register, now } = services;
  const { kind, person, from, received } = logging;
  const form = received ? receivedForm() : loggingForm(kind);
  const setting = settingAtLogging(services, viewer);
  const choices = await choicesOf(form, register, { viewer, page: from ?? null });
  const answers = received ? { ...logging.answers, ...saidByItself(received) } : logging.answers;
  const filled = fill(form, answers, { choices, now: now(), setting });
  if (!filled.ok) return { status: 'invalid', errors: filled.errors };
  const { values } = filled;
  const late = unexplainedDelay(services, viewer, form, values);
  if (late) return { status: 'invalid', errors: [late] };
  const nobody = await nobodyLeft(services, viewer, values);
  if (nobody) return { status: 'invalid', errors: [nobody] };
  const unknown = await unknownCases(services, viewer, form, values);
  if (unknown.length > 0) return { status: 'invalid', errors: unknown };

  const known = isMatter(kind) || from?.subject != null || person !== undefined;
  if (!known && may(viewer.roles, 'case.log')) {
    const cases = await register.intake.similar(viewer, cluesOf(values));
    if (cases.length > 0) return { status: 'similar', cases };
  }
  const codes = { ...codesOf(form, values), ...form.derive?.(values, setting) };
  const today = londonDay(now());
  const opening = openingOf({
    viewer,
    kind,
    submissionId: logging.token,
    values,
    codes,
    today,
    person,
    from,
    received: received?.id,
    known: await contactsOnRecord(services, viewer, logging, values),
  });
  const opened = await register.intake.open(opening);
  const references = [opened.reference];
  for (const part of partsOf(opening, opened, values)) {
    const { reference } = await register.intake.open(part);
    await startCase(services, reference);
    references.push(reference);
  }
  return { status: 'opened', opened, references, started: await startCase(services, opened.reference) };
}

/** What is on record of whoever asks: of the case it was opened from, or of the person who was picked. */
async function contactsOnRecord(
  { register }: Services,
  viewer: SignedIn,
  { person, from }: Logging,
  { requester }: Values,
): Promise<readonly ContactPoint[]> {
  if (from?.subject) return from.requester?.contents.contacts ?? [];
  if (person === undefined || person === 'new' || (requester ?? 'self') !== 'self') return [];
  return (await register.people.find(viewer, person))?.contents.contacts ?? [];
}

/** A case that the form names is one that the viewer may see; of others it is not said whether they exist. */
async function unknownCases(
  { register }: Services,
  viewer: SignedIn,
  { fields }: Form,
  values: Values,
): Promise<FieldError[]> {
  const named = fields.filter(({ kind, name }) => kind === 'reference' && values[name] !== undefined);
  const found = await Promise.all(named.map(({ name }) => register.cases.page(viewer, String(values[name]))));
  return named.flatMap(({ name }, index) =>
    found[index]
      ? []
      : [{ field: name, message: `There is no case ${String(values[name])} that you may see.` }],
  );
}

/** A case that is kept to some staff is kept to somebody who can work on it. */
async function nobodyLeft(
  { register }: Services,
  { organisationId }: SignedIn,
  { keptTo, keptFrom }: Values,
): Promise<FieldError | null> {
  if (list(keptTo).length === 0) return null;
  const named = list(keptTo).filter((id) => !list(keptFrom).includes(id));
  const colleagues = await register.staff.colleagues(organisationId);
  return colleagues.some(({ id, roles }) => named.includes(id) && may(roles, 'document.decide'))
    ? null
    : {
        field: 'keptTo',
        message: 'Name somebody who can work on it as well: a handler, a governance officer or the DPO.',
      };
}

/** A day lost before logging is said, because the clock has run meanwhile. */
function unexplainedDelay(
  { register, now }: Services,
  viewer: SignedIn,
  { fields }: Form,
  { receivedOn, backdatedReason }: Values,
): FieldError | null {
  if (receivedOn === undefined || !fields.some(({ name }) => name === 'backdatedReason')) return null;
  const { nation } = register.organisations.get(viewer.organisationId);
  const late = addWorkingDays(String(receivedOn), 1, nation) < londonDay(now());
  return late && !backdatedReason
    ? {
        field: 'backdatedReason',
        message: 'It was received more than a working day ago: say why it was not logged then.',
      }
    : null;
}

const cluesOf = (values: Values): PersonClues => ({
  name: text(values.subjectName),
  dateOfBirth: text(values.dateOfBirth),
  email: values.requester === 'self' ? text(values.contactEmail) : undefined,
  reference: text(values.reference),
});

/** The case is on record whether or not the engine answers: the next action on it, or recovery, starts it. */
export async function startCase({ register, gateway, log }: Services, reference: string): Promise<boolean> {
  const begin = await register.cases.start(reference);
  if (!begin) return false;
  try {
    await gateway.startCase(begin);
    return true;
  } catch {
    log.warn({ reference }, 'the process could not be started yet');
    return false;
  }
}
