import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { expand } from '../../documents';
import type { Programs } from './support/programs';
import { programs, today } from './support/programs';
import { ORGANISATION } from './support/staff';

const SYSTEM = 'housing-management';
let house: Programs;
let reference: string;

beforeAll(async () => {
  house = await programs(
    ['handler', 'governance-officer', 'dpo', 'accountable-manager', 'data-holder'],
    [SYSTEM],
  );
});
afterAll(() => house?.stop());

const request = {
  ...{ subjectName: 'Perrin Oakshott', personType: 'tenant', request: 'My data for my new landlord.' },
  ...{
    forWhom: 'person',
    channel: 'phone',
    receivedOn: today(),
    requester: 'self',
    controller: ORGANISATION,
  },
  contactPost: '1 Test Close\nWolverhampton\nWV1 1AA',
};

const reasons = {
  ...{ basisReason: 'The tenancy agreement.', automatedReason: 'In the housing system.' },
  ...{ providedReason: 'What they told us.', publicTaskReason: 'We let homes as a landlord.' },
};
const letting = {
  ...{ record: 'tenancy-management', basis: 'contract', automated: 'yes', provided: 'yes', publicTask: 'no' },
  ...reasons,
};
const cctv = {
  ...letting,
  record: 'cctv',
  basis: 'none',
  basisReason: 'It rests on our interest in a safe estate.',
};

const assessment = {
  ...{ activities: [letting, cctv], portable: 'yes', systems: [SYSTEM] },
  instructions: 'Names, telephone numbers and what they wrote to us.',
};

const telephone = {
  ...{
    record: 'tenancy-management',
    name: 'Telephone number',
    value: '07700 900123, "home"',
    origin: 'provided',
  },
};

