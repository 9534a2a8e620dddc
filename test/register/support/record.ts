import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Codes, ProcessEvent, RecordAnswer } from '../../../domain/cases/process';
import { elementOf } from '../../../domain/cases/process';
import type { Role } from '../../../domain/roles';
import type { Register } from '../../../register';
import { createRegister } from '../../../register';
import type { CaseOpening, OpenedCase } from '../../../register/intake';
import { loadOrganisations } from '../../../register/organisations';
import type { NewPerson } from '../../../register/people';
import type { Viewer } from '../../../register/viewer';
import { freshDatabase } from '../../support/database';

export const NEW_PARK = 'new-park-village';
export const NOTTINGHAM = 'nottingham-city-homes';

/** Monday, with no holiday near. */
export const MONDAY = '2026-11-02';
export const noon = (date: string): string => `${date}T12:00:00.000Z`;

/** A case about a person. */
export type OpenedRequest = OpenedCase & { readonly subjectId: string; readonly requesterId: string };

/** A record on a real database of its own, with a clock that the test turns. */
export interface TestRecord {
  readonly register: Register;
  readonly url: string;
  readonly masterKey: Buffer;
  /** Turns the clock of the record. */
  turnTo(at: string): void;
  /** A member of staff with these roles, and systems if any. */
  member(roles: readonly Role[], systems?: readonly string[], organisation?: string): Promise<Viewer>;
  /** Opens a case about a person. */
  open(change?: Partial<CaseOpening>): Promise<OpenedRequest>;
  /** A statement past the register, as somebody with the database's password could make it. */
  sql<Row extends object = object>(statement: string, values?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

export async function testRecord(): Promise<TestRecord> {
  const database = await freshDatabase();
  const masterKey = randomBytes(32);
  let now = new Date(noon(MONDAY));
  const organisations = loadOrganisations(join(__dirname, '../../../organisations'));
  const register = createRegister({ databaseUrl: database.url, masterKey, organisations, now: () => now });
  await register.storeOrganisations();
  const client = new Client({ connectionString: database.url });
  await client.connect();

  const member: TestRecord['member'] = async (roles, systems = [], organisationId = NEW_PARK) => {
    const { id: staffId } = await register.staff.create({
      email: `${randomUUID()}@staff.example`,
      name: `A ${roles.join(' and ')}`,
      password: 'twelve characters and more',
    });
    await register.staff.setMembership(staffId, organisationId, { roles, systems });
    return { staffId, organisationId, roles };
  };

  return {
    ...{ register, url: database.url, masterKey, member },
    turnTo: (at) => {
      now = new Date(at);
    },
    open: async (change = {}) =>
      (await register.intake.open({
        ...{
          submissionId: randomUUID(),
          viewer: change.viewer ?? (await member(['handler'])),
          kind: 'subject-access',
        },
        ...{
          processVersion: 'test',
          subject: { fresh: tenant() },
          receivedOn: now.toISOString().slice(0, 10),
        },
        ...{
          contents: { request: 'All my repair records.' },
          codes: { channel: 'phone' },
          typed: { request: 'All my repair records.' },
        },
        ...change,
      })) as OpenedRequest,
    sql: async (statement, values = []) => (await client.query(statement, [...values])).rows,
    close: async () => {
      await client.end();
      await register.close();
      await database.drop();
    },
  };
}

/** An invented tenant; each call gives somebody else. */
export function tenant(change: Partial<NewPerson['contents']> = {}): NewPerson {
  return {
    personType: 'tenant',
    contents: {
      name: `Invented ${randomBytes(4).toString('hex')}`,
      ...{ formerNames: [], references: [], contacts: [], ...change },
    },
  };
}

/** A run that has taken the case over, as the workflow does. */
export class Run {
  private constructor(
    private readonly record: Pick<TestRecord, 'register'>,
    readonly reference: string,
    public epoch: number,
    public known: number,
  ) {}

  static async claim(record: Pick<TestRecord, 'register'>, reference: string, generation = 1): Promise<Run> {
    const claimed = await record.register.recorder.claim({ reference, generation, at: noon(MONDAY) });
    return new Run(record, reference, claimed.epoch, claimed.known);
  }

  /** Records a batch and keeps up with what it answers. */
  async write(...events: readonly ProcessEvent[]): Promise<RecordAnswer> {
    const { reference, epoch, known } = this;
    const answer = await this.record.register.recorder.record({ reference, epoch, known, events });
    if (answer.outcome === 'recorded') this.known = answer.known;
    return answer;
  }
}

const EVENT_AT = noon(MONDAY);

export const entered = (step: string, at = EVENT_AT, data: Codes = {}): ProcessEvent =>
  stepEvent('entered', step, at, { data });

export const left = (step: string, change: Partial<ProcessEvent> = {}, at = EVENT_AT): ProcessEvent =>
  stepEvent('left', step, at, change);

export const cancelled = (step: string, at = EVENT_AT): ProcessEvent => stepEvent('cancelled', step, at, {});

export const stepEvent = (
  what: 'entered' | 'left' | 'cancelled' | 'waived' | 'needs-person' | 'person-done',
  step: string,
  at: string,
  change: Partial<ProcessEvent>,
): ProcessEvent => ({
  ...{
    key: `${step} ${what} ${at}`,
    type: `step-${what}`,
    element: elementOf(step),
    step,
    effectiveAt: at,
    at,
  },
  ...change,
});

export const fired = (element: string, number: number, data: Codes = {}, at = EVENT_AT): ProcessEvent => ({
  ...{ key: `${element}#${number} fired`, type: 'fired', element, number, data, effectiveAt: at, at },
});

export const acted = (
  action: ProcessEvent['action'],
  data: Codes,
  change: Partial<ProcessEvent> = {},
): ProcessEvent => ({
  ...{ key: randomUUID(), type: 'acted', action, data, effectiveAt: EVENT_AT, at: EVENT_AT },
  ...change,
});

export const closed = (outcome: string, at = EVENT_AT, number = 1): ProcessEvent => ({
  ...{
    key: `closed#${number}`,
    type: 'closed',
    element: outcome,
    number,
    data: { outcome },
    effectiveAt: at,
    at,
  },
});

export const reopened = (number = 1, at = EVENT_AT): ProcessEvent => ({
  ...{ key: `reopened#${number}`, type: 'reopened', element: 'reopened', effectiveAt: at, at },
});
