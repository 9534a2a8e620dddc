import { invented } from '../people';
import { daysAgo } from '../story';
import type { Tale } from '../stories';

const inDays = (days: number): string => daysAgo(-days);

/** Marked on the system and shown on the person’s page; the letter that says so is to be checked. */
export const restrictionTales: readonly Tale[] = [
  {
    about: 'a restriction about to be in force, its letter still to be checked',
    kind: 'restriction',
    organisation: 'new-park-village',
    person: invented('Juniper Ashgrove', { street: '9 Hazel Row', reference: 'NPV-0624' }),
    ...{ received: 7, channel: 'phone', codes: { grounds: ['accuracy'] } },
    request: 'The arrears are wrong. Do not use them until you have checked.',
    tell: async ({ c }) => {
      await c.complete('triage', { identity: 'no-doubt' });
      await c.complete(
        'assess-grounds',
        {
          ...{ restrict: 'all', refused: 'none', grounds: ['accuracy'], systems: ['housing-management'] },
          reviewOn: inDays(60),
        },
        {
          personal: {
            what: 'The arrears on your rent account since April 2026.',
            instructions: 'Mark the rent account as restricted, so that nobody sends letters about arrears.',
            reasons: 'Their bank statements differ from our account.',
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
          personal: { evidence: 'A banner on the account; letters about arrears are off.' },
        },
      );
    },
  },
];
