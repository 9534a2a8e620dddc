import { createHash, randomUUID } from 'node:crypto';
import { answersThePerson } from '../domain/cases/definition';
import type { CaseKind } from '../domain/cases/kinds';
import type { LetterNeed, StepKey } from '../domain/cases/process';
import { definitionOf } from '../domain/cases/registry';
import { may } from '../domain/roles';
import type { Instant } from '../domain/clock/types';
import type { Context } from './context';
import { bytes, isTaken } from './database';
import { RegisterError } from './errors';
import type { Letter as LetterRow } from './generated/client';
import { instant, instantColumn, instantOrNull } from './instants';
import { recordContent } from './recorder/content-events';
import type { DataKey } from './sealing/data-key';
import { caseKey } from './sealing/keyring';
import type { Viewer } from './viewer';
import { readableBy } from './visibility';

export type LetterState =
  'draft' | 'checked' | 'sending' | 'to-post' | 'given' | 'undeliverable' | 'returned';

/** What is kept sealed of a letter: the words as they go, and to whom. */
export interface LetterContents {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Lines of the address block. */
  readonly addressee: readonly string[];
  /** E-mail address it goes to, if it goes that way. */
  readonly to?: string;
  /** Contact point of the person it goes to. */
  readonly contactId?: string;
  /** Free parts as edited, by name. */
  readonly parts: { readonly [name: string]: string };
  /** The case whose answer shall carry this one. */
  readonly together?: string;
}

export interface Letter {
  readonly id: string;
  readonly reference: string;
  readonly step: StepKey;
  readonly letter: string;
  readonly template: string;
  readonly templateHash: string;
  readonly state: LetterState;
  readonly need: LetterNeed | null;
  /** email, post, link, portal, collection, read-aloud, together, not-sent */
  readonly way: string | null;
  readonly messageId: string | null;
  readonly preparedAt: Instant;
  readonly givenAt: Instant | null;
  readonly returnedAt: Instant | null;
  /** The answer to another request in which it travels, and when that was given. */
  readonly carriedBy: { readonly reference: string; readonly givenAt: Instant | null } | null;
  /** SHA-256 of subject, HTML and text as last stored, in hexadecimal. */
  readonly sha256: string;
}

/** An answer that travelled inside a letter of another case. */
export type CarriedLetter = Pick<Letter, 'reference' | 'step'>;

export interface OpenLetter extends Letter {
  readonly contents: LetterContents;
}

export interface LetterDraft {
  readonly reference: string;
  /** Business key: a step's letter is made once. */
  readonly step: StepKey;
  readonly letter: string;
  readonly template: string;
  readonly templateHash: string;
  readonly contents: LetterContents;
  readonly need: LetterNeed | null;
}

/** What changes; what is absent stays. Contents cannot change once the letter is on its way. */
export interface LetterChange {
  readonly state?: LetterState;
  readonly need?: LetterNeed | null;
  readonly way?: string;
  readonly messageId?: string;
  readonly givenAt?: Instant;
  readonly returnedAt?: Instant;
  /** Id of the letter in which it travels, or null where it goes by itself after all. */
  readonly carriedById?: string | null;
  readonly contents?: LetterContents;
  readonly templateHash?: string;
}

export interface Letters {
  /** For effects: makes the step's letter, or answers the one that exists. */
  prepare(draft: LetterDraft): Promise<OpenLetter>;
  /** For effects: the step's letter, or null. */
  ofStep(reference: string, step: StepKey): Promise<OpenLetter | null>;
  /** For effects. Throws `not-found`; `wrong-state` for new contents of a letter that is on its way or given. */
  change(letterId: string, change: LetterChange): Promise<OpenLetter>;
  /**
   * For effects: finished answers to other requests of the same person that wait to travel inside this letter of the
   * case; none inside a letter that answers nothing. What the law requires of each is in it already.
   */
  waitingFor(reference: string, letter: string): Promise<OpenLetter[]>;
  /** Null for a case that does not exist for this viewer. */
  list(viewer: Viewer, reference: string): Promise<Letter[] | null>;
  /** Answers of other cases that were given inside the letter of this step, of those the viewer may see. */
  carriedBy(viewer: Viewer, reference: string, step: StepKey): Promise<CarriedLetter[]>;
  /**
   * Whom each letter of a case is addressed to, by the letter's id. Empty for viewers who may not see people, and once
   * the case's key is destroyed.
   */
  addressees(viewer: Viewer, reference: string): Promise<ReadonlyMap<string, string>>;
  /** Opens a letter as it went and records the view; null for what this viewer may not see. */
  show(viewer: Viewer, letterId: string): Promise<OpenLetter | null>;
}

