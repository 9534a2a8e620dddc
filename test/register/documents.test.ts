import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { DocumentInput, OpenedDocument } from '../../register/documents';
import { CHUNK_BYTES } from '../../register/documents';
import type { Viewer } from '../../register/viewer';
import type { TestRecord } from './support/record';
import { entered, left, NEW_PARK, NOTTINGHAM, Run, testRecord } from './support/record';

let record: TestRecord;
let handler: Viewer;
let reference: string;
beforeAll(async () => {
  record = await testRecord();
  handler = await record.member(['handler']);
});
beforeEach(async () => void ({ reference } = await record.open({ viewer: handler })));
afterAll(() => record.close());

const file = (change: Partial<DocumentInput> = {}): DocumentInput => ({
  ...{
    id: randomUUID(),
    reference,
    purpose: 'found',
    system: 'cctv',
    mediaType: 'text/plain',
    name: 'repairs.txt',
  },
  ...change,
});

async function contentOf(opened: OpenedDocument | null): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of opened?.content ?? []) pieces.push(piece);
  return Buffer.concat(pieces);
}

const eventTypes = async () =>
  (await record.register.cases.events(handler, reference))?.map(({ type }) => type) ?? [];

describe('An upload', () => {
  it('goes on where it stopped, takes each piece once, and comes back byte for byte', async () => {
    const { documents } = record.register;
    const content = randomBytes(2 * CHUNK_BYTES + 1234);
    const input = file();
    await documents.create(handler, input);
    await documents.append(handler, input.id, 0, content.subarray(0, CHUNK_BYTES));
    await documents.append(handler, input.id, 0, content.subarray(0, CHUNK_BYTES));
    expect((await documents.create(handler, input)).chunks).toBe(1);
    await Promise.all(
      [1, 1, 1].map((index) =>
        documents.append(handler, input.id, index, content.subarray(CHUNK_BYTES, 2 * CHUNK_BYTES)),
      ),
    );
    await documents.append(handler, input.id, 2, content.subarray(2 * CHUNK_BYTES));
    const row = await documents.finish(handler, input.id, ['metadata']);
    expect(row).toMatchObject({
      state: 'ready',
      bytes: content.length,
      chunks: 3,
      number: 1,
      hidden: ['metadata'],
    });
    expect(row.sha256).toBe(createHash('sha256').update(content).digest('hex'));
    expect((await contentOf(await documents.view(handler, input.id))).equals(content)).toBe(true);
    expect(await documents.finish(handler, input.id)).toEqual(row);
  });

  it('refuses a gap, a piece after a short one, one that is too large, and one after the end', async () => {
    const { documents } = record.register;
    const input = file();
    await documents.create(handler, input);
    const append = (index: number, bytes: number) =>
      documents.append(handler, input.id, index, Buffer.alloc(bytes));
    await expect(append(1, 5)).rejects.toMatchObject({ code: 'wrong-state' });
    await expect(append(0, CHUNK_BYTES + 1)).rejects.toMatchObject({ code: 'invalid' });
    await append(0, 5);
    await expect(append(1, 5)).rejects.toMatchObject({ code: 'wrong-state' });
    await documents.finish(handler, input.id);
    await expect(append(1, 5)).rejects.toMatchObject({ code: 'wrong-state' });
  });

  it('gives each file its own number however many come at once', async () => {
    const added = await Promise.all(
      Array.from({ length: 6 }, () => record.register.documents.add(handler, file(), Buffer.from('x'))),
    );
    expect(added.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('by a data holder is allowed for a system they were asked to search, while they are asked', async () => {
    const { documents, organisations } = record.register;
    const [mine, other] = organisations.get(NEW_PARK).systems.map(({ id }) => id);
    const owner = await record.member(['data-holder'], [mine ?? '']);
    const add = (system: string | undefined) => documents.add(owner, file({ system }), Buffer.from('x'));
    await expect(add(mine)).rejects.toMatchObject({ code: 'not-found' });
    const run = await Run.claim(record, reference);
    const step = `search#1[${mine}]/search-system#1`;
    await run.write(entered(step));
    const added = await add(mine);
    await expect(add(other)).rejects.toMatchObject({ code: 'not-found' });
    await documents.add(handler, file({ system: other }), Buffer.from('not theirs'));
    expect((await documents.list(owner, reference))?.map(({ id }) => id)).toEqual([added.id]);
    expect((await contentOf(await documents.view(owner, added.id))).toString()).toBe('x');
    await run.write(left(step, { data: { result: 'found', hits: 1 } }));
    await expect(add(mine)).rejects.toMatchObject({ code: 'not-found' });
    await record.register.staff.setMembership(owner.staffId, NEW_PARK, { roles: ['data-holder'] });
  });
});

describe('Every view of a document', () => {
  it('is on record with who looked, before the first byte is read', async () => {
    const { id } = await record.register.documents.add(handler, file(), Buffer.from('secret'));
    const dpo = await record.member(['dpo']);
    await record.register.documents.view(dpo, id);
    const last = (await record.register.cases.events(handler, reference))?.at(-1);
    expect(last).toMatchObject({
      type: 'document-viewed',
      actorId: dpo.staffId,
      data: { document: id, number: 1 },
    });
  });

  it('is refused to auditors, to other organisations, and to whoever is not named, and then nothing is recorded', async () => {
    const { id } = await record.register.documents.add(handler, file(), Buffer.from('secret'));
    const before = await eventTypes();
    const viewers = [
      await record.member(['auditor']),
      await record.member(['dpo'], [], NOTTINGHAM),
      await record.member(['data-holder']),
    ];
    for (const viewer of viewers) expect(await record.register.documents.view(viewer, id)).toBeNull();
    expect(await eventTypes()).toEqual(before);
  });

  it('through a link is on record by the link, and only for documents it names', async () => {
    const { documents, links } = record.register;
    const [named, other] = [
      await documents.add(handler, file(), Buffer.from('a')),
      await documents.add(handler, file(), Buffer.from('b')),
    ];
    const issued = await links.issue({
      reference,
      purpose: 'download',
      target: named.id,
      expiresAt: '2026-12-31T00:00:00Z',
    });
    expect((await contentOf(await documents.viewByLink(issued.id, named.id))).toString()).toBe('a');
    expect((await record.register.cases.events(handler, reference))?.at(-1)?.data).toMatchObject({
      link: issued.id,
    });
    await expect(documents.viewByLink(issued.id, other.id)).rejects.toMatchObject({ code: 'not-found' });
    await links.revoke(handler, issued.id);
    await expect(documents.viewByLink(issued.id, named.id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('ends with an error when a piece was changed, exchanged or taken away in the database', async () => {
    const { documents } = record.register;
    const one = await documents.add(handler, file(), Buffer.from('one'));
    const other = await documents.add(handler, file(), Buffer.from('other'));
    await record.sql(
      'UPDATE document_chunk SET sealed = (SELECT sealed FROM document_chunk WHERE "documentId" = $1) WHERE "documentId" = $2',
      [one.id, other.id],
    );
    await expect(contentOf(await documents.view(handler, other.id))).rejects.toMatchObject({
      code: 'tampered',
    });
    await record.sql('DELETE FROM document_chunk WHERE "documentId" = $1', [one.id]);
    await expect(contentOf(await documents.view(handler, one.id))).rejects.toMatchObject({
      code: 'tampered',
    });
  });
});

describe('Disclosure decisions', () => {
  it('are made in bulk, all or none, keep what was decided before, and stand on record as codes', async () => {
    const { documents } = record.register;
    const items = [
      await documents.add(handler, file(), Buffer.from('a')),
      await documents.add(handler, file(), Buffer.from('b')),
    ];
    const ids = items.map(({ id }) => id);
    const foreign = await record.open();
    const elsewhere = await documents.add(handler, file({ reference: foreign.reference }), Buffer.from('c'));
    const mixed = { documentIds: [...ids, elsewhere.id], decision: 'release' } as const;
    await expect(documents.decide(handler, reference, mixed)).rejects.toMatchObject({ code: 'not-found' });
    await documents.decide(handler, reference, { documentIds: ids, decision: 'release' });
    await documents.decide(handler, reference, {
      ...{
        documentIds: ids.slice(0, 1),
        decision: 'withhold',
        exemption: 'sch2-19',
        reason: 'Advice of counsel about them.',
      },
    });
    const [first, second] = (await documents.list(handler, reference)) ?? [];
    expect(first?.decision).toMatchObject({
      decision: 'withhold',
      exemption: 'sch2-19',
      reason: 'Advice of counsel about them.',
    });
    expect(second?.decision).toMatchObject({ decision: 'release' });
    const decided = await documents.decisions(handler, ids[0] ?? '');
    expect(decided?.map(({ decision }) => decision)).toEqual(['withhold', 'release']);
    const events = (await record.register.cases.events(handler, reference))?.filter(
      ({ type }) => type === 'item-decided',
    );
    expect(events).toHaveLength(3);
    expect(JSON.stringify(events?.map(({ data }) => data))).not.toContain('counsel');
  });

  it.each([
    ['withheld without an exemption', { decision: 'withhold' }],
    ['redacted without an exemption', { decision: 'release-redacted' }],
    ['withheld under an exemption that does not exist', { decision: 'withhold', exemption: 'sch9-1' }],
    ['released under an exemption', { decision: 'release', exemption: 'sch2-2' }],
    [
      'withheld for another person without the balancing of DPA Sch 2 ¶16',
      { decision: 'withhold', exemption: 'sch2-16' },
    ],
  ] as const)('refuse an item %s', async (_what, input) => {
    const { id } = await record.register.documents.add(handler, file(), Buffer.from('a'));
    const decided = record.register.documents.decide(handler, reference, { documentIds: [id], ...input });
    await expect(decided).rejects.toMatchObject({ code: 'invalid' });
    expect((await record.register.documents.find(handler, id))?.decision).toBeNull();
  });

  it('are for case workers only', async () => {
    const { id } = await record.register.documents.add(handler, file(), Buffer.from('a'));
    for (const viewer of [await record.member(['auditor']), await record.member(['accountable-manager'])]) {
      const decided = record.register.documents.decide(viewer, reference, {
        documentIds: [id],
        decision: 'release',
      });
      await expect(decided).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('leave a review unfinished until every item is decided, redactions replaced and hidden content dealt with', async () => {
    const { documents } = record.register;
    const [open, redacted] = [
      await documents.add(handler, file(), Buffer.from('a'), ['tracked-changes']),
      await documents.add(handler, file(), Buffer.from('b')),
    ];
    const unfinished = () => documents.unfinished(reference);
    expect(await unfinished()).toEqual({ uploading: 0, undecided: 2, unreplaced: 0, hidden: 0 });
    await documents.decide(handler, reference, { documentIds: [open.id], decision: 'release' });
    await documents.decide(handler, reference, {
      documentIds: [redacted.id],
      decision: 'release-redacted',
      exemption: 'sch2-19',
    });
    expect(await unfinished()).toEqual({ uploading: 0, undecided: 0, unreplaced: 1, hidden: 1 });
    const replacement = file({ purpose: 'redacted', replacesId: redacted.id, name: 'redacted.pdf' });
    await documents.add(handler, replacement, Buffer.from('c'), ['metadata']);
    expect(await unfinished()).toMatchObject({ unreplaced: 0, hidden: 2 });
    const reviewed = { how: 'reviewed', reason: 'Only spelling was changed.' } as const;
    await documents.dealtWithHidden(handler, open.id, reviewed);
    await documents.dealtWithHidden(handler, replacement.id, reviewed);
    expect(await documents.find(handler, open.id)).toMatchObject({
      hiddenHow: 'reviewed',
      hiddenReason: 'Only spelling was changed.',
    });
    expect(await unfinished()).toEqual({ uploading: 0, undecided: 0, unreplaced: 0, hidden: 0 });
    expect((await documents.find(handler, redacted.id))?.replacedBy).toBe(replacement.id);
  });

  it('stand once the review is finished, until it is open again', async () => {
    const { documents } = record.register;
    const item = await documents.add(handler, file(), Buffer.from('a'), ['comments']);
    const decide = (decision: 'release' | 'out-of-scope') =>
      documents.decide(handler, reference, { documentIds: [item.id], decision });
    await decide('out-of-scope');
    const run = await Run.claim(record, reference);
    await run.write(entered('review#1'));
    await run.write(left('review#1'), entered('second-check#1'));
    const refused = { code: 'wrong-state', message: expect.stringContaining('send it back to review') };
    await expect(decide('release')).rejects.toMatchObject(refused);
    const reviewed = { how: 'reviewed', reason: 'Harmless.' } as const;
    await expect(documents.dealtWithHidden(handler, item.id, reviewed)).rejects.toMatchObject(refused);
    const replacement = file({ purpose: 'redacted', replacesId: item.id });
    await expect(documents.create(handler, replacement)).rejects.toMatchObject(refused);
    await documents.add(handler, file(), Buffer.from('found later'));
    await run.write(left('second-check#1', { data: { outcome: 'back' } }), entered('review#2'));
    await decide('release');
    expect((await documents.find(handler, item.id))?.decision?.decision).toBe('release');
  });

  it('are the work of whoever made them: they do not check it, whoever finished the review', async () => {
    const { documents, cases } = record.register;
    const [decider, finisher] = [await record.member(['handler']), await record.member(['handler'])];
    const { id } = await documents.add(handler, file(), Buffer.from('a'));
    await documents.decide(decider, reference, { documentIds: [id], decision: 'release' });
    const run = await Run.claim(record, reference);
    await run.write(entered('review#1'));
    await run.write(left('review#1', { actor: finisher.staffId }), entered('second-check#1'));
    const check = async (viewer: Viewer) =>
      (await cases.page(viewer, reference))?.tasks.find(({ element }) => element === 'second-check');
    for (const viewer of [decider, finisher])
      expect(await check(viewer)).toMatchObject({ override: true, refusal: null });
    expect(await check(handler)).toMatchObject({ override: false, refusal: null });
    expect(await documents.deciders(reference)).toEqual([decider.staffId]);
  });

  it('cannot be escaped by a redacted file that replaces nothing, or something of another case', async () => {
    const { documents } = record.register;
    const foreign = await record.open();
    const elsewhere = await documents.add(handler, file({ reference: foreign.reference }), Buffer.from('c'));
    await expect(documents.create(handler, file({ purpose: 'redacted' }))).rejects.toMatchObject({
      code: 'invalid',
    });
    const stray = documents.create(handler, file({ purpose: 'redacted', replacesId: elsewhere.id }));
    await expect(stray).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('What the process makes', () => {
  it('is stored once for its id, and read without counting as a view', async () => {
    const { documents } = record.register;
    const bundle = file({ purpose: 'bundle', system: undefined, mediaType: 'application/zip' });
    const first = await documents.addByProcess(bundle, Buffer.from('zip'));
    expect(await documents.addByProcess(bundle, Buffer.from('another zip'))).toEqual(first);
    expect((await contentOf(await documents.content(bundle.id))).toString()).toBe('zip');
    expect((await eventTypes()).filter((type) => type === 'document-viewed')).toEqual([]);
  });
});
