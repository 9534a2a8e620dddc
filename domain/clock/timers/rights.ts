import type { CaseKind } from '../../cases/kinds';
import type { LawVersion, StartRule, TimerDeclaration } from '../rule';

/** The first day of Article 12A (DUAA s.76; SI 2026/82 reg 2). Earlier receipts keep the old law (reg 4). */
export const article12A = '2026-02-05';
/** The first day of the UK GDPR's periods, as the GDPR. */
export const gdpr = '2018-05-25';

const rightsKinds: readonly CaseKind[] = [
  'subject-access',
  'rectification',
  'erasure',
  'restriction',
  'portability',
  'objection',
  'automated-decision',
];

const receipt: StartRule = {
  events: ['received'],
  take: 'earliest',
  text: 'The request was received',
  article: 'UK GDPR Article 12A(2)(a)',
};

const relevantTime: StartRule = {
  ...receipt,
  delayedBy: [
    { sort: 'identity', article: 'UK GDPR Article 12A(2)(b)' },
    { sort: 'fee', article: 'UK GDPR Article 12A(2)(c)' },
  ],
};

/** In force since 20 August 2025 (DUAA Schedule 11 paragraph 3; SI 2025/904). */
export const countedBy = 'UK GDPR Article 4A; Regulation 1182/71 Article 3';
const countedBefore2026 = 'Regulation 1182/71 Article 3';

const month = { count: 1, unit: 'months' } as const;
const threeMonths = { count: 3, unit: 'months' } as const;

const since2026: LawVersion = {
  from: article12A,
  article: 'UK GDPR Article 12A(1)',
  wording: 'without undue delay, and in any event before the end of the period (Article 12(3))',
  start: relevantTime,
  length: month,
  calendar: 'own-nation',
  countedBy,
  pause: {
    sort: 'clarification',
    onlyFor: 'subject-access',
    counts: 'calendar-days',
    dayOfAnswer: 'by-pause-counting',
    article: 'UK GDPR Article 12A(5)',
  },
};

const since2018: LawVersion = {
  from: gdpr,
  article: 'UK GDPR Article 12(3) as it stood before 5 February 2026 (SI 2026/82 reg 4)',
  wording: 'without undue delay, and in any event within one month of receipt',
  start: { ...receipt, article: 'UK GDPR Article 12(3) as it stood before 5 February 2026' },
  length: month,
  calendar: 'own-nation',
  countedBy: countedBefore2026,
  withoutEffect: {
    sorts: ['identity', 'fee', 'clarification'],
    because: 'Article 12A does not apply to a request received before 5 February 2026 (SI 2026/82 reg 4)',
  },
};

const extension = {
  to: threeMonths,
  article: 'UK GDPR Article 12A(3)',
  noticeWithin: month,
  noticeArticle: 'UK GDPR Article 12A(4)',
};

const oldExtension = {
  to: threeMonths,
  article: 'UK GDPR Article 12(3) as it stood before 5 February 2026',
  noticeWithin: month,
  noticeArticle: 'UK GDPR Article 12(3) as it stood before 5 February 2026',
};

const rights = { family: 'rights', kinds: rightsKinds, binds: 'organisation' } as const;

export const rightsTimers: readonly TimerDeclaration[] = [
  {
    ...rights,
    name: 'rights.response',
    title: 'Act on the request and tell the data subject',
    law: [
      { ...since2026, extension },
      { ...since2018, extension: oldExtension },
    ],
  },
  {
    ...rights,
    name: 'rights.extensionNotice',
    title: 'Give notice of an extension, with its reasons',
    law: [{ ...since2026, article: 'UK GDPR Article 12A(4)' }, { ...since2018 }],
  },
  {
    ...rights,
    name: 'rights.refusalNotice',
    title: 'Tell the data subject that no action is taken, why, and how to complain',
    law: [
      { ...since2026, article: 'UK GDPR Article 12(4)', extension },
      {
        ...since2018,
        article: 'UK GDPR Article 12(4) as it stood before 5 February 2026',
      },
    ],
  },
  {
    ...rights,
    name: 'rights.idAnswer',
    title: 'Answer to our request for information about identity',
    binds: 'someone-else',
    law: [
      asked('identity-requested', 'Information to confirm identity was requested', 'UK GDPR Article 12(6)'),
    ],
  },
  {
    ...rights,
    name: 'rights.feePayment',
    title: 'Payment of the fee that was asked',
    binds: 'someone-else',
    law: [asked('fee-requested', 'A fee was asked', 'UK GDPR Article 12(5)')],
  },
  {
    ...rights,
    name: 'sar.clarificationAnswer',
    title: 'Answer to our request for clarification',
    kinds: ['subject-access'],
    binds: 'someone-else',
    law: [asked('clarification-requested', 'Clarification was requested', 'UK GDPR Article 12A(5)')],
  },
  {
    ...rights,
    name: 'objection.marketing',
    title: 'Stop processing for direct marketing',
    kinds: ['objection'],
    law: [
      {
        from: gdpr,
        article: 'UK GDPR Article 21(3)',
        wording: 'the data are no longer to be processed for such purposes',
        start: { ...receipt, text: 'The objection was received', article: 'UK GDPR Article 21(2)' },
        length: { count: 0, unit: 'days' },
        calendar: 'none',
        countedBy,
      },
    ],
  },
  {
    ...rights,
    name: 'restriction.liftNotice',
    title: 'Inform the data subject before the restriction is lifted',
    kinds: ['restriction', 'rectification', 'objection'],
    law: [
      {
        from: gdpr,
        article: 'UK GDPR Article 18(3)',
        wording: 'before the restriction is lifted: a gate, not a period',
        start: {
          events: ['lift-decided'],
          take: 'latest',
          text: 'It was decided to lift the restriction',
          article: 'UK GDPR Article 18(3)',
        },
        length: null,
        calendar: 'none',
        countedBy,
      },
    ],
  },
  {
    ...rights,
    name: 'recipients.notify',
    title: 'Tell each recipient of the rectification, erasure or restriction',
    kinds: ['rectification', 'erasure', 'restriction'],
    law: [
      {
        from: gdpr,
        article: 'UK GDPR Article 19',
        wording: 'the law gives no number; without undue delay as policy',
        start: {
          events: ['complied'],
          take: 'latest',
          text: 'The data were rectified, erased or restricted',
          article: 'UK GDPR Article 19',
        },
        length: null,
        calendar: 'none',
        countedBy,
      },
    ],
  },
  {
    ...rights,
    name: 'consent.withdrawn',
    title: 'Stop processing that rests on the consent withdrawn',
    kinds: ['consent-withdrawal'],
    binds: 'policy',
    defaultPolicy: { count: 0, unit: 'days' },
    law: [
      {
        from: gdpr,
        article: 'UK GDPR Article 7(3)',
        wording: 'the law gives no time limit; at once as policy',
        start: {
          ...receipt,
          text: 'The withdrawal of consent was received',
          article: 'UK GDPR Article 7(3)',
        },
        length: null,
        calendar: 'none',
        countedBy,
      },
    ],
  },
];

function asked(event: StartRule['events'][0], text: string, article: string): LawVersion {
  return {
    from: gdpr,
    article,
    wording: 'the law gives no number: remind, and let a person decide',
    start: { events: [event], take: 'latest', text, article },
    length: null,
    calendar: 'none',
    countedBy,
  };
}