/** Once a letter is on its way its words stand. */
const changeable: readonly LetterState[] = ['draft', 'checked', 'undeliverable'];

export function createLetters(context: Context): Letters {
  return {
    prepare: (draft) => prepare(context, draft),
    ofStep: (reference, step) => ofStep(context, reference, step),
    change: (letterId, change) => changeLetter(context, letterId, change),
    waitingFor: (reference, letter) => waitingFor(context, reference, letter),
    list: (viewer, reference) => list(context, viewer, reference),
    carriedBy: (viewer, reference, step) => carriedBy(context, viewer, reference, step),
    addressees: (viewer, reference) => addressees(context, viewer, reference),
    show: (viewer, letterId) => show(context, viewer, letterId),
  };
}

type Row = LetterRow & {
  case: { reference: string };
  carriedBy: { givenAt: Date | null; case: { reference: string } } | null;
};
const itsCase = { case: { select: { reference: true } } } as const;
const withCase = { ...itsCase, carriedBy: { select: { givenAt: true, ...itsCase } } } as const;

async function prepare(context: Context, draft: LetterDraft): Promise<OpenLetter> {
  const { db, keyring, now } = context;
  const { reference, step, letter, template, templateHash, contents, need } = draft;
  const before = await ofStep(context, reference, step);
  if (before) return before;
  const found = await db.case.findUnique({ where: { reference } });
  if (!found) throw new RegisterError('not-found', `There is no case ${reference}.`);
  const id = randomUUID();
  const key = await keyring.load(db, caseKey(found.id));
  const what = {
    id,
    caseId: found.id,
    step,
    letter,
    template,
    templateHash,
    need,
    state: 'draft',
    preparedAt: now(),
  };
  try {
    const data = { ...what, sealed: key.sealJson(contents, place(id)), hash: bytes(hashOf(contents)) };
    return await opened(context, await db.letter.create({ data, include: withCase }));
  } catch (error) {
    const meanwhile = isTaken(error) ? await ofStep(context, reference, step) : null;
    if (!meanwhile) throw error;
    return meanwhile;
  }
}

async function ofStep(context: Context, reference: string, step: StepKey): Promise<OpenLetter | null> {
  const row = await context.db.letter.findFirst({ where: { step, case: { reference } }, include: withCase });
  return row && opened(context, row);
}

async function waitingFor(context: Context, reference: string, letter: string): Promise<OpenLetter[]> {
  const found = await context.db.case.findUnique({ where: { reference } });
  if (!found?.requesterId || found.restricted) return [];
  if (!answersThePerson(definitionOf(found.kind as CaseKind), letter)) return [];
  const { id, organisationId, requesterId } = found;
  const rows = await context.db.letter.findMany({
    where: {
      need: 'together',
      case: { id: { not: id }, organisationId, requesterId, restricted: false, closedAt: null },
    },
    orderBy: { preparedAt: 'asc' },
    include: withCase,
  });
  const waiting = await Promise.all(rows.map((row) => opened(context, row)));
  return waiting.filter(({ contents }) => contents.together === reference);
}

