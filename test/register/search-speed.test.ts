import type { Viewer } from '../../register/viewer';
import type { TestRecord } from './support/record';
import { NEW_PARK, testRecord } from './support/record';

let record: TestRecord;
let handler: Viewer;

const PEOPLE = 20_000;
const first = [
  'Ada',
  'Bert',
  'Cora',
  'Dev',
  'Edna',
  'Femi',
  'Gita',
  'Hugh',
  'Iona',
  'Jude',
  'Kofi',
  'Lena',
  'Maud',
];
const last = [
  'Ashby',
  'Birch',
  'Clough',
  'Dunmore',
  'Eastley',
  'Farrow',
  'Garside',
  'Hartnoll',
  'Ibbotson',
  'Jessop',
  'Kirkby',
];

beforeAll(async () => {
  record = await testRecord();
  handler = await record.member(['handler']);
  const row = (index: number): string =>
    `${first[index % first.length]} ${last[index % last.length]}${index % 97},REF-${index}`;
  const csv = ['name,reference', ...Array.from({ length: PEOPLE }, (_, index) => row(index))].join('\n');
  expect(await record.register.people.importIndex(NEW_PARK, csv)).toEqual({ imported: PEOPLE });
  await record.sql('ANALYZE search_token');
});
afterAll(() => record.close());

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < 15; count += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((one, other) => one - other)[7] ?? Infinity;
}

describe(`A search among ${PEOPLE} people`, () => {
  it.each([
    ['a reference', 'REF-12345'],
    ['a full name', 'Cora Hartnoll21'],
    ['the beginning of a common name', 'har'],
    ['a misspelling', 'Kora Heartnol'],
  ])('by %s costs less than reading the index twice, opening nothing, would', async (_what, text) => {
    const hits = await record.register.people.search(handler, text);
    expect(hits.length).toBeGreaterThan(0);
    const whole = await median(() => record.sql('SELECT id, sealed FROM index_entry'));
    const search = await median(() => record.register.people.search(handler, text));
    expect(search).toBeLessThan(2 * whole);
  });
});
