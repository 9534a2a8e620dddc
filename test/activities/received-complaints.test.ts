import { randomUUID } from 'node:crypto';
import type { Desk } from './desk';
import { desk } from './desk';

let now = new Date('2026-11-20T15:00:00Z');
let d: Desk;

beforeAll(async () => {
  d = await desk(() => now);
  await d.staff('governance-officer');
});
afterAll(() => d?.stop());

/** What is told at that moment: to whom, and the first of the mails. */
async function told(moment: string, count: number): Promise<{ to: string[]; text: string; source: string }> {
  now = new Date(moment);
  await d.mail.clear();
  const { tellOfReceived, close } = d.activitiesWith(d.mail.url);
  await tellOfReceived();
  await close();
  const mails = await d.mails('RCV-2026-00001', count);
  expect(mails).toHaveLength(count);
  return {
    to: mails.flatMap(({ recipients }) => recipients).sort(),
    text: mails[0]?.text ?? '',
    source: mails.map(({ source }) => source).join('\n'),
  };
}

const MAILBOX = 'data.protection@new-park-village.example';
const OFFICER = 'governance-officer@new-park-village.test';

test('of a complaint from the form the governance mailbox is told at once, and the officers each working day once it is late (DPA s.164A(3))', async () => {
  const id = randomUUID();
  const sent = {
    name: 'Tamsin Quillfeather',
    contactPhone: '01632 960771',
    what: 'It went to my neighbour.',
  };
  await d.register.received.receive({ id, organisationId: 'new-park-village', sent });

  const first = await told('2026-11-20T15:01:00Z', 1);
  expect(first.to).toEqual([MAILBOX]);
  for (const words of [
    `http://custodian.test/complaints/received/${id}`,
    '19 December 2026',
    'by 24 November',
  ])
    expect(first.text).toContain(words);
  expect(first.source).not.toMatch(/Quillfeather|960771|neighbour/);

  await told('2026-11-20T15:02:00Z', 0);
  await told('2026-11-24T09:00:00Z', 0);
  expect((await told('2026-11-25T09:00:00Z', 2)).to).toEqual([MAILBOX, OFFICER].sort());
  await told('2026-11-25T17:00:00Z', 0);
  expect((await told('2026-11-27T09:00:00Z', 2)).text).toContain('nobody has logged it');
  await told('2026-11-28T09:00:00Z', 0);

  await d.register.received.putAside(await d.staff('handler'), id, 'Advertising.');
  await told('2026-11-30T09:00:00Z', 0);
});
