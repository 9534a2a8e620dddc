import { randomUUID } from 'node:crypto';
import { londonDate, workingDaysBetween } from '../../domain/calendar';
import { definitionOf } from '../../domain/cases/registry';
import type { ClockEvent, IsoDate } from '../../domain/clock/types';
import type { Profile } from '../../domain/organisation/profile';
import type { Context } from '../context';
import type { Tx } from '../database';
import { isTaken, json } from '../database';
import { RegisterError } from '../errors';
import { civil, dateColumn, instant } from '../instants';
import type { CaseOpening, Nobody, OpenedCase } from '../intake';
import {
  besidesOf,
  clockColumns,
  computeClock,
  keepDeadlines,
  standingOnly,
  timersAtOpening,
} from '../recorder/clock';
import type { LogEntry } from '../recorder/log';
import { append } from '../recorder/log';
import { nextPoint } from '../recorder/next-point';
import type { DataKey } from '../sealing/data-key';
import { caseKey } from '../sealing/keyring';
import { settleReceived } from '../received';
import { keepTitleTokens } from '../search/titles';
import { sealSubmission } from '../submissions/store';
import type { Viewer } from '../viewer';
import { askingOf } from './asking';
import { factsOf } from './facts';
import { keepStanding, linkToOrigin, originOf } from './origin';
import { nextReference } from './reference';

type Opening = CaseOpening<Viewer | Nobody>;

/** Opens a case whole, or finds the one that this submission opened before. */
export async function openCase(context: Context, opening: Opening): Promise<OpenedCase> {
  const before = await openedBefore(context, opening);
  if (before) return before;
  try {
    return await context.db.$transaction((tx) => write(context, tx, opening));
  } catch (error) {
    const meanwhile = isTaken(error) ? await openedBefore(context, opening) : null;
    if (!meanwhile) throw error;
    return meanwhile;
  }
}

async function openedBefore(
  context: Context,
  { submissionId, viewer, kind }: Opening,
): Promise<OpenedCase | null> {
  const submission = await context.db.submission.findUnique({ where: { id: submissionId } });
  if (!submission) return null;
  const found =
    submission.organisationId === viewer.organisationId && submission.form === FORM && submission.caseId
      ? await context.db.case.findUnique({ where: { id: submission.caseId } })
      : null;
  if (!found || found.kind !== kind) {
    throw new RegisterError(
      'id-used-before',
      'This form was used before for something else. Nothing was recorded now.',
    );
  }
  const { id: caseId, reference, subjectId, requesterId } = found;
  const warnings = lateness(
    civil(found.receivedOn),
    londonDate(instant(found.loggedAt)),
    context.organisations.get(found.organisationId),
  );
  return { caseId, reference, subjectId, requesterId, warnings, repeated: true };
}

const FORM = 'log-request';

