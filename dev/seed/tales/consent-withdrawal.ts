import { invented } from '../people';
import { daysAgo } from '../story';
import type { Tale } from '../stories';

export const consentWithdrawalTales: readonly Tale[] = [
  {
    about: 'a withdrawal of consent, to be stopped within hours',
    kind: 'consent-withdrawal',
    organisation: 'nottingham-city-homes',
    person: invented('Rufus Tansley', { type: 'council-tenant', reference: 'T-20117' }),
    ...{ received: 0, channel: 'phone', codes: { purposes: ['surveys-and-marketing'] } },
    typed: { purposes: ['surveys-and-marketing'] },
    request: 'Please take me off the survey panel.',
    tell: async ({ c }) => {
      await c.task('stop-at-once');
    },
  },
  {
    about: 'a withdrawal of consent that has stopped, and what becomes of the data to be looked at',
    kind: 'consent-withdrawal',
    organisation: 'new-park-village',
    person: invented('Clementine Rusk', { street: '2 Hazel Court', reference: 'NPV-0731' }),
    ...{ received: 0, channel: 'phone', codes: { purposes: ['surveys-and-research'] } },
    typed: { purposes: ['surveys-and-research'] },
    request: 'I do not want to be in the residents’ survey any more.',
    tell: async ({ c }) => {
      await c.complete(
        'stop-at-once',
        { outcome: 'stopped', on: daysAgo(0) },
        { item: 'surveys', role: 'handler', personal: { evidence: 'Taken off the survey panel.' } },
      );
      await c.posted('confirm-stopped');
      await c.task('check-erasure');
    },
  },
];
