import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporal } from '@temporalio/proto';
import type { CaseKind } from '../../domain/cases/kinds';
import type { Role } from '../../domain/roles';
import { definitionOf } from '../../domain/cases/registry';
import type { Driver } from '../../dev/drive';
import { pdfOf } from '../../dev/seed/page';
import { until } from '../../dev/wait';
import { ORGANISATION } from '../support/world';
import type { Product } from './support/product';
import { startProduct } from './support/product';

/** Words that occur nowhere but in what is planted. */
const canary = {
  name: 'Zephyrine Quillfeather',
  email: 'zq.canarybird@mail.test',
  street: 'Canarywren Passage',
  request: 'everything about the xylocanary hutch',
  note: 'the ocarinacanary rang',
  file: 'finchcanary-letter.pdf',
  content: 'linnetcanary',
  terms: 'siskincanary',
} as const;

const wanted = [
  ...['zephyrine', 'quillfeather', 'canarybird', 'canarywren', 'xylocanary'],
  ...['ocarinacanary', 'finchcanary', 'linnetcanary', 'siskincanary'],
];

/** The canaries that a text holds, in any case. */
const canariesIn = (text: string): string[] => {
  const lower = text.toLowerCase();
  return wanted.filter((word) => lower.includes(word));
};

let product: Product;
let c: Driver;
/** One case of each other kind. */
const others: Driver[] = [];

beforeAll(async () => {
  product = await startProduct();
  c = await logged('subject-access');
  await moved();
  const [, ...kinds] = Object.keys(alsoSaid) as CaseKind[];
  for (const kind of kinds) others.push(await begun(kind));
  await Promise.all(others.map(workedThrough));
});
afterAll(() => product?.stop());

/** What a kind is told when it is logged, beside what every request is; of a matter all that it is told. */
const alsoSaid: Readonly<Partial<Record<CaseKind, object>>> = {
  'subject-access': { delivery: 'post' },
  rectification: { particulars: [{ what: canary.note, shouldBe: canary.terms }] },
  erasure: {},
  restriction: { grounds: ['accuracy'] },
  portability: { forWhom: 'person' },
  objection: { against: 'public-task', situation: canary.note },
  'automated-decision': { asks: ['information'] },
  'consent-withdrawal': { purposes: ['surveys-and-research'] },
  complaint: {
    ...{ issues: [{ what: canary.note, wants: canary.terms }], about: 'handling' },
    ...{ housing: 'no', acknowledgement: 'now' },
  },
  'impact-assessment': { title: canary.file, request: canary.note, controller: ORGANISATION },
  breach: {
    ...{ title: canary.file, request: canary.note, place: 'us' },
    ...{ discovered: 'unknown', happened: 'unknown', ongoing: 'unknown' },
  },
};

/** A case logged over HTTP, full of canaries. */
async function logged(kind: CaseKind): Promise<Driver> {
  const { about = 'person' } = definitionOf(kind);
  const asked = {
    ...{ subjectName: canary.name, personType: 'tenant', request: canary.request, channel: 'email' },
    ...{ receivedOn: today(), contactEmail: canary.email, requester: 'self' },
    ...{ contactPost: `7 ${canary.street}\nWolverhampton\nWV1 1AA`, controller: ORGANISATION },
  };
  const { status, body } = await product.post(`/cases/${kind}`, {
    ...(about === 'person' && { person: 'new' }),
    answers: { ...(about === 'person' && asked), ...alsoSaid[kind] },
  });
  expect([kind, status, body]).toEqual([kind, 201, expect.objectContaining({ started: true })]);
  return product.drive(String(body.reference));
}

/** A case that waits for somebody: its process runs. */
async function begun(kind: CaseKind): Promise<Driver> {
  const one = await logged(kind);
  const waits = async () => (await one.page()).tasks.some(({ state }) => state === 'open');
  await until(`${one.reference} to wait for somebody`, waits);
  return one;
}