async function changeLetter(context: Context, id: string, change: LetterChange): Promise<OpenLetter> {
  const { contents, givenAt, returnedAt, ...codes } = change;
  return context.db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM letter WHERE id = ${id}::uuid FOR UPDATE`;
    const row = await tx.letter.findUnique({ where: { id }, include: withCase });
    if (!row) throw new RegisterError('not-found', 'There is no such letter.');
    if (contents && !changeable.includes(row.state as LetterState)) {
      throw new RegisterError(
        'wrong-state',
        'The letter is on its way already: its words can no longer change.',
      );
    }
    const key = await context.keyring.load(tx, caseKey(row.caseId));
    const words = contents && { sealed: key.sealJson(contents, place(id)), hash: bytes(hashOf(contents)) };
    const times = {
      ...(givenAt && { givenAt: instantColumn(givenAt) }),
      ...(returnedAt && { returnedAt: instantColumn(returnedAt) }),
    };
    const changed = await tx.letter.update({
      where: { id },
      data: { ...codes, ...times, ...words },
      include: withCase,
    });
    return open(changed, key);
  });
}

async function carriedBy(
  { db }: Context,
  viewer: Viewer,
  reference: string,
  step: StepKey,
): Promise<CarriedLetter[]> {
  const rows = await db.letter.findMany({
    where: {
      ...{ state: 'given', way: 'together', carriedBy: { step, case: { reference } } },
      case: readableBy(viewer, 'letter.view'),
    },
    orderBy: { preparedAt: 'asc' },
    select: { step: true, ...itsCase },
  });
  return rows.map((row) => ({ reference: row.case.reference, step: row.step }));
}

async function list({ db }: Context, viewer: Viewer, reference: string): Promise<Letter[] | null> {
  const found = await db.case.findFirst({
    where: { AND: [{ reference }, readableBy(viewer, 'letter.view')] },
  });
  if (!found) return null;
  const rows = await db.letter.findMany({
    where: { caseId: found.id },
    orderBy: { preparedAt: 'asc' },
    include: withCase,
  });
  return rows.map(letterOf);
}

async function addressees(
  { db, keyring }: Context,
  viewer: Viewer,
  reference: string,
): Promise<ReadonlyMap<string, string>> {
  if (!may(viewer.roles, 'person.view')) return new Map();
  const rows = await db.letter.findMany({
    where: { case: { AND: [{ reference }, readableBy(viewer, 'letter.view')] } },
    select: { id: true, caseId: true, sealed: true },
  });
  const caseId = rows[0]?.caseId;
  if (caseId === undefined) return new Map();
  const key = (await keyring.loadMany(db, [caseKey(caseId)])).get(caseKey(caseId));
  if (!key) return new Map();
  return new Map(
    rows.flatMap(({ id, sealed }) => {
      const [name] = key.openJson<LetterContents>(sealed, place(id)).addressee;
      return name ? [[id, name] as const] : [];
    }),
  );
}

async function show(context: Context, viewer: Viewer, letterId: string): Promise<OpenLetter | null> {
  const { db, now } = context;
  const row = await db.letter.findFirst({
    where: { id: letterId, case: readableBy(viewer, 'letter.view') },
    include: withCase,
  });
  if (!row) return null;
  const letter = await opened(context, row);
  const data = { letter: row.letter, id: letterId };
  const event = { type: 'letter-viewed', actorId: viewer.staffId, data, at: now() } as const;
  await db.$transaction((tx) => recordContent(tx, row.case.reference, [event]));
  return letter;
}

const place = (id: string): string => `letter/${id}/sealed`;

/** Over what the addressee reads. */
function hashOf({ subject, html, text }: LetterContents): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([subject, html, text]))
    .digest();
}

async function opened({ db, keyring }: Context, row: Row): Promise<OpenLetter> {
  return open(row, await keyring.load(db, caseKey(row.caseId)));
}

function open(row: Row, key: DataKey): OpenLetter {
  return { ...letterOf(row), contents: key.openJson<LetterContents>(row.sealed, place(row.id)) };
}

function letterOf(row: Row): Letter {
  const { id, step, letter, template, templateHash, way, messageId } = row;
  return {
    ...{ id, reference: row.case.reference, step, letter, template, templateHash, way, messageId },
    ...{
      state: row.state as LetterState,
      need: row.need as LetterNeed | null,
      preparedAt: instant(row.preparedAt),
    },
    ...{ givenAt: instantOrNull(row.givenAt), returnedAt: instantOrNull(row.returnedAt) },
    carriedBy: row.carriedBy && {
      reference: row.carriedBy.case.reference,
      givenAt: instantOrNull(row.carriedBy.givenAt),
    },
    sha256: Buffer.from(row.hash ?? []).toString('hex'),
  };
}
