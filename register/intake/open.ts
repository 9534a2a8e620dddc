import { randomUUID } from 'node:crypto';
import { londonDate, workingDaysBetween } from '../../domain/calendar';
import { definitionOf } from '../../domain/cases/registry';
import type { IsoDate } from '../../domain/clock/types';
import type { Profile } from '../../domain/organisation/profile';
import type { Context } from '../context';
import type { Tx } from '../database';
import { isTaken, json } from '../database';
import { RegisterError } from '../errors';
import { civil, dateColumn, instant } from '../instants';
import type { CaseOpening, OpenedCase, PersonGiven } from '../intake';
import type { PersonRecord } from '../people';
import { enrichPerson, insertPerson, openPeople } from '../people/store';
import { clockColumns, computeClock, keepDeadlines } from '../recorder/clock';
import { append } from '../recorder/log';
import { nextPoint } from '../recorder/next-point';
import { caseKey } from '../sealing/keyring';
import { sealSubmission } from '../submissions/store';
import { peopleVisibleTo } from '../visibility';
import { factsOf } from './facts';
import { nextReference } from './reference';

/** Opens a case whole, or finds the one that this submission opened before. */
export async function openCase(context: Context, opening: CaseOpening): Promise<OpenedCase> {
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
  { submissionId, viewer, kind }: CaseOpening,
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

async function write(context: Context, tx: Tx, opening: CaseOpening): Promise<OpenedCase> {
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
  await tx.submission.create({
    data: {
      ...{ id: opening.submissionId, organisationId: viewer.organisationId, caseId, actorId: viewer.staffId },
      ...{
        actorRole: viewer.roles[0],
        form: FORM,
        action: FORM,
        codes: json(opening.codes),
        storedAt: loggedAt,
      },
      ...{
        sealed: sealSubmission(key, opening.submissionId, opening.typed),
        state: 'handled',
        settledAt: loggedAt,
      },
    },
  });
  const subject = await personOf(context, tx, opening, opening.subject);
  const requester = opening.requester ? await personOf(context, tx, opening, opening.requester) : subject;
  const facts = factsOf(profile, opening, subject, requester);
  const definition = definitionOf(kind);
  const { deadlines, standing } = computeClock(
    { profile, definition, calendar: context.calendar },
    [{ type: 'received', at: receivedOn }],
    instant(loggedAt),
  );
  const reference = await nextReference(tx, definition.prefix, today.slice(0, 4));
  const opened = await tx.case.create({
    data: {
      ...{
        id: caseId,
        reference,
        kind,
        organisationId: viewer.organisationId,
        processVersion: opening.processVersion,
      },
      ...{
        controller: String(facts.controller),
        controllerRole: String(facts.controllerRole),
        facts: json(facts),
      },
      ...{
        subjectId: subject.id,
        requesterId: requester.id,
        stage: definition.stages[0]?.stage ?? 'received',
      },
      ...{
        sealed: key.sealJson(contents, `case/${caseId}/sealed`),
        receivedOn: dateColumn(receivedOn),
        loggedAt,
      },
      ...{ clockState: standing.state, extended: false, restricted: (opening.restrictedTo ?? []).length > 0 },
    },
  });
  await restrict(tx, caseId, opening.restrictedTo ?? []);
  if (opening.partOf) await linkToFirstPart(tx, caseId, opening.partOf, viewer, loggedAt);
  await tx.person.update({ where: { id: subject.id }, data: { held: true } });
  const warnings = lateness(receivedOn, today, profile);
  const sequence = await append(tx, opened, [openingEntry(opening, warnings, loggedAt)], loggedAt);
  await keepDeadlines(tx, caseId, deadlines, loggedAt);
  const next = await nextPoint(tx, { id: caseId, kind }, profile, standing, instant(loggedAt));
  await tx.case.update({
    where: { id: caseId },
    data: { ...clockColumns(standing), sequence, nextPoint: next?.point, nextPointAt: next?.at },
  });
  return { caseId, reference, subjectId: subject.id, requesterId: requester.id, warnings, repeated: false };
}

async function personOf(
  context: Context,
  tx: Tx,
  { viewer }: CaseOpening,
  given: PersonGiven,
): Promise<PersonRecord> {
  if ('fresh' in given) return insertPerson(context, tx, viewer.organisationId, given.fresh);
  const row = await tx.person.findFirst({ where: { id: given.existing, ...peopleVisibleTo(viewer) } });
  if (!row) throw new RegisterError('not-found', 'The person chosen is not on record. Nothing was recorded.');
  if (given.adding) return enrichPerson(context, tx, row.id, given.adding);
  const [known] = await openPeople(context, tx, [row]);
  return known as PersonRecord;
}

async function restrict(tx: Tx, caseId: string, named: readonly string[]): Promise<void> {
  await tx.caseStaff.createMany({ data: named.map((staffId) => ({ caseId, staffId, standing: 'named' })) });
}

/** A gap between receipt and logging is the organisation's own lost time, and is shown. */
function lateness(receivedOn: IsoDate, loggedOn: IsoDate, { nation }: Profile): string[] {
  return workingDaysBetween(receivedOn, loggedOn, nation) > 1 ? ['logged-late'] : [];
}

function openingEntry(
  opening: CaseOpening,
  warnings: readonly string[],
  at: Date,
): Parameters<typeof append>[2][number] {
  const { submissionId, viewer, kind, receivedOn } = opening;
  return {
    ...{ key: submissionId, type: 'case-opened', submissionId, actorId: viewer.staffId },
    ...{ element: null, number: null, step: null, action: null, clock: null },
    ...{ data: { kind, receivedOn, warnings }, effectiveAt: dateColumn(receivedOn), decidedAt: at },
  };
}

async function linkToFirstPart(
  tx: Tx,
  toId: string,
  reference: string,
  { organisationId, staffId }: CaseOpening['viewer'],
  linkedAt: Date,
): Promise<void> {
  const first = await tx.case.findFirst({ where: { reference, organisationId }, select: { id: true } });
  if (!first) throw new RegisterError('not-found', `There is no case ${reference}. Nothing was recorded.`);
  await tx.caseLink.create({
    data: { fromId: first.id, toId, relation: 'same-request', linkedAt, linkedBy: staffId },
  });
}
