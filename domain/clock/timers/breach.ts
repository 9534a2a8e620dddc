import type { TimerDeclaration } from '../rule';
import { countedBy, gdpr } from './rights';

const breach = { family: 'breach', kinds: ['breach'], binds: 'organisation' } as const;

/** Elapsed hours: no roll (Regulation 1182/71 Art 3(4) excepts hours), no pause, no extension. */
export const breachTimers: readonly TimerDeclaration[] = [
  {
    ...breach,
    name: 'breach.regulator',
    title: 'Notify the regulator of the personal data breach',
    law: [
      {
        from: gdpr,
        article: 'UK GDPR Article 33(1)',
        wording:
          'without undue delay and, where feasible, not later than 72 hours after having become aware; a later notification gives the reasons for the delay',
        start: {
          events: ['aware'],
          take: 'earliest',
          text: 'The controller became aware of the breach',
          article: 'UK GDPR Article 33(1)',
        },
        length: { count: 72, unit: 'hours' },
        calendar: 'none',
        countedBy,
      },
    ],
  },
  {
    ...breach,
    name: 'breach.individuals',
    title: 'Tell the people affected',
    law: [
      {
        from: gdpr,
        article: 'UK GDPR Article 34(1)',
        wording: 'without undue delay; the law gives no number of hours',
        start: {
          events: ['high-risk-decided'],
          take: 'earliest',
          text: 'The breach was found likely to result in a high risk',
          article: 'UK GDPR Article 34(1)',
        },
        length: null,
        calendar: 'none',
        countedBy,
      },
    ],
  },
  {
    ...breach,
    name: 'breach.processorToController',
    title: 'Tell the controller for whom we process',
    law: [
      {
        from: gdpr,
        article: 'UK GDPR Article 33(2)',
        wording: 'without undue delay; the contract may give a number of hours',
        start: {
          events: ['aware'],
          take: 'earliest',
          text: 'The processor became aware of the breach',
          article: 'UK GDPR Article 33(2)',
        },
        length: null,
        calendar: 'none',
        countedBy,
      },
    ],
  },
];
