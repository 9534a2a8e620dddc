import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { Worker } from '@temporalio/worker';
import type { Gateway } from '../../gateway';
import { createGateway } from '../../gateway';
import type { Role } from '../../domain/roles';
import { subjectAccessVersion } from '../../processes/subject-access.generated';
import type { Register } from '../../register';
import { createRegister } from '../../register';
import { loadOrganisations } from '../../register/organisations';
import type { CaseOpening } from '../../register/intake';
import type { NewPerson } from '../../register/people';
import type { Viewer } from '../../register/viewer';
import { createActivities } from '../../worker/activities';
import { workflowBundle as productBundle } from '../../worker/bundle';
import type { TestDatabase } from './database';
import { freshDatabase } from './database';
import type { MailSink } from './mail';
import { mailSink } from './mail';
import { Driver } from '../../dev/drive';
import { until } from '../../dev/wait';

export { Driver } from '../../dev/drive';

/** The organisation that tests use unless they say otherwise. */
export const ORGANISATION = 'new-park-village';

/** Everything a case needs, real: database, mail, Temporal, worker. */
export interface World {
  readonly env: TestWorkflowEnvironment;
  readonly register: Register;
  readonly gateway: Gateway;
  readonly mail: MailSink;
  readonly database: TestDatabase;
  /** Opens a subject access request and starts its workflow, on these workers unless by another way to the engine. */
  open(change?: Partial<CaseOpening>, by?: Gateway): Promise<Driver>;
  /** A member of staff with these roles, made on first use. */
  staff(role: Role, organisation?: string): Promise<Viewer>;
  readonly masterKey: Buffer;
  /** Starts the case anew from its record alone, as after its engine was lost. */
  reload(one: Driver): Promise<void>;
  /** Ends the worker as a deployment does, and starts another: over this record, unless over another opening of it. */
  restartWorker(register?: Register): Promise<void>;
  stop(): Promise<void>;
}

let bundle: Promise<WorkflowBundleWithSourceMap> | undefined;

/** The workflows, bundled as the product bundles them, once for as long as they stay the same. */
export const workflowBundle = (): Promise<WorkflowBundleWithSourceMap> =>
  (bundle ??= productBundle(join(__dirname, '../../node_modules/.cache/custodian')));

/** `now`: what the record takes for the time, where a test's server is ahead of the machine. */
export async function world(env: TestWorkflowEnvironment, now = (): Date => new Date()): Promise<World> {
  const [database, mail] = await Promise.all([freshDatabase(), mailSink()]);
  const organisations = loadOrganisations(join(__dirname, '../../organisations'));
  const masterKey = randomBytes(32);
  const register = createRegister({
    databaseUrl: database.url,
    masterKey,
    organisations,
    now,
  });
  await register.storeOrganisations();
  const taskQueue = `test-${randomUUID()}`;
  const startWorker = async (over: Register) => {
    const activities = createActivities({
      ...{ register: over, smtpUrl: mail.url, baseUrl: 'http://custodian.test', now },
    });
    const worker = await Worker.create({
      connection: env.nativeConnection,
      taskQueue,
      workflowBundle: await workflowBundle(),
      activities: activities.all,
      maxCachedWorkflows: 50,
    });
    const running = worker.run();
    return {
      stop: async () => {
        worker.shutdown();
        await running;
        await activities.close();
      },
    };
  };
  let worker = await startWorker(register);
  const gateway = createGateway({ connection: env.connection as never, namespace: 'default', taskQueue });

  const members = new Map<string, Promise<Viewer>>();
  const staff = (role: Role, organisation = ORGANISATION): Promise<Viewer> => {
    const key = `${role}@${organisation}`;
    const member = members.get(key) ?? hire(role, organisation);
    members.set(key, member);
    return member;
  };
  const hire = async (role: Role, organisation: string): Promise<Viewer> => {
    const { id } = await register.staff.create({
      email: `${role}@${organisation}.example`,
      name: `The ${role}`,
      password: 'a long enough password',
    });
    await register.staff.setMembership(id, organisation, { roles: [role] });
    return { staffId: id, organisationId: organisation, roles: [role] };
  };

  return {
    env,
    register,
    gateway,
    mail,
    database,
    staff,
    open: async (change = {}, by = gateway) => {
      const viewer = change.viewer ?? (await staff('handler'));
      const opening: CaseOpening = {
        submissionId: randomUUID(),
        viewer,
        kind: 'subject-access',
        processVersion: subjectAccessVersion,
        subject: { fresh: person() },
        contents: { request: 'Everything you hold about my tenancy.' },
        receivedOn: today(),
        codes: { channel: 'email', requester: 'self', delivery: 'post' },
        typed: {},
        ...change,
      };
      const opened = await register.intake.open(opening);
      const driver = new Driver({ register, staff, gateway: by }, opened.reference, viewer.organisationId);
      await driver.start();
      return driver;
    },
    masterKey,
    reload: async ({ reference }) => {
      await atRest(env, reference);
      await gateway.restartCase(await register.recorder.raiseGeneration(reference));
    },
    restartWorker: async (over = register) => {
      await worker.stop();
      worker = await startWorker(over);
    },
    stop: async () => {
      await worker.stop();
      await register.close();
      await mail.stop();
      await database.drop();
    },
  };
}