/** Through triage, a letter, a search with a document, a refused action, and the withdrawal. */
async function moved(): Promise<void> {
  await c.complete(
    'triage',
    { route: 'answer', identity: 'no-doubt', fee: 'none', systems: ['housing-management'] },
    { personal: { scope: canary.request } },
  );
  const note = await product.post(`/cases/${c.reference}/actions/note`, { answers: { note: canary.note } });
  expect(note.status).toBe(200);
  const refused = await product.post(`/cases/${c.reference}/actions/extend`, {
    answers: { ground: canary.note },
  });
  expect(refused.status).toBe(422);
  await c.act('clarify', { why: 'unclear' }, { role: 'handler', personal: { question: canary.note } });
  await c.posted('ask-clarification');
  await product.register.documents.add(
    await product.staff('handler', ORGANISATION),
    {
      ...{ id: randomUUID(), reference: c.reference, purpose: 'found', system: 'housing-management' },
      ...{ mediaType: 'application/pdf', name: canary.file },
    },
    await pdfOf(canary.file, canary.content),
  );
  await c.complete(
    'search-system',
    { result: 'found', hits: 1, minutes: 5 },
    { item: 'housing-management', role: 'handler', personal: { terms: canary.terms } },
  );
  await c.act('withdraw', {}, { personal: { reasons: canary.note } });
  expect(await c.outcome()).toBe('withdrawn');
}

type Step = readonly [role: Role, element: string, answers: object];

const assessed = { what: canary.note, reasons: canary.request };
const advised: Step = ['dpo', 'dpo-advice', { advice: 'agree', reasons: canary.note }];
const decided: Step = [
  'accountable-manager',
  'decide',
  { decision: 'approve', departs: 'no', limitReasons: 'no', reasons: canary.note },
];

const received = {
  recipients: ['contractors'],
  otherRecipients: [{ name: canary.name, takes: 'letter', address: canary.street }],
};
const told: readonly Step[] = [
  ['handler', 'choose-notice', { way: 'tell', notice: canary.note }],
  ['handler', 'notify-recipient', { 'part-notice': canary.note, way: 'as-usual' }],
];
const answered: Step = [
  'handler',
  'outcome-letter',
  { 'part-opening': canary.note, 'part-explanation': canary.note, way: 'post' },
];

/** What is typed into the tasks of a kind, in their order: over HTTP, with a canary wherever words are. */
const worked: Readonly<Partial<Record<CaseKind, (enquirer: string) => readonly Step[]>>> = {
  rectification: () => [
    ['handler', 'triage', { identity: 'no-doubt', restriction: 'no' }],
    [
      'handler',
      'assess-accuracy',
      {
        particulars: [{ ...assessed, shouldBe: canary.terms, finding: 'fact-wrong', remedy: 'correct' }],
        ...{ change: 'yes', systems: ['housing-management'], instructions: canary.content },
        ...received,
      },
    ],
    ['governance-officer', 'second-check', { outcome: 'right', overrideReason: canary.note }],
    ['handler', 'carry-out', { outcome: 'done', on: today(), records: 1, evidence: canary.note }],
    ...told,
    answered,
  ],
  erasure: () => [
    ['handler', 'triage', { identity: 'no-doubt' }],
    [
      'handler',
      'assess-erasure',
      {
        parts: [
          { ...assessed, ground: 'no-longer-needed', decision: 'erase' },
          {
            ...assessed,
            ...{ ground: 'no-longer-needed', decision: 'keep', keptUnder: 'legal-claims' },
            keptUntil: canary.note,
          },
        ],
        holds: [],
        ...{ erase: 'yes', systems: ['document-store'], instructions: canary.content },
        ...{ suppression: 'no', madePublic: 'yes', publicWhere: canary.street },
        ...received,
      },
    ],
    advised,
    decided,
    ['handler', 'release-erasure', { outcome: 'release' }],
    [
      'handler',
      'carry-out',
      {
        ...{ outcome: 'done', on: today(), records: 1, evidence: canary.note },
        ...{ medium: 'electronic', methods: ['deleted'] },
      },
    ],
    ...told,
    ['handler', 'tell-controllers', { outcome: 'told', on: today(), told: 2, steps: canary.note }],
    answered,
  ],
  objection: () => [
    ['handler', 'triage', { identity: 'no-doubt', restriction: 'no' }],
    [
      'handler',
      'assess-objection',
      {
        uses: [{ ...assessed, grounds: canary.terms, weighed: canary.content, finding: 'compelling' }],
        stop: 'no',
      },
    ],
    advised,
    decided,
    answered,
  ],
  complaint: (enquirer) => [
    ['handler', 'appoint', { enquirer, task: canary.note, identity: 'no-doubt', independent: true }],
    ['governance-officer', 'enquire', { enquiries: canary.content, outcome: 'complete' }],
    [
      'governance-officer',
      'findings',
      {
        issues: [{ ...assessed, conclusion: 'upheld', remedy: canary.terms }],
        actions: [{ what: canary.file, owner: enquirer, due: today() }],
      },
    ],
    ['accountable-manager', 'decide', { decision: 'approve', departs: 'no', reasons: canary.note }],
    ['handler', 'outcome-letter', { 'part-opening': canary.note, 'part-closing': canary.note, way: 'post' }],
  ],
};

