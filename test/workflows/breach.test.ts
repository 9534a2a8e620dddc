import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { until as waitUntil } from '../../dev/wait';
import type { NotificationPack } from '../../domain/cases/breach/pack';
import { breachVersion } from '../../processes/breach.generated';
import type { CaseOpening } from '../../register/intake';
import { provesTheDiagram } from '../support/diagram';
import { timeSkipping } from '../support/temporal';
import type { Driver, World } from '../support/world';
import { world } from '../support/world';

let env: TestWorkflowEnvironment;
let w: World;
const diagram = provesTheDiagram('breach');

beforeAll(async () => {
  env = await timeSkipping();
  w = await world(env);
});
afterAll(async () => {
  await w.stop();
  await env.teardown();
});

const ago = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();

/** Reported by an employee, who has no other part in it. */
async function reported(change: Partial<CaseOpening> = {}): Promise<Driver> {
  return w.open({
    viewer: await w.staff('employee'),
    kind: 'breach',
    processVersion: breachVersion,
    subject: undefined,
    contents: { title: 'List of tenants sent to a stranger', request: 'I sent the wrong attachment.' },
    codes: { discovered: 'now', ongoing: 'no', place: 'us' },
    ...change,
  });
}

const isBreach = { outcome: 'breach', role: 'controller' } as const;

async function triaged(c: Driver, change: Record<string, unknown> = {}): Promise<void> {
  await c.complete('triage', { ...isBreach, awareAt: ago(2), ...change } as never, {
    role: 'dpo',
    personal: {
      summary: 'A list of 40 tenants went to one stranger.',
      awareBasis: 'The sender saw it at once.',
    },
  });
}

const assessment = {
  ...{ nature: ['confidentiality'], cause: 'email-wrong-recipient', cyber: 'no' },
  ...{
    dataCategories: ['basic-identifiers'],
    peopleCategories: ['customers'],
    people: 40,
    likelihood: 'unlikely',
  },
  ...{ dpc: '1', ei: '1', cbConfidentiality: '0.25', cbIntegrity: '0', cbAvailability: '0', malicious: 'no' },
  ...{ proposal: 'risk', severity: 1.25, severityLevel: 'low' },
};

async function judged(c: Driver, decision: string, people?: string, change: Record<string, unknown> = {}) {
  await c.complete('assess', { ...assessment, ...change } as never, {
    personal: {
      facts: 'A list went to one stranger.',
      consequences: 'Unwanted contact.',
      actions: 'Recalled.',
    },
  });
  await c.complete('dpo-advice', { advice: 'agree' });
  await c.complete(
    'decide',
    { decision, departs: 'no', ...(people && { people }) },
    { personal: { reasons: 'One trusted recipient, deletion confirmed.' } },
  );
}

async function closed(c: Driver, lessons: Record<string, unknown> = {}): Promise<void> {
  await c.complete('lessons', { again: 'no', owners: [], dues: [], ...lessons } as never, { role: 'dpo' });
}

async function proved(c: Driver, outcome: string): Promise<void> {
  await c.complete('close-case', { confirmed: true }, { role: 'dpo' });
  expect(await c.outcome()).toBe(outcome);
  diagram.follows(await c.events());
}

const notice = {
  whatHappened: 'A list with your name and address was sent to somebody else.',
  consequences: 'Somebody may write to you.',
  measures: 'They confirmed that they deleted it.',
  advice: 'Be careful with letters you do not expect.',
};