/**
 * Waits until the engine has nothing in hand for the case. The time-skipping server never recovers from a run that is
 * ended in the middle of a task: its clock stands still from then on.
 */
async function atRest(env: TestWorkflowEnvironment, reference: string): Promise<void> {
  let looks = 0;
  await until(
    `${reference} to be at rest`,
    async () => {
      const { events } = await env.client.workflow.getHandle(reference).fetchHistory();
      const count = (...kinds: readonly (keyof HistoryEvent)[]): number =>
        (events ?? []).filter((event) => kinds.some((kind) => event[kind])).length;
      const tasks = count('workflowTaskScheduledEventAttributes') - count(...taskEnds);
      const activities = count('activityTaskScheduledEventAttributes') - count(...activityEnds);
      looks = tasks === 0 && activities === 0 ? looks + 1 : 0;
      return looks > 2;
    },
    { every: 100 },
  );
}

type HistoryEvent = NonNullable<
  Awaited<
    ReturnType<ReturnType<TestWorkflowEnvironment['client']['workflow']['getHandle']>['fetchHistory']>
  >['events']
>[number];

const taskEnds = [
  'workflowTaskCompletedEventAttributes',
  'workflowTaskFailedEventAttributes',
  'workflowTaskTimedOutEventAttributes',
] as const;
const activityEnds = [
  'activityTaskCompletedEventAttributes',
  'activityTaskFailedEventAttributes',
  'activityTaskTimedOutEventAttributes',
  'activityTaskCanceledEventAttributes',
] as const;

const today = (): string => new Date().toISOString().slice(0, 10);

/** What a case has that is opened for the council, which keeps the decision to itself (Art 28(3)(a)). */
export const forTheCouncil = async (w: World): Promise<Partial<CaseOpening>> => ({
  viewer: await w.staff('handler', 'nottingham-city-homes'),
  controller: 'nottingham-city-council',
  subject: { fresh: { ...person(), personType: 'council-tenant' } },
});

/** An invented tenant with one safe e-mail address and one safe postal address on file. */
export const person = (): NewPerson => ({
  personType: 'tenant',
  contents: {
    name: 'Wren Ashdown',
    formerNames: [],
    references: ['T-4711'],
    contacts: [
      { id: 'email-1', kind: 'email', value: 'wren.ashdown@mail.test', safety: 'safe', onFile: true },
      {
        id: 'post-1',
        kind: 'post',
        value: '1 Test Close\nWolverhampton\nWV1 1AA',
        safety: 'safe',
        onFile: true,
      },
    ],
  },
});
