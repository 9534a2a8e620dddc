import { until } from '../../../dev/wait';
import type { Role } from '../../../domain/roles';
import type { TaskRow } from '../../../register/cases';
import type { Viewer } from '../../../register/viewer';
import { localServer } from '../../support/temporal';
import { preparedDaysAgo } from '../../support/letters';
import type { World } from '../../support/world';
import { world } from '../../support/world';
import { serve } from './server';
import { member, ORGANISATION } from './staff';

export interface Answered {
  readonly status: number;
  readonly json: Record<string, unknown>;
}

/** A whole house whose staff work through the JSON API, each with a token of their own. */
export interface Programs {
  readonly real: World;
  /** Where the product answers. */
  readonly url: string;
  /** Sends answers, or reads where there are none. */
  call(as: Role, path: string, body?: unknown): Promise<Answered>;
  /** Adds a file where a program does, piece by piece, and answers its id; throws unless it was taken. */
  upload(
    as: Role,
    path: string,
    file: { name: string; purpose?: string; system?: string },
    text: string,
  ): Promise<string>;
  /** The open task of an element, waiting for it. */
  task(reference: string, element: string, item?: string): Promise<TaskRow>;
  /** Finishes the open task of an element; throws unless that was recorded. */
  finish(as: Role, reference: string, element: string, answers: object, item?: string): Promise<void>;
  /** The same for each item that the case's facts name, as of every system that was asked. */
  finishEach(as: Role, reference: string, element: string, answers: object, fact: string): Promise<void>;
  /** Passes a letter through every need until it is posted: today, unless it was prepared and posted days ago. */
  post(
    reference: string,
    element: string,
    parts?: Readonly<Record<string, string>>,
    daysAgo?: number,
  ): Promise<void>;
  /** The words of the last letter of this element. */
  letter(reference: string, element: string): Promise<string>;
  outcome(reference: string): Promise<string>;
  stop(): Promise<void>;
}

export const today = (): string => new Date().toISOString().slice(0, 10);

/** Staff of these roles; a data holder answers for `systems`. */
export async function programs(roles: readonly Role[], systems: readonly string[] = []): Promise<Programs> {
  const env = await localServer();
  const real = await world(env);
  const { register } = real;
  const server = await serve({ register, gateway: real.gateway, databaseUrl: real.database.url });
  const staff = new Map<Role, { viewer: Viewer; token: string }>();
  for (const role of roles) {
    const { id } = await member(register, [role], { systems: role === 'data-holder' ? systems : [] });
    const { token } = await register.tokens.issue(id, ORGANISATION, 'tests');
    staff.set(role, { token, viewer: { staffId: id, organisationId: ORGANISATION, roles: [role] } });
  }
  const of = (role: Role) => {
    const found = staff.get(role);
    if (!found) throw new Error(`nobody here is ${role}`);
    return found;
  };
  // Of kinds that fewer may read, a handler sees only what they have a part in.
  const reader = roles.includes('governance-officer') ? 'governance-officer' : 'handler';
  const page = (reference: string) => register.cases.page(of(reader).viewer, reference);

  const send = async (
    as: Role,
    method: string,
    path: string,
    body?: string | Uint8Array<ArrayBuffer>,
    type = 'application/json',
  ) => {
    const response = await fetch(`${server.url}/api/v1${path}`, {
      ...{ method, body },
      headers: { Authorization: `Bearer ${of(as).token}`, 'Content-Type': type },
    });
    return { status: response.status, json: (await response.json()) as Record<string, unknown> };
  };

  const call: Programs['call'] = (as, path, body) =>
    body === undefined ? send(as, 'GET', path) : send(as, 'POST', path, JSON.stringify(body));

  const upload: Programs['upload'] = async (as, path, file, text) => {
    const content = Buffer.from(text);
    const announced = await call(as, path, { ...file, bytes: content.length });
    const id = String(announced.json.id);
    await send(as, 'PUT', `${path}/${id}/chunks/0`, new Uint8Array(content), 'application/octet-stream');
    const { status, json } = await call(as, `${path}/${id}/finish`, {});
    if (status !== 200 || json.state !== 'ready')
      throw new Error(`${file.name}: ${status} ${JSON.stringify([announced, json])}`);
    return id;
  };

  const task: Programs['task'] = (reference, element, item) =>
    until(`${element} of ${reference} to be open`, async () =>
      (await page(reference))?.tasks.find(
        (one) => one.state === 'open' && one.element === element && (item === undefined || one.item === item),
      ),
    );

  const complete = async (as: Role, { id, element }: TaskRow, answers: object): Promise<void> => {
    const { status, json } = await call(as, `/tasks/${id}`, { answers });
    if (status !== 200) throw new Error(`${element}: ${status} ${JSON.stringify(json)}`);
  };

  /** Somebody confirms that the postal address which the request gave is the person's own. */
  const safeAddress = async (reference: string): Promise<object> => {
    const contacts = (await page(reference))?.requester?.contents.contacts ?? [];
    const contact = contacts.find(({ kind }) => kind === 'post')?.id;
    return { contact, reason: 'It is the address of the tenancy.' };
  };

  return {
    real,
    url: server.url,
    call,
    upload,
    task,
    finish: async (as, reference, element, answers, item) =>
      complete(as, await task(reference, element, item), answers),
    finishEach: async (as, reference, element, answers, fact) => {
      const { facts } = (await call(as, `/cases/${reference}`)).json as { facts: Record<string, string[]> };
      for (const item of facts[fact] as string[])
        await complete(as, await task(reference, element, item), answers);
    },
    post: async (reference, element, parts = {}, daysAgo = 0) => {
      const words = Object.fromEntries(Object.entries(parts).map(([name, text]) => [`part-${name}`, text]));
      for (;;) {
        const open = await task(reference, element);
        if (open.need === 'posting') {
          if (daysAgo > 0)
            await preparedDaysAgo(real.database.url, { reference, letter: element, days: daysAgo });
          const postedOn = new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
          return complete('handler', open, { postedOn, checkedAddress: true });
        }
        await complete(
          'handler',
          open,
          open.need === 'contact-check' ? await safeAddress(reference) : { ...words, way: 'post' },
        );
      }
    },
    letter: async (reference, element) => {
      const letters = (await register.letters.list(of('handler').viewer, reference)) ?? [];
      const last = letters.findLast(({ letter }) => letter === element);
      const shown = last && (await register.letters.show(of('handler').viewer, last.id));
      return (shown?.contents.text ?? '').replace(/\s+/g, ' ');
    },
    outcome: (reference) =>
      until(`${reference} to be closed`, async () => (await page(reference))?.outcome ?? undefined, {
        within: 30_000,
      }),
    stop: async () => {
      await server.stop();
      await real.stop();
      await env.teardown();
    },
  };
}