describe('A personal data breach (UK GDPR Arts 33–34)', () => {
  test('is told to the DPO and the governance officer at once, and runs to the register alone where no risk is likely', async () => {
    await w.staff('dpo');
    await w.staff('governance-officer');
    const c = await reported();
    const mail = await w.mail.waitFor(({ subject }) =>
      subject.includes(`${c.reference}: a personal data breach`),
    );
    expect(mail.text).toContain('Report without undue delay, at the latest');
    expect(mail.text).toContain('07700 900101');
    await triaged(c, { measures: ['recall', 'wrong-recipient'] });
    await c.complete('contain', { outcome: 'not-yet' }, { item: 'wrong-recipient', role: 'handler' });
    await c.complete('contain', { outcome: 'done' }, { item: 'recall', role: 'handler' });
    await c.complete('contain', { outcome: 'done' }, { item: 'wrong-recipient', role: 'handler' });
    await judged(c, 'no-risk');
    await c.task('lessons');
    expect((await c.page()).clock.state).toBe('stopped');
    await closed(c);
    await proved(c, 'register-only');
  });

  test('notifies the regulator in phases until it is complete, makes a pack for each, and tells others (Art 33(3)–(4))', async () => {
    const c = await reported();
    await triaged(c);
    await judged(c, 'risk', undefined, { others: ['police', 'regulator-of-social-housing'] });
    await c.complete('tell-other', { outcome: 'told', at: ago(0) }, { item: 'police' });
    await c.complete('tell-other', { outcome: 'not-needed' }, { item: 'regulator-of-social-housing' });
    await c.complete('file-notification', { complete: 'remake' });
    await c.complete('file-notification', { how: 'form', filedAt: ago(0), complete: 'no' }, { at: ago(0) });
    await c.task('follow-up');
    expect((await c.page()).clock.state).toBe('stopped');
    await c.complete(
      'follow-up',
      { ...assessment, people: 41 },
      { personal: { news: 'One more was listed.' } },
    );
    await c.complete('file-notification', { how: 'form', filedAt: ago(0), complete: 'yes' }, { at: ago(0) });
    await c.task('lessons');
    const packs = await packsOf(c);
    // What changed before the first was filed went into a pack made anew.
    expect(packs.map(({ phase }) => phase)).toEqual([1, 1, 2]);
    expect(valueIn(packs[0]!, 'people')).toBe('40');
    expect(valueIn(packs[2]!, 'people')).toBe('41');
    expect(packs[0]!.reportBy).toMatch(/^\d\d:\d\d on .+ \(UTC/);
    await closed(c);
    await proved(c, 'notified');
  });

  test('tells each person affected by a way that is safe for them, then more of them, then the rest in public (Art 34)', async () => {
    const c = await reported();
    await triaged(c);
    await judged(c, 'high-risk', 'each');
    await c.complete(
      'file-notification',
      { how: 'telephone', filedAt: ago(0), complete: 'yes' },
      { at: ago(0) },
    );
    await told(
      c,
      'name,email,post,flags\nIvo Thorn,ivo.thorn@mail.test,,\nAda Fenn,ada.fenn@mail.test,"2 Test Close, Anytown",domestic-abuse',
      2,
      'more',
    );
    const mail = await w.mail.waitFor(
      ({ subject }) => subject === `About your personal data, ${c.reference}`,
    );
    expect(mail.recipients).toEqual(['ivo.thorn@mail.test']);
    for (const words of [...Object.values(notice), 'dpo@new-park-village.example'])
      expect(mail.text).toContain(words);
    // Nothing goes by itself to somebody flagged: a person finds out where it is safe.
    expect((await c.task('tell-person', '2')).need).toBe('posting');
    await c.complete(
      'tell-person',
      { postedOn: ago(0).slice(0, 10), checkedAddress: true },
      { item: '2', at: ago(0).slice(0, 10) },
    );
    await told(c, 'name,email\nSol Reed,sol.reed@mail.test', 1, 'public');
    await c.complete(
      'publish-notice',
      { on: ago(0).slice(0, 10) },
      { personal: { text: 'As above', where: 'Website' } },
    );
    await c.task('lessons');
    expect((await c.page()).clock.state).toBe('stopped');
    const people = (await w.mail.messages()).filter(({ subject }) => subject.includes(c.reference));
    expect(people.flatMap(({ recipients }) => recipients)).not.toContain('ada.fenn@mail.test');
    expect(people.flatMap(({ recipients }) => recipients)).toContain('sol.reed@mail.test');
    await closed(c);
    await proved(c, 'notified-and-told');
  });

  test('tells nobody one by one where all are told at once or all in public (Art 34(3)(c))', async () => {
    const all = await reported();
    await triaged(all);
    await judged(all, 'high-risk', 'each');
    await all.complete(
      'file-notification',
      { how: 'form', filedAt: ago(0), complete: 'yes' },
      { at: ago(0) },
    );
    await told(all, 'name,email\nIvo Thorn,ivo.thorn@mail.test', 1, 'none');
    await closed(all);
    await proved(all, 'notified-and-told');

    const open = await reported();
    await triaged(open);
    await judged(open, 'high-risk', 'public');
    await open.complete('publish-notice', { on: ago(0).slice(0, 10) });
    await open.complete(
      'file-notification',
      { how: 'form', filedAt: ago(0), complete: 'yes' },
      { at: ago(0) },
    );
    await closed(open);
    await proved(open, 'notified-and-told');
  });

  test('tells nobody but the regulator of a high risk where an exception holds (Art 34(3)(a))', async () => {
    const c = await reported();
    await triaged(c);
    await judged(c, 'high-risk', 'unintelligible');
    await c.complete('file-notification', { how: 'form', filedAt: ago(0), complete: 'yes' }, { at: ago(0) });
    await closed(c);
    await proved(c, 'notified');
  });

  test('tells the controller we process for, and assists it; the 72 hours are not ours (Art 33(2))', async () => {
    const c = await reported(await atNottingham());
    await triaged(c, { role: 'processor', controllers: ['nottingham-city-council'] });
    expect((await c.task('notify-controller', 'nottingham-city-council')).need).toBe('check');
    const timers = await timersOf(c);
    expect(timers).toEqual(['breach.processorToController']);
    // The contract with the council gives 24 hours.
    expect(hours(ago(2), (await c.page()).dueAt!)).toBeCloseTo(24, 1);
    await c.checked('notify-controller', 'nottingham-city-council');
    await c.task('assist-controller');
    const mail = await w.mail.waitFor(({ subject }) =>
      subject.includes(`${c.reference}: notice to the controller`),
    );
    expect(mail.recipients).toEqual(['information.compliance@nottingham-city-council.example']);
    expect((await c.page()).clock.state).toBe('stopped');
    await c.complete('assess', assessment as never);
    await c.complete('assist-controller', { on: ago(0).slice(0, 10) });
    await closed(c);
    await proved(c, 'told-controller');
  });

  test('has both clocks where we are controller of some of the data and processor of the rest', async () => {
    const c = await reported(await atNottingham());
    await triaged(c, { role: 'both', controllers: ['nottingham-city-council'] });
    await c.task('assess');
    expect(await timersOf(c)).toEqual(['breach.regulator', 'breach.processorToController']);
    await judged(c, 'risk');
    await c.complete('file-notification', { how: 'form', filedAt: ago(0), complete: 'yes' }, { at: ago(0) });
    await c.task('notify-controller');
    // The regulator knows: what is left is the controller's hours.
    expect(hours(ago(2), (await c.page()).dueAt!)).toBeCloseTo(24, 1);
    expect((await c.page()).clock.state).toBe('running');
    await c.checked('notify-controller', 'nottingham-city-council');
    await c.complete('assist-controller', { on: ago(0).slice(0, 10) });
    await closed(c);
    await proved(c, 'notified');
  });

  test('tells a controller that turns out to be concerned later by the same notice, within its hours (Art 33(2))', async () => {
    const c = await reported(await atNottingham());
    await triaged(c);
    await judged(c, 'no-risk');
    await c.task('lessons');
    expect((await c.page()).clock.state).toBe('stopped');
    const council = 'nottingham-city-council';
    await c.act(
      'something-new',
      { others: [council], controllers: [council], concerned: [council] },
      { personal: { what: 'Tenants of the council were on the list too.' } },
    );
    expect((await c.task('notify-added-controller', council)).need).toBe('check');
    expect(await timersOf(c)).toEqual(['breach.processorToController', 'breach.regulator']);
    expect((await c.page()).clock.state).toBe('running');
    await c.checked('notify-added-controller', council);
    const mail = await w.mail.waitFor(({ subject }) =>
      subject.includes(`${c.reference}: notice to the controller`),
    );
    expect(mail.recipients).toEqual(['information.compliance@nottingham-city-council.example']);
    await c.complete('assist-added-controller', { on: ago(0).slice(0, 10) }, { item: council });
    expect((await c.page()).clock.state).toBe('stopped');
    await closed(c);
    await proved(c, 'register-only');
  });

  test('gives each measure to whoever is named for it, by an hour of its own, and reminds them', async () => {
    const c = await reported();
    const it = await w.staff('data-holder');
    const by = new Date((await env.currentTimeMs()) + 6 * 3_600_000).toISOString();
    await triaged(c, {
      measures: ['passwords', 'recall'],
      ...{ givenMeasures: ['passwords'], givenOwners: [it.staffId], givenDues: [by] },
    });
    const given = await c.task('contain', 'passwords');
    expect([given.assigneeId, new Date(given.dueAt!).toISOString()]).toEqual([it.staffId, by]);
    expect((await c.task('contain', 'recall')).assigneeId).toBeNull();
    expect((await w.register.cases.myTasks(it)).map(({ item }) => item)).toEqual(['passwords']);
    expect(await w.register.cases.page(it, c.reference)).toBeNull();
    await c.complete('contain', { outcome: 'done' }, { item: 'recall', role: 'handler' });

    await env.sleep('320 minutes');
    const chased = (await c.events()).filter(
      ({ type, data }) => type === 'escalated' && /^chase/.test(String(data.point)),
    );
    expect(chased.map(({ data }) => String(data.point))).toEqual([expect.stringContaining('[passwords]')]);
    await c.complete('contain', { outcome: 'not-yet' }, { item: 'passwords', role: 'data-holder' });
    const again = await c.task('contain', 'passwords');
    expect(again.assigneeId).toBe(it.staffId);
    await c.complete('contain', { outcome: 'done' }, { item: 'passwords', role: 'data-holder' });
    await judged(c, 'no-risk');
    await closed(c);
    await proved(c, 'register-only');
  });

  test('is a near miss at triage, and no clock runs on', async () => {
    const c = await reported();
    await c.complete('triage', { outcome: 'near-miss' }, { role: 'dpo' });
    await c.task('lessons');
    expect((await c.page()).clock.state).toBe('stopped');
    await expect(c.act('risk-higher', {}, { role: 'dpo' })).rejects.toThrow('not-waiting');
    await closed(c);
    await proved(c, 'near-miss');
  });

  test('is assessed again when the decision sends it back, and triaged again when something new comes to light', async () => {
    const c = await reported();
    await triaged(c);
    await judged(c, 'back');
    await judged(c, 'no-risk');
    await c.complete('lessons', { again: 'yes', owners: [], dues: [] }, { role: 'dpo' });
    await triaged(c);
    await judged(c, 'risk');
    await c.complete('file-notification', { how: 'form', filedAt: ago(0), complete: 'yes' }, { at: ago(0) });
    await closed(c);
    await proved(c, 'notified');
  });

  test('is judged anew where a follow-up finds the risk higher, and people are told; what else comes to light is contained and told at once', async () => {
    const c = await reported();
    await triaged(c);
    await judged(c, 'risk', undefined, { others: ['police'] });
    await c.complete('file-notification', { how: 'form', filedAt: ago(0), complete: 'no' }, { at: ago(0) });
    await c.act('something-new', { measures: ['passwords'], others: ['bank'] });
    await c.complete('contain-also', { outcome: 'not-yet' }, { item: 'passwords', role: 'handler' });
    await c.complete('contain-also', { outcome: 'done' }, { item: 'passwords', role: 'handler' });
    await c.complete('tell-also', { outcome: 'told', at: ago(0) }, { item: 'bank' });
    await c.complete('follow-up', { ...assessment, higher: true } as never);
    // At once, though the police are not told yet; they are not told twice.
    await judged(c, 'high-risk', 'public', { others: ['police', 'insurer'] });
    await c.complete('tell-other', { outcome: 'told', at: ago(0) }, { item: 'insurer' });
    expect(await openTasks(c, 'tell-other')).toEqual(['police']);
    await w.reload(c);
    await c.complete('tell-other', { outcome: 'told', at: ago(0) }, { item: 'police' });
    await c.complete('publish-notice', { on: ago(0).slice(0, 10) });
    await c.complete('file-notification', { how: 'form', filedAt: ago(0), complete: 'yes' }, { at: ago(0) });
    expect((await packsOf(c)).map(({ phase }) => phase)).toEqual([1, 2]);
    await closed(c);
    await proved(c, 'notified-and-told');
  });

  test('is judged anew until it is closed, also once the notification is complete: people and the regulator are told of a higher risk (Arts 33(4), 34)', async () => {
    const c = await reported();
    await triaged(c);
    const higher = () =>
      c.act('risk-higher', {}, { role: 'dpo', personal: { news: 'The list was published.' } });
    await c.task('assess');
    await expect(higher()).rejects.toThrow('judged-now');
    await judged(c, 'risk', undefined, { others: ['police'] });
    const filed = { how: 'form', filedAt: ago(0), complete: 'yes' };
    await c.complete('file-notification', filed, { at: ago(0) });
    // At once, though the police are not told yet; they are not told twice.
    await higher();
    await judged(c, 'high-risk', 'public', { others: ['police', 'insurer'] });
    await c.complete('tell-other', { outcome: 'told', at: ago(0) }, { item: 'insurer' });
    await c.complete('publish-notice', { on: ago(0).slice(0, 10) });
    await w.reload(c);
    expect(await openTasks(c, 'tell-other')).toEqual(['police']);
    await c.complete('tell-other', { outcome: 'told', at: ago(0) }, { item: 'police' });
    // What is learnt waits until the second notification is filed as well.
    await c.task('lessons');
    await expect(closed(c)).rejects.toThrow('judged-anew');
    await c.complete('file-notification', filed, { at: ago(0) });
    expect((await packsOf(c)).map(({ phase }) => phase)).toEqual([1, 2]);
    await waitFor(async () => (await c.page()).view.open.every((step) => !step.startsWith('judge-and-tell')));
    await closed(c);
    await c.task('close-case');
    // Whom an earlier judgement had told stays told, whatever a later one finds.
    await higher();
    await judged(c, 'no-risk');
    await waitFor(async () => (await c.page()).view.open.every((step) => !step.startsWith('judge-and-tell')));
    await w.reload(c);
    await proved(c, 'notified-and-told');
  });

  test('follows each action with the person named for it, to its end', async () => {
    const c = await reported();
    const owner = await w.staff('project-lead');
    await c.complete('triage', { outcome: 'not-a-breach' }, { role: 'governance-officer' });
    await closed(c, { owners: [owner.staffId, owner.staffId], dues: ['2027-01-29', '2027-02-26'] });
    const task = await c.task('carry-out-action', '1');
    expect([task.assigneeId, task.dueOn]).toEqual([owner.staffId, '2027-01-29']);
    await c.complete('carry-out-action', { outcome: 'later', due: '2027-03-31' }, { item: '1', role: 'dpo' });
    expect((await c.task('carry-out-action', '1')).dueOn).toBe('2027-03-31');
    await c.complete('carry-out-action', { outcome: 'done' }, { item: '1', role: 'dpo' });
    await c.complete('carry-out-action', { outcome: 'dropped' }, { item: '2', role: 'dpo' });
    await proved(c, 'not-a-breach');
  });

  test('takes the earlier discovery for the moment of awareness, and a later word moves it with an explanation (Art 33(1))', async () => {
    const c = await reported({
      codes: { discovered: 'at', discoveredAt: ago(30), ongoing: 'no', place: 'us' },
    });
    expect(hours(ago(30), (await c.page()).dueAt!)).toBeCloseTo(72, 1);
    await triaged(c, { awareAt: ago(20) });
    expect(hours(ago(20), (await c.page()).dueAt!)).toBeCloseTo(72, 1);
    await c.act('move-aware', { awareAt: ago(10) }, { personal: { reasons: 'Only then was it certain.' } });
    expect(hours(ago(10), (await c.page()).dueAt!)).toBeCloseTo(72, 1);
    const [regulator] = (await w.register.cases.deadlines(await w.staff('dpo'), c.reference))!;
    expect(regulator!.steps.some(({ hours: counted }) => counted === 72)).toBe(true);
  });

  test('is reopened at triage after it was closed, and a letter that came back is dealt with', async () => {
    const c = await reported();
    await c.complete('triage', { outcome: 'near-miss' }, { role: 'dpo' });
    await closed(c);
    await c.complete('close-case', { confirmed: true }, { role: 'dpo' });
    await c.outcome();
    await c.reopen();
    await triaged(c);
    await c.act('letter-returned', { letter: 'tell-person#1', on: ago(0).slice(0, 10) });
    await c.complete('send-again', { outcome: 'post', on: ago(0).slice(0, 10) });
    await judged(c, 'no-risk');
    await closed(c);
    await c.complete('close-case', { confirmed: true }, { role: 'dpo' });
    await waitFor(async () => (await c.page()).outcome === 'register-only');
    diagram.follows(await c.events());
  });
});

describe('The diagram', () => {
  test('has no element that no case has reached', () => {
    expect(diagram.unreached()).toEqual({ elements: [], flows: [] });
  });
});

/** Hands in the list and the words; the first person's letter goes by e-mail. */
async function told(c: Driver, people: string, peopleCount: number, others: string): Promise<void> {
  await c.complete('prepare-notice', { peopleCount, others }, { personal: { ...notice, people } });
}

async function atNottingham(): Promise<Partial<CaseOpening>> {
  return { viewer: await w.staff('employee', 'nottingham-city-homes') };
}

async function timersOf(c: Driver): Promise<string[]> {
  const viewer = await w.staff('dpo', (await c.page()).organisationId);
  return (await w.register.cases.deadlines(viewer, c.reference))!.map(({ timer }) => timer);
}

const openTasks = async (c: Driver, element: string): Promise<(string | null)[]> =>
  (await c.page()).tasks
    .filter((task) => task.state === 'open' && task.element === element)
    .map(({ item }) => item);

const hours = (from: string, until: string): number => (Date.parse(until) - Date.parse(from)) / 3_600_000;

async function packsOf(c: Driver): Promise<NotificationPack[]> {
  const rows = await w.register.documents.ofCase(c.reference);
  const packs = rows.filter(({ purpose }) => purpose === 'notification');
  return Promise.all(
    packs.map(async ({ id }) => {
      const { content } = await w.register.documents.content(id);
      return JSON.parse((await buffer(Readable.from(content))).toString()) as NotificationPack;
    }),
  );
}

const valueIn = ({ sections }: NotificationPack, name: string): string | undefined =>
  sections.flatMap(({ fields }) => fields).find((field) => field.name === name)?.value;

const waitFor = async (holds: () => Promise<boolean>): Promise<void> => {
  await waitUntil('the case to move on', async () => (await holds()) || undefined);
};
