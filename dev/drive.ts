import { randomUUID } from 'node:crypto';
import type { Acted, Gateway } from '../gateway';
import type { ActRequest, Codes, StepKey } from '../domain/cases/process';
import { definitionOf } from '../domain/cases/registry';
import type { Role } from '../domain/roles';
import type { Register } from '../register';
import type { CasePage, TaskRow } from '../register/cases';
import type { Viewer } from '../register/viewer';
import { until } from './wait';

/** What moving a case takes: the record, the way to Temporal, and somebody for each role. */
export interface DriveParts {
  readonly register: Register;
  readonly gateway: Gateway;
  /** Somebody who holds the role in the organisation. */
  staff(role: Role, organisation: string): Promise<Viewer>;
}

type Options = { readonly role?: Role; readonly personal?: Record<string, unknown>; readonly at?: string };

/** The action was refused, or is not known to be recorded yet. */
export class NotRecorded extends Error {
  constructor(readonly acted: Acted) {
    super(acted.status === 'refused' ? acted.refusal.code : acted.status);
  }
}

/** How long somebody presses again before they give up, in milliseconds. */
const PATIENCE_MS = 60_000;

/** Moves one case, as people would through the pages. */
export class Driver {
  constructor(
    private readonly parts: DriveParts,
    readonly reference: string,
    private readonly organisation: string,
  ) {}

  async start(): Promise<void> {
    await this.parts.gateway.startCase(await this.row());
  }

  private async row() {
    const row = await this.parts.register.cases.start(this.reference);
    if (!row) throw new Error(`${this.reference} is not there`);
    return row;
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
    return this.seen(`${element}${item ? ` for ${item}` : ''} to be open`, ({ tasks }) =>
      tasks.find(
        (task) =>
          task.state === 'open' && task.element === element && (item === undefined || task.item === item),
      ),
    );
  }

  /** Waits until the case waits at an element that no person does, such as a date. */
  async waiting(element: string): Promise<void> {
    await this.seen(`the process to wait at ${element}`, ({ steps }) =>
      steps.some((step) => step.element === element && step.state === 'entered'),
    );
  }

  /** Waits until a step of the element is over. */
  async left(element: string): Promise<void> {
    await this.seen(`${element} to be over`, ({ steps }) =>
      steps.some((step) => step.element === element && step.state === 'left'),
    );
  }

  /** The words of the last letter of an element, in one line; empty where there is none. */
  async letterText(element: string): Promise<string> {
    const viewer = await this.parts.staff('governance-officer', this.organisation);
    const { letters } = this.parts.register;
    const last = (await letters.list(viewer, this.reference))?.findLast(({ letter }) => letter === element);
    const opened = last && (await letters.show(viewer, last.id));
    return (opened?.contents.text ?? '').replace(/\s+/g, ' ');
  }

  /** Finishes the open task of an element. */
  async complete(
    element: string,
    codes: Codes = {},
    options: Options & { readonly item?: string } = {},
  ): Promise<void> {
    const task = await this.task(element, options.item);
    const role = options.role ?? roleFor(task);
    return this.send({
      action: 'complete',
      step: task.step,
      codes,
      form: task.need ? `letter-${task.need}` : element,
      role,
      // Whoever the task names does it as that, whatever their role.
      ...(task.roles.includes('named') && !task.roles.includes(role) ? { acting: 'named' } : {}),
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
        task.need === 'posting' ? { at: on } : { personal: await this.freeParts(element) },
      );
      if (task.need === 'posting') return;
    }
  }

  /** Lets a checked letter go the usual way. */
  async checked(element: string, item?: string): Promise<void> {
    await this.complete(element, { way: 'as-usual' }, { item, personal: await this.freeParts(element) });
  }

  /** Words for each free part of a letter. */
  private async freeParts(element: string): Promise<Record<string, string>> {
    const letter = definitionOf((await this.page()).kind).letters[element];
    return Object.fromEntries(
      Object.keys(letter?.freeParts ?? {}).map((part) => [
        `part-${part}`,
        'As we explained when we spoke to you.',
      ]),
    );
  }

  async act(
    action: Exclude<ActRequest['action'], 'complete'>,
    codes: Codes = {},
    options: Options = {},
  ): Promise<void> {
    return this.send({ action, codes, form: action, role: options.role ?? 'dpo', ...options });
  }

  /** Stores the submission, then sends the update, as the API does. */
  async send(
    what: Pick<ActRequest, 'action' | 'codes'> & {
      id?: string;
      step?: StepKey;
      form: string;
      role: Role;
      /** What they act as, where it is not their role. */
      acting?: string;
      personal?: Record<string, unknown>;
      at?: string;
    },
  ): Promise<void> {
    const viewer = await this.parts.staff(what.role, this.organisation);
    const { action, codes, step, form } = what;
    const role = what.acting ?? what.role;
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
    const acted = await this.untilKnown(request);
    if (acted.status !== 'recorded') throw new NotRecorded(acted);
  }

  /** While it is not known whether it is recorded, the same is sent again, as the page tells people to do: it is one action. */
  private async untilKnown(request: ActRequest): Promise<Acted> {
    const patience = Date.now() + PATIENCE_MS;
    for (;;) {
      const acted = await this.parts.gateway.act(await this.row(), request);
      if (acted.status !== 'pending' || Date.now() > patience) return acted;
    }
  }

  /** Wakes a closed case and begins a new round. */
  async reopen(): Promise<void> {
    await this.act('reopen', {}, { personal: { reasons: 'A box was found in the archive.' } });
  }

  /** How the case was closed, waiting for it. */
  async outcome(): Promise<string> {
    return this.seen('the case to be closed', ({ outcome }) => outcome ?? undefined);
  }

  /** Waits until the case shows something. It is read anew only when something has happened to it: reading is dear. */
  private seen<T>(what: string, find: (page: CasePage) => T | undefined | false): Promise<T> {
    let known: number | undefined;
    return until(`${what} on ${this.reference}`, async () => {
      const { sequence } = await this.row();
      if (sequence === known) return undefined;
      const found = find(await this.page());
      known = sequence;
      return found;
    });
  }
}

const roleFor = (task: TaskRow): Role =>
  (task.roles.find((role) => role !== 'system-owner') ?? 'handler') as Role;

const today = (): string => new Date().toISOString().slice(0, 10);
