import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { bundleWorkflowCode, DefaultLogger, Worker } from '@temporalio/worker';
import type { ActAnswer, ActRequest, Codes, StepKey } from '../../domain/cases/process';
import { elementOf } from '../../domain/cases/process';
import type { Role } from '../../domain/roles';
import { subjectAccessVersion } from '../../processes/subject-access.generated';
import type { Register } from '../../register';
import { createRegister } from '../../register';
import { readOrganisations } from '../../register/organisations';
import type { CaseOpening } from '../../register/intake';
import type { TaskRow } from '../../register/cases';
import type { Viewer } from '../../register/viewer';
import { createActivities } from '../../worker/activities';
import type { TestDatabase } from './database';
import { freshDatabase } from './database';
import type { MailSink } from './mail';
import { mailSink } from './mail';
import { until } from '../../dev/wait';

/** The organisation that tests use unless they say otherwise. */
export const ORGANISATION = 'new-park-village';

/** Everything a case needs, real: database, mail, Temporal, worker. */
export interface World {
  readonly env: TestWorkflowEnvironment;
  readonly register: Register;
  readonly mail: MailSink;
  readonly database: TestDatabase;
  /** Opens a subject access request and starts its workflow. */
  open(change?: Partial<CaseOpening>): Promise<Driver>;
  /** A member of staff with these roles, made on first use. */
  staff(role: Role, organisation?: string): Promise<Viewer>;
  /** Ends the worker as a deployment does, and starts another. */
  restartWorker(): Promise<void>;
  stop(): Promise<void>;
}

let bundle: Promise<WorkflowBundleWithSourceMap> | undefined;

/** The workflows, bundled once per test file. */
const workflowBundle = (): Promise<WorkflowBundleWithSourceMap> =>
  (bundle ??= bundleWorkflowCode({
    workflowsPath: join(__dirname, '../../workflows/index.ts'),
    logger: new DefaultLogger('ERROR'),
  }));

export async function world(env: TestWorkflowEnvironment): Promise<World> {
  const [database, mail] = await Promise.all([freshDatabase(), mailSink()]);
  const organisations = readOrganisations(join(__dirname, '../../organisations'));
  const register = createRegister({
    databaseUrl: database.url,
    masterKey: randomBytes(32),
    organisations,
    now: () => new Date(),
  });
  await register.storeOrganisations();
  const activities = createActivities({
    register,
    smtpUrl: mail.url,
    baseUrl: 'http://custodian.test',
    now: () => new Date(),
  });
  const taskQueue = `test-${randomUUID()}`;
  const startWorker = async () => {
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
      },
    };
  };
  let worker = await startWorker();

  const members = new Map<string, Viewer>();
  const staff = async (role: Role, organisation = ORGANISATION): Promise<Viewer> => {
    const key = `${role}@${organisation}`;
    const known = members.get(key);
    if (known) return known;
    const { id } = await register.staff.create({
      email: `${role}@${organisation}.example`,
      name: `The ${role}`,
      password: 'a long enough password',
    });
    await register.staff.setMembership(id, organisation, { roles: [role] });
    const viewer: Viewer = { staffId: id, organisationId: organisation, roles: [role] };
    members.set(key, viewer);
    return viewer;
  };

  return {
    env,
    register,
    mail,
    database,
    staff,
    open: async (change = {}) => {
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
      const driver = new Driver({ env, register, staff }, opened.reference, viewer.organisationId, taskQueue);
      await driver.start();
      return driver;
    },
    restartWorker: async () => {
      await worker.stop();
      worker = await startWorker();
    },
    stop: async () => {
      await worker.stop();
      await activities.close();
      await register.close();
      await mail.stop();
      await database.drop();
    },
  };
}

const today = (): string => new Date().toISOString().slice(0, 10);