describe('a portability request, worked by programs from intake to closure (UK GDPR Art 20)', () => {
  test('is logged free of charge, and assessed by four tests, each with its reason', async () => {
    const logged = await house.call('handler', '/cases/portability', { answers: request });
    expect(logged).toMatchObject({ status: 201, json: { started: true } });
    reference = String(logged.json.reference);
    expect(reference).toMatch(/^POR-\d{4}-\d{5}$/);
    await house.post(reference, 'acknowledge');
    await house.finish('handler', reference, 'triage', { identity: 'no-doubt' });
    const { id } = await house.task(reference, 'assess-scope');
    const without = { ...cctv, basisReason: '' };
    const fault = async (answers: object) => (await house.call('handler', `/tasks/${id}`, { answers })).json;
    expect(await fault({ ...assessment, activities: [letting, without] })).toMatchObject({
      error: { fields: [{ field: 'activities.1.basisReason' }] },
    });
    expect(
      await fault({ ...assessment, activities: [letting, { ...cctv, basis: 'consent' }] }),
    ).toMatchObject({
      error: { fields: [{ field: 'activities.1.basis', message: expect.stringContaining('Art 6(1)(a)') }] },
    });
    await house.finish('handler', reference, 'assess-scope', assessment);
    await house.finish('dpo', reference, 'dpo-advice', {
      advice: 'agree',
      reasons: 'Cameras rest on our interest.',
    });
    await house.finish('accountable-manager', reference, 'decide', {
      ...{ decision: 'approve', departs: 'no', limitReasons: 'no' },
    });
  });

  test('the system’s owner enters lines and adds files, of what is portable alone', async () => {
    const { id } = await house.task(reference, 'extract', SYSTEM);
    const page = JSON.stringify((await house.call('data-holder', `/tasks/${id}`)).json);
    expect(page).toContain('Names, telephone numbers and what they wrote to us.');
    expect(page).not.toContain('for my new landlord');
    const base = { outcome: 'extracted', on: today(), evidence: 'From the contact page.' };
    const fault = async (answers: object) =>
      (await house.call('data-holder', `/tasks/${id}`, { answers })).json;
    expect(await fault(base)).toMatchObject({ error: { fields: [{ field: 'outcome' }] } });
    expect(await fault({ ...base, entries: [{ ...telephone, record: 'cctv' }] })).toMatchObject({
      error: { fields: [{ field: 'entries.0.record' }] },
    });
    await addFile('letter.txt', 'I should like a ramp.');
    await addFile('neighbour.txt', 'What a neighbour said.');
    await house.finish('data-holder', reference, 'extract', { ...base, entries: [telephone] });
  });

  test('nothing goes before each file is decided, and what is withheld for others is told (Art 20(4))', async () => {
    const { id } = await house.task(reference, 'review');
    expect((await house.call('handler', `/tasks/${id}`)).json.shows).toContainEqual({
      label: 'What was entered: Housing management system',
      text: expect.stringContaining('Line 1: '),
    });
    const answers = {
      ...{ outcome: 'ready', others: 'no', weighed: 'A neighbour told us something in confidence.' },
      ...{ transmission: 'not-asked', delivery: 'post' },
    };
    const send = (change = {}) =>
      house.call('handler', `/tasks/${id}`, { answers: { ...answers, ...change } });
    expect(await send()).toMatchObject({ status: 409, json: { error: { code: 'items-open' } } });
    await decide('letter.txt', 'release');
    await decide('neighbour.txt', 'withhold');
    expect(await send()).toMatchObject({ status: 422, json: { error: { fields: [{ field: 'others' }] } } });
    expect(await send({ transmission: 'feasible', others: 'withheld' })).toMatchObject({
      status: 422,
      json: { error: { fields: [{ field: 'transmission' }] } },
    });
    await house.finish('handler', reference, 'review', { ...answers, others: 'withheld' });
    const sound = { advice: 'agree', reasons: 'The neighbour spoke in confidence.' };
    await house.finish('dpo', reference, 'advise-undone', sound);
    const agreed = { decision: 'agreed', departs: 'no', reasons: 'It would harm them.' };
    await house.finish('accountable-manager', reference, 'decide-undone', agreed);
  });

  test('the person is told what is enclosed, what is not and why, and gets it', async () => {
    await house.post(reference, 'respond');
    const letter = await house.letter(reference, 'respond');
    for (const words of [
      'It rests on our interest in a safe estate.',
      'Article 20(4) of the UK GDPR',
      'It costs you nothing.',
      'section 164A',
      'You also have the right to complain to the regulator',
      'ask a court to order',
    ])
      expect(letter).toContain(words);
    await house.finish('handler', reference, 'deliver', {
      ...{ way: 'post', on: today(), checkedAddress: true, checkedEnclosures: true },
    });
    await house.finish('handler', reference, 'close-case', { confirmed: true });
    expect(await house.outcome(reference)).toBe('ported-in-part');
  });

  test('the archive holds JSON with its schema, a table, the released file alone, and true checksums (Art 20(1))', async () => {
    const files = await archive();
    const names = [...files.keys()].sort();
    expect(names).toEqual([
      ...['README.txt', 'SHA256SUMS', 'data.json', 'files/001.txt', 'schema.json', 'tenancy-management.csv'],
    ]);
    const data = JSON.parse(String(files.get('data.json'))) as Record<string, unknown>;
    expect(data).toMatchObject({
      format: 'portable-personal-data',
      records: [
        { id: 'tenancy-management', entries: [{ value: telephone.value, origin: 'provided', date: null }] },
      ],
      files: [{ file: 'files/001.txt' }],
    });
    const described = JSON.parse(String(files.get('schema.json'))) as { required: string[] };
    expect(Object.keys(data).sort()).toEqual([...described.required].sort());
    expect(String(files.get('tenancy-management.csv'))).toContain(
      'Telephone number,"07700 900123, ""home""",provided,,',
    );
    for (const line of String(files.get('SHA256SUMS')).trim().split('\n')) {
      const [sum, name = ''] = line.split('  ');
      expect([
        name,
        createHash('sha256')
          .update(files.get(name) ?? '')
          .digest('hex'),
      ]).toEqual([name, sum]);
    }
    const exported = (await house.call('handler', `/cases/${reference}/documents`)).json;
    expect(JSON.stringify(exported)).toContain(`${reference}.zip`);
  });
});

/** Its owner adds a file to the system's task, whose case they do not see. */
async function addFile(name: string, text: string): Promise<void> {
  const { id } = await house.task(reference, 'extract', SYSTEM);
  const at = `/cases/${reference}/tasks/${id}/documents/uploads`;
  files.set(name, await house.upload('data-holder', at, { name }, text));
}

/** Ids of the files by their names. */
const files = new Map<string, string>();

const balanced = {
  consent: 'not-asked',
  capable: 'yes',
  confidentiality: 'yes',
  informationType: 'private',
  reasonable: 'no',
};

async function decide(name: string, decision: 'release' | 'withhold'): Promise<void> {
  const withheld = { exemption: 'art20-4', thirdParty: 'yes', ...balanced, reason: 'Told in confidence.' };
  const { status, json } = await house.call('handler', `/cases/${reference}/documents/decisions`, {
    documents: [files.get(name)],
    answers: { decision, ...(decision === 'withhold' ? withheld : { thirdParty: 'no' }) },
  });
  expect([name, status, json]).toEqual([name, 200, expect.anything()]);
}

async function archive(): Promise<ReadonlyMap<string, Buffer>> {
  const row = (await house.real.register.documents.ofCase(reference)).find(
    ({ purpose }) => purpose === 'bundle',
  );
  const { content } = await house.real.register.documents.content(String(row?.id));
  const zip = { name: 'x.zip', mediaType: 'application/zip', content: await buffer(Readable.from(content)) };
  return new Map((await expand(zip)).map((file) => [file.name, file.content]));
}