/** A case on through assessment, recipients and letters, as far as its kind is worked here. */
async function workedThrough(one: Driver): Promise<void> {
  const { kind } = await one.page();
  const { staffId } = await product.staff('governance-officer', ORGANISATION);
  for (const [role, element, answers] of worked[kind]?.(staffId) ?? []) {
    const { id } = await one.task(element);
    // What cannot be right is refused, and no error quotes what was typed.
    const wrong = Object.fromEntries(Object.keys(answers).map((name) => [name, canary.note]));
    const refused = await product.post(`/tasks/${id}`, { answers: wrong }, role);
    expect([element, refused.status, canariesIn(JSON.stringify(refused.body))]).toEqual([element, 422, []]);
    const { status, body } = await product.post(`/tasks/${id}`, { answers }, role);
    expect([kind, element, status, status === 200 ? null : body]).toEqual([kind, element, 200, null]);
  }
}

test('the product itself knows what was planted, so that the search can fail', async () => {
  const { subject, contents } = await c.page();
  expect(canariesIn(JSON.stringify([subject, contents]))).toEqual(
    expect.arrayContaining(['zephyrine', 'quillfeather', 'canarybird', 'canarywren', 'xylocanary']),
  );
  expect(canariesIn(JSON.stringify(await c.events()))).toContain('ocarinacanary');
  for (const other of others)
    expect([other.reference, canariesIn(JSON.stringify(await other.page())).length]).not.toEqual([
      other.reference,
      0,
    ]);
});

test('no Temporal history, search attribute, memo or summary holds a canary, raw or decoded', async () => {
  let runs = 0;
  for await (const { workflowId, runId, raw } of product.client.workflow.list()) {
    const handle = product.client.workflow.getHandle(workflowId, runId);
    const history = await handle.fetchHistory();
    const described = await handle.describe();
    const bytes = Buffer.from(temporal.api.history.v1.History.encode(history).finish());
    const texts = [
      JSON.stringify(raw),
      JSON.stringify(described.raw),
      decoded(history),
      bytes.toString('latin1'),
    ];
    expect(decoded(history)).toContain(workflowId);
    for (const text of texts) expect(canariesIn(text)).toEqual([]);
    runs++;
  }
  expect(runs).toBeGreaterThan(others.length);
});

test('no file of the Temporal server and no log holds a canary', () => {
  const kept = readdirSync(product.home).filter((name) => name.startsWith('temporal.db'));
  const logs = readdirSync(join(product.home, 'logs')).map((name) => join('logs', name));
  expect(kept).toContain('temporal.db');
  for (const name of [...kept, ...logs])
    expect([name, canariesIn(readFileSync(join(product.home, name), 'latin1'))]).toEqual([name, []]);
  for (const part of ['worker', 'api']) expect(product.logOf(part)).toMatch(/\{"level"/);
});

test('PostgreSQL keeps what was planted sealed: no table holds a canary in clear', async () => {
  const folders = readdirSync(product.home).filter((name) => name.startsWith('postgres'));
  const files = folders.flatMap((folder) =>
    readdirSync(join(product.home, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  expect(files.length).toBeGreaterThan(100);
  for (const file of files) expect([file, canariesIn(readFileSync(file, 'latin1'))]).toEqual([file, []]);
});

test('no address in a mail, and no subject line, holds a canary', async () => {
  const mails = await product.mails();
  const addresses = mails.flatMap(
    ({ text, html }) => `${text} ${html}`.match(/https?:\/\/[^\s"'<>]+/g) ?? [],
  );
  expect(addresses.length).toBeGreaterThan(0);
  for (const address of addresses)
    expect([address, canariesIn(decodeURIComponent(address))]).toEqual([address, []]);
  for (const { subject } of mails) expect([subject, canariesIn(subject)]).toEqual([subject, []]);
});

/** Everything a history says, with the bytes of its payloads as text. */
const decoded = (history: unknown): string =>
  JSON.stringify(history, (_name, value: unknown) =>
    value instanceof Uint8Array
      ? Buffer.from(value).toString('utf8')
      : isBuffer(value)
        ? Buffer.from(value.data).toString('utf8')
        : value,
  );

/** A Buffer turns itself into this before a replacer sees it. */
const isBuffer = (value: unknown): value is { data: number[] } =>
  (value as { type?: unknown } | null)?.type === 'Buffer';

const today = (): string => new Date().toISOString().slice(0, 10);