/** An invented tenant with one safe e-mail address and one safe postal address on file. */
export const person = (): CaseOpening['subject'] extends infer _
  ? import('../../register/people').NewPerson
  : never => ({
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

type Parts = Pick<World, 'env' | 'register' | 'staff'>;

/** Moves one case, as people would through the pages. */
export class Driver {
  constructor(
    private readonly parts: Parts,
    readonly reference: string,
    private readonly organisation: string,
    private readonly taskQueue: string,
  ) {}

  async start(options: { terminate?: boolean } = {}): Promise<void> {
    const start = await this.parts.register.cases.start(this.reference);
    await this.parts.env.client.workflow.start('subjectAccess', {
      workflowId: this.reference,
      taskQueue: this.taskQueue,
      args: [{ reference: this.reference, generation: start?.generation ?? 1 }],
      workflowIdConflictPolicy: options.terminate ? 'TERMINATE_EXISTING' : 'USE_EXISTING',
    });
  }

  get handle() {
    return this.parts.env.client.workflow.getHandle(this.reference);
  }

  async page() {
    const page = await this.parts.register.cases.page(
      await this.parts.staff('governance-officer', this.organisation),
      this.reference,
    );
    if (!page) throw new Error(`${this.reference} is not there`);
    return page;
  }

  async events() {
    return (
      (await this.parts.register.cases.events(
        await this.parts.staff('governance-officer', this.organisation),
        this.reference,
      )) ?? []
    );
  }

  /** The open task of an element, waiting for it to be recorded. */
  async task(element: string, item?: string): Promise<TaskRow> {
    return until(
      `${element}${item ? ` for ${item}` : ''} to be open on ${this.reference}`,
      async () =>
        (await this.page()).tasks.find(
          (task) =>
            task.state === 'open' && task.element === element && (item === undefined || task.item === item),
        ),
      { within: 20_000 },
    );
  }

  /** Finishes the open task of an element. */
  async complete(
    element: string,
    codes: Codes = {},
    options: { item?: string; role?: Role; personal?: Record<string, unknown>; at?: string } = {},
  ): Promise<ActAnswer> {
    const task = await this.task(element, options.item);
    const role = options.role ?? roleFor(task);
    return this.send({
      action: 'complete',
      step: task.step,
      codes,
      form: task.need ? `letter-${task.need}` : element,
      role,
      ...options,
    });
  }

  /** Passes a letter through every human need until it is given by post. */
  async posted(element: string, on = today()): Promise<void> {
    for (;;) {
      const task = await this.task(element);
      await this.complete(
        element,
        task.need === 'posting' ? { postedOn: on, checkedAddress: true } : { way: 'post' },
        {
          at: task.need === 'posting' ? on : undefined,
        },
      );
      if (task.need === 'posting') return;
    }
  }

  /** Lets a checked letter go the usual way. */
  async checked(element: string): Promise<void> {
    await this.complete(element, { way: 'as-usual' });
  }

  async act(
    action: Exclude<ActRequest['action'], 'complete'>,
    codes: Codes = {},
    options: { role?: Role; personal?: Record<string, unknown>; at?: string } = {},
  ): Promise<ActAnswer> {
    return this.send({ action, codes, form: action, role: options.role ?? 'dpo', ...options });
  }

  /** Stores the submission, then sends the update, as the API does. */
  async send(
    what: Pick<ActRequest, 'action' | 'codes'> & {
      id?: string;
      step?: StepKey;
      form: string;
      role: Role;
      personal?: Record<string, unknown>;
      at?: string;
    },
  ): Promise<ActAnswer> {
    const viewer = await this.parts.staff(what.role, this.organisation);
    const { action, codes, step, form, role } = what;
    const id = what.id ?? randomUUID();
    const effectiveAt = what.at;
    await this.parts.register.submissions.store({
      ...{ id, viewer, role, reference: this.reference, form, action, codes },
      ...(step ? { step } : {}),
      ...(effectiveAt ? { effectiveAt } : {}),
      personal: what.personal ?? {},
    });
    const request: ActRequest = {
      ...{ id, actor: viewer.staffId, role, action, codes },
      ...(step ? { step } : {}),
      ...(effectiveAt ? { effectiveAt } : {}),
    };
    return this.handle.executeUpdate<ActAnswer, [ActRequest]>('act', { updateId: id, args: [request] });
  }

  /** Wakes a closed case and begins a new round. */
  async reopen(): Promise<void> {
    await this.start();
    await this.act('reopen', {}, { personal: { reasons: 'A box was found in the archive.' } });
  }

  /** The case's outcome once its workflow has ended. */
  async outcome(): Promise<string> {
    return this.handle.result() as Promise<string>;
  }
}

const roleFor = (task: TaskRow): Role =>
  (task.roles.find((role) => role !== 'system-owner') ?? 'handler') as Role;

export { elementOf };
