import { invented } from '../people';
import { daysAgo, type Story } from '../story';
import type { Tale } from '../stories';

const phone = {
  what: 'Telephone number ending 611',
  shouldBe: 'Telephone number ending 617',
  seenAt: 'The repair confirmation',
};
const note = {
  what: 'The call note says that I was abusive',
  shouldBe: 'That I was upset',
  seenAt: 'A copy of my file',
};

/** One particular is corrected and one refused, which somebody now decides. */
async function assess({ c }: Story): Promise<void> {
  await c.complete('triage', { identity: 'no-doubt', restriction: 'no' });
  await c.complete(
    'assess-accuracy',
    { refused: 'part', change: 'yes', systems: ['housing-management'], recipients: ['contractors'] },
    {
      personal: {
        instructions: 'Change the telephone number of the tenancy contact to the one ending 617.',
        particulars: [
          { ...phone, finding: 'fact-wrong', remedy: 'correct', reasons: 'The tenancy agreement has 617.' },
          {
            ...note,
            finding: 'opinion',
            remedy: 'annotate',
            statement: 'The tenant says that they were upset and not abusive.',
            reasons: 'It is the officer’s own view, and is recorded as such.',
          },
        ],
      },
    },
  );
}

export const rectificationTales: readonly Tale[] = [
  {
    about: 'a rectification with a part refused, waiting for the DPO’s advice',
    kind: 'rectification',
    organisation: 'new-park-village',
    person: invented('Linnet Barrow', { street: '12 Larch Walk', reference: 'NPV-0431' }),
    ...{ received: 8, channel: 'phone', codes: { particularsCount: 2 } },
    typed: { particulars: [phone, note] },
    request: 'My number is wrong and the call note is unfair.',
    tell: assess,
  },
  {
    about: 'a rectification carried out, with a recipient still to be told',
    kind: 'rectification',
    organisation: 'new-park-village',
    person: invented('Perpetua Finch', { street: '3 Alder Close', reference: 'NPV-0719', post: true }),
    ...{ received: 16, channel: 'letter', codes: { particularsCount: 1 } },
    typed: { particulars: [phone] },
    request: 'Please put my telephone number right.',
    tell: async ({ c }) => {
      await c.complete('triage', { identity: 'no-doubt', restriction: 'no' });
      await c.complete(
        'assess-accuracy',
        { refused: 'none', change: 'yes', systems: ['housing-management'], recipients: ['contractors'] },
        {
          personal: {
            instructions: 'Change the telephone number to the one ending 617.',
            particulars: [
              { ...phone, finding: 'fact-wrong', remedy: 'correct', reasons: 'Their letter shows it.' },
            ],
          },
        },
      );
      await c.complete('second-check', { outcome: 'right' }, { role: 'governance-officer' });
      await c.complete(
        'carry-out',
        { outcome: 'done', on: daysAgo(0), records: 1 },
        {
          item: 'housing-management',
          role: 'handler',
          personal: { evidence: 'Changed; checked on screen.' },
        },
      );
    },
  },
];