async function write(context: Context, tx: Tx, opening: Opening): Promise<OpenedCase> {
  const { viewer, kind, receivedOn, contents } = opening;
  const profile = context.organisations.get(viewer.organisationId);
  const loggedAt = context.now();
  const today = londonDate(instant(loggedAt));
  if (receivedOn > today)
    throw new RegisterError(
      'invalid',
      'The request cannot have been received in the future. Nothing was recorded.',
    );
  const caseId = randomUUID();
  const key = await context.keyring.create(tx, caseKey(caseId));
  // First of all: a second press of the same form waits here, and then finds this case.
  await keepSubmission(tx, opening, key, { caseId, loggedAt });
  const definition = definitionOf(kind);
  const matter = definition.about === 'matter';
  const asked = byStaff(opening) ? opening : null;
  if (!asked && !matter) throw new TypeError('What is about a person is opened by somebody.');
  const origin = asked && (await originOf(tx, asked));
  const asking = matter || !asked ? null : await askingOf(context, tx, asked, origin);
  if (matter && !contents.title)
    throw new RegisterError('invalid', 'Say what it is called. Nothing was recorded.');
  const facts = factsOf(profile, definition, opening, asking);
  const clock = definition.clock('log-request', opening.codes, matter ? instant(loggedAt) : receivedOn);
  const history: ClockEvent[] = [{ type: 'received', at: receivedOn }, ...standingOnly(clock)];
  const { deadlines, standing, escalating } = computeClock(
    { profile, definition, calendar: context.calendar },
    timersAtOpening(definition, facts),
    history,
    instant(loggedAt),
    besidesOf(definition, facts, () => ({}), history),
  );
  const reference = await nextReference(tx, definition.prefix, today.slice(0, 4));
  const opened = await tx.case.create({
    data: {
      ...{ id: caseId, reference, kind, organisationId: viewer.organisationId },
      ...{ processVersion: opening.processVersion, openedById: viewer.staffId },
      leadId: definition.led && !opening.unled ? viewer.staffId : null,
      ...{ controller: String(facts.controller), controllerRole: String(facts.controllerRole) },
      ...{ subjectId: asking?.subject.id ?? null, requesterId: asking?.requester.id ?? null },
      ...{ facts: json(facts), stage: definition.stages[0]?.stage ?? 'received' },
      ...{ sealed: key.sealJson(contents, `case/${caseId}/sealed`), receivedOn: dateColumn(receivedOn) },
      ...{ loggedAt, clockState: standing.state, extended: false },
    },
  });
  const restricted = await keepStanding(tx, caseId, opening, origin);
  if (origin && asked?.linkedTo)
    await linkToOrigin(tx, caseId, origin.id, asked.linkedTo, {
      linkedAt: loggedAt,
      linkedBy: asked.viewer.staffId,
    });
  if (asking) await tx.person.update({ where: { id: asking.subject.id }, data: { held: true } });
  if (matter) await keepTitleTokens(context, tx, opened, contents.title ?? '');
  const warnings = lateness(receivedOn, today, profile);
  const received =
    asked?.received === undefined
      ? null
      : await settleReceived(context, tx, { viewer: asked.viewer, id: asked.received }, { caseId, key });
  if (received && civil(received.receivedOn) !== receivedOn)
    throw new RegisterError('invalid', 'It was received on the day it was sent. Nothing was recorded.');
  const entry = {
    ...openingEntry(opening, warnings, loggedAt, received?.reference),
    clock: clock.length > 0 ? clock : null,
  };
  const sequence = await append(tx, opened, [entry], loggedAt);
  await keepDeadlines(tx, caseId, deadlines, loggedAt);
  const ahead = { standing, escalating };
  const next = await nextPoint(tx, { id: caseId, kind }, profile, ahead, instant(loggedAt));
  await tx.case.update({
    where: { id: caseId },
    data: {
      ...clockColumns(standing, deadlines),
      restricted,
      sequence,
      nextPoint: next?.point,
      nextPointAt: next?.at,
    },
  });
  const { subjectId, requesterId } = opened;
  return { caseId, reference, subjectId, requesterId, warnings, repeated: false };
}

const byStaff = (opening: Opening): opening is CaseOpening => opening.viewer.staffId !== null;

async function keepSubmission(
  tx: Tx,
  { submissionId: id, viewer, codes, typed }: Opening,
  key: DataKey,
  { caseId, loggedAt }: { readonly caseId: string; readonly loggedAt: Date },
): Promise<void> {
  const { organisationId, staffId: actorId, roles } = viewer;
  await tx.submission.create({
    data: {
      ...{ id, organisationId, caseId, actorId, actorRole: roles[0], form: FORM, action: FORM },
      ...{ codes: json(codes), sealed: sealSubmission(key, id, typed) },
      ...{ storedAt: loggedAt, state: 'handled', settledAt: loggedAt },
    },
  });
}

/** A gap between receipt and logging is the organisation's own lost time, and is shown. */
function lateness(receivedOn: IsoDate, loggedOn: IsoDate, { nation }: Profile): string[] {
  return workingDaysBetween(receivedOn, loggedOn, nation) > 1 ? ['logged-late'] : [];
}

function openingEntry(opening: Opening, warnings: readonly string[], at: Date, received?: string): LogEntry {
  const { submissionId, viewer, kind, receivedOn } = opening;
  return {
    ...{ key: submissionId, type: 'case-opened', submissionId, actorId: viewer.staffId },
    ...{ element: null, number: null, step: null, action: null, clock: null },
    data: { kind, receivedOn, warnings, ...(received !== undefined && { received }) },
    ...{ effectiveAt: dateColumn(receivedOn), decidedAt: at },
  };
}
