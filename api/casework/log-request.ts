import { createHash, randomUUID } from 'node:crypto';
import { addWorkingDays } from '../../domain/calendar';
import type { ContactPoint } from '../../domain/cases/contents';
import type { CaseKind } from '../../domain/cases/kinds';
import type { FieldError, Form, Values } from '../../forms/form';
import { codesOf } from '../../forms/form';
import { logForm } from '../../forms/registry';
import { processes } from '../../processes/registry.generated';
import type { CaseOpening, OpenedCase, PersonClues, SimilarCase } from '../../register/intake';
import type { NewPerson } from '../../register/people';
import { may } from '../../domain/roles';
import type { SignedIn } from '../auth/signed-in';
import type { Answers } from '../forms/fill';
import { fill } from '../forms/fill';
import { choicesOf } from '../forms/options';
import { londonDay } from '../presentation/dates';
import type { Services } from '../services';

export interface Logging {
  readonly kind: CaseKind;
  readonly token: string;
  readonly answers: Answers;
  /** Id of somebody on record, or `new`; absent: not asked yet. */
  readonly person?: string;
}

export type Logged =
  /** `started`: the process is under way; otherwise it begins as soon as the engine is back. */
  | { readonly status: 'opened'; readonly opened: OpenedCase; readonly started: boolean }
  /** Nothing is stored yet: is it one of these people? */
  | { readonly status: 'similar'; readonly cases: readonly SimilarCase[] }
  | { readonly status: 'invalid'; readonly errors: readonly FieldError[] };

/**
 * Logs a request. Those who work on cases are first asked whether it is somebody known; others only hand in, and
 * learn nothing about who is on record.
 */
export async function logRequest(services: Services, viewer: SignedIn, logging: Logging): Promise<Logged> {
  const { register, now } = services;
  const form = logForm(logging.kind);
  const choices = await choicesOf(form, register, { viewer, page: null });
  const filled = fill(form, logging.answers, { choices, now: now() });
  if (!filled.ok) return { status: 'invalid', errors: filled.errors };
  const { values } = filled;
  const late = unexplainedDelay(services, viewer, values);
  if (late) return { status: 'invalid', errors: [late] };

  if (logging.person === undefined && may(viewer.roles, 'case.log')) {
    const cases = await register.intake.similar(viewer, cluesOf(values));
    if (cases.length > 0) return { status: 'similar', cases };
  }
  const opening = openingOf(viewer, form, values, logging);
  const opened = await register.intake.open(opening);
  for (const controller of list(values.otherControllers))
    if (controller !== opening.controller) await openPart(services, opening, opened, controller);
  return { status: 'opened', opened, started: await start(services, opened.reference) };
}

/** One request that spans two controllers is split: the other's part is a linked case with its own clock. */
async function openPart(
  services: Services,
  opening: CaseOpening,
  first: OpenedCase,
  controller: string,
): Promise<void> {
  const part = await services.register.intake.open({
    ...opening,
    submissionId: partId(opening.submissionId, controller),
    subject: { existing: first.subjectId },
    ...(opening.requester ? { requester: { existing: first.requesterId } } : {}),
    controller,
    partOf: first.reference,
  });
  await start(services, part.reference);
}

/** The same form pressed twice opens the same parts. */
function partId(token: string, controller: string): string {
  const hash = createHash('sha256').update(`${token}/${controller}`).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `4${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}

/** A day lost before logging is said, because the clock has run meanwhile. */
function unexplainedDelay({ register, now }: Services, viewer: SignedIn, values: Values): FieldError | null {
  const { nation } = register.organisations.get(viewer.organisationId);
  const received = String(values.receivedOn);
  const late = addWorkingDays(received, 1, nation) < londonDay(now());
  return late && !values.backdatedReason
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

function openingOf(
  viewer: SignedIn,
  form: Form,
  values: Values,
  { kind, token, person }: Logging,
): CaseOpening {
  const process = processes[kind];
  if (!process) throw new Error(`No process is drawn for ${kind}.`);
  const contacts = contactsOf(values);
  const forSelf = values.requester === 'self';
  const subject = subjectOf(values, forSelf ? contacts : []);
  return {
    submissionId: token,
    viewer,
    kind,
    processVersion: process.version,
    subject:
      person === undefined || person === 'new' ? { fresh: subject } : { existing: person, adding: subject },
    ...(forSelf ? {} : { requester: { fresh: requesterOf(values, contacts) } }),
    contents: {
      request: String(values.request),
      receivedBy: text(values.receivedBy),
      authority: text(values.authority),
      adjustments: text(values.adjustments),
      contactId: contacts[0]?.id,
    },
    receivedOn: String(values.receivedOn),
    controller: text(values.controller),
    codes: codesOf(form, values),
    typed: values,
  };
}

const subjectOf = (values: Values, contacts: readonly ContactPoint[]): NewPerson => ({
  personType: String(values.personType),
  contents: {
    name: String(values.subjectName),
    formerNames: [],
    dateOfBirth: text(values.dateOfBirth),
    contacts,
    references: values.reference === undefined ? [] : [String(values.reference)],
  },
  flags: list(values.flags),
});

const requesterOf = (values: Values, contacts: readonly ContactPoint[]): NewPerson => ({
  personType: String(values.personType),
  contents: { name: String(values.requesterName), formerNames: [], contacts, references: [] },
  flags: list(values.flags),
});

/** Given by the request itself, so not confirmed yet. */
function contactsOf(values: Values): ContactPoint[] {
  const given = (kind: ContactPoint['kind'], value: unknown): ContactPoint[] =>
    value === undefined
      ? []
      : [{ id: randomUUID(), kind, value: String(value), safety: 'unconfirmed', onFile: false }];
  return [...given('email', values.contactEmail), ...given('post', values.contactPost)];
}

/** The case is on record whether or not the engine answers: the next action on it, or recovery, starts it. */
async function start({ register, gateway, log }: Services, reference: string): Promise<boolean> {
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

const text = (value: Values[string]): string | undefined => (value === undefined ? undefined : String(value));
const list = (value: Values[string]): readonly string[] =>
  Array.isArray(value) ? (value as readonly string[]) : [];
