import { invented } from '../people';
import { daysAgo, type Story } from '../story';
import type { Tale } from '../stories';

const photographs = {
  ...{ what: 'Photographs of your home', ground: 'no-longer-needed', decision: 'erase' },
  reasons: 'The survey that they were taken for is over.',
};
const repairs = {
  ...{ what: 'The notes of your repairs', ground: 'no-longer-needed', decision: 'keep' },
  ...{ keptUnder: 'legal-claims', keptUntil: 'Until the claim about the damp is settled.' },
  reasons: 'A letter before action came in May.',
};
const litigation = {
  ...{ hold: 'litigation', answer: 'exception', exception: 'legal-claims' },
  reasons: 'The repair notes are what the claim is about.',
};

const erases = {
  ...{ erase: 'yes', systems: ['document-store'], recipients: [] },
  ...{ suppression: 'no', madePublic: 'no' },
};
const instructions = 'Erase the photographs of the damp survey and every copy of them.';

/** The photographs are erased; the repair notes are kept for a claim, which somebody now decides. */
async function assess({ c }: Story): Promise<void> {
  await c.complete('triage', { identity: 'no-doubt' });
  await c.complete(
    'assess-erasure',
    { ...erases, refused: 'part', partsCount: 2, holdsCount: 1 },
    { personal: { instructions, parts: [photographs, repairs], holds: [litigation] } },
  );
}

async function erase({ c }: Story): Promise<void> {
  await c.complete('triage', { identity: 'no-doubt' });
  await c.complete(
    'assess-erasure',
    { ...erases, refused: 'none', partsCount: 1, holdsCount: 0 },
    { personal: { instructions, parts: [photographs], holds: [] } },
  );
  await c.complete('second-check', { outcome: 'right' }, { role: 'governance-officer' });
  await c.complete('release-erasure', { outcome: 'release' });
  await c.complete(
    'carry-out',
    {
      ...{ outcome: 'expires', on: daysAgo(0), records: 14, expiresOn: daysAgo(-60) },
      ...{ medium: 'electronic', methods: ['deleted'] },
    },
    {
      ...{ item: 'document-store', role: 'handler' },
      personal: { evidence: 'Deleted, recycle bin included; the nightly backup expires by itself.' },
    },
  );
}

export const erasureTales: readonly Tale[] = [
  {
    about: 'an erasure with a part kept for a claim, waiting for the DPO’s advice',
    kind: 'erasure',
    organisation: 'new-park-village',
    person: invented('Lorcan Whitby', { street: '8 Larch Walk', reference: 'NPV-0613' }),
    ...{ received: 11, channel: 'email' },
    request: 'Please erase the photographs of my home and the repair notes.',
    tell: assess,
  },
  {
    about: 'an erasure carried out, with a backup that has still to expire',
    kind: 'erasure',
    organisation: 'new-park-village',
    person: invented('Sabine Orchard', { street: '5 Alder Close', reference: 'NPV-0788', post: true }),
    ...{ received: 19, channel: 'letter' },
    request: 'Please erase the photographs that were taken of my home.',
    tell: erase,
  },
];
