import type { PauseRule, StartRule, TimerDeclaration } from '../rule';
import { countedBy, gdpr } from './rights';

const assessment = { family: 'impact-assessment', kinds: ['impact-assessment'] } as const;

const submission: StartRule = {
  events: ['submitted'],
  take: 'latest',
  text: 'The regulator received the request for prior consultation',
  article: 'UK GDPR Article 36(2)',
};

const suspension: PauseRule = {
  sort: 'regulator-information',
  counts: 'calendar-days',
  dayOfAnswer: 'excluded',
  article: 'UK GDPR Article 36(2)',
};

/** Prior consultation binds the regulator: the organisation waits, and these dates do not roll. */
export const impactAssessmentTimers: readonly TimerDeclaration[] = [
  {
    ...assessment,
    name: 'dpia.beforeStart',
    title: 'Carry out the assessment before the processing begins',
    binds: 'organisation',
    law: [
      {
        from: gdpr,
        article: 'UK GDPR Article 35(1)',
        wording: 'prior to the processing: a gate, not a period',
        start: {
          events: ['project-started'],
          take: 'earliest',
          text: 'The project was opened',
          article: 'UK GDPR Article 35(1)',
        },
        length: null,
        calendar: 'none',
        countedBy,
      },
    ],
  },
  {
    ...assessment,
    name: 'dpia.consult.accept',
    title: 'Regulator writes whether the consultation is accepted',
    binds: 'someone-else',
    law: [
      {
        from: gdpr,
        article: 'Practice of the regulator (guidance on UK GDPR Article 36)',
        start: { ...submission, text: 'The request for prior consultation was submitted' },
        length: { count: 10, unit: 'days' },
        calendar: 'none',
        countedBy,
      },
    ],
  },
  {
    ...assessment,
    name: 'dpia.consult.extensionNotice',
    title: 'Regulator gives notice that it needs longer',
    binds: 'someone-else',
    law: [
      {
        from: gdpr,
        article: 'UK GDPR Article 36(2)',
        start: submission,
        length: { count: 1, unit: 'months' },
        calendar: 'none',
        countedBy,
        pause: suspension,
      },
    ],
  },
  {
    ...assessment,
    name: 'dpia.consult.advice',
    title: 'Written advice of the regulator',
    binds: 'someone-else',
    law: [
      {
        from: gdpr,
        article: 'UK GDPR Article 36(2)',
        start: submission,
        length: { count: 8, unit: 'weeks' },
        calendar: 'none',
        countedBy,
        pause: suspension,
        extension: {
          to: { count: 14, unit: 'weeks' },
          article: 'UK GDPR Article 36(2)',
          noticeWithin: { count: 1, unit: 'months' },
          noticeArticle: 'UK GDPR Article 36(2)',
        },
      },
    ],
  },
  {
    ...assessment,
    name: 'dpia.review',
    title: 'Review the assessment',
    binds: 'policy',
    law: [
      {
        from: gdpr,
        article: 'UK GDPR Article 35(11)',
        wording: 'at least when the risk changes; the law gives no interval',
        start: {
          events: ['approved', 'risk-changed'],
          take: 'latest',
          text: 'The assessment was approved, or the risk changed',
          article: 'UK GDPR Article 35(11)',
        },
        length: null,
        calendar: 'none',
        countedBy,
      },
    ],
  },
];
