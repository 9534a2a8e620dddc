import type { ExtensionRule, LawVersion, PauseRule, StartRule, TimerDeclaration } from '../rule';

/** Both regimes came into force on this day. */
const commencement = '2005-01-01';
const codeOfPractice = '2018-07-04';

const information = {
  family: 'information',
  kinds: ['information-request'],
  binds: 'organisation',
  caution: {
    nation: 'scotland',
    text: 'A Scottish public authority is under the Freedom of Information (Scotland) Act 2002 and the Scottish EIRs, which are not computed here.',
  },
} as const;
const twentyDays = { count: 20, unit: 'working-days' } as const;
const fortyDays = { count: 40, unit: 'working-days' } as const;

const receipt = (article: string): StartRule => ({
  events: ['received'],
  take: 'earliest',
  text: 'The request was received',
  article,
});

const feesNotice = (article: string): PauseRule => ({
  sort: 'fee',
  counts: 'working-days',
  dayOfAnswer: 'excluded',
  article,
});

const foi: LawVersion = {
  from: commencement,
  article: 'FOIA section 10(1)',
  wording: 'promptly, and in any event not later than the twentieth working day following receipt',
  start: receipt('FOIA section 10(1)'),
  length: twentyDays,
  calendar: 'all-uk',
  countedBy: 'FOIA section 10(6)',
  pause: feesNotice('FOIA section 10(2)'),
  restart: { sort: 'clarification', article: 'FOIA section 10(6)' },
};

const eir: LawVersion = {
  from: commencement,
  article: 'EIR 2004 regulation 5(2)',
  wording: 'as soon as possible and no later than 20 working days after receipt',
  start: receipt('EIR 2004 regulation 5(2)'),
  length: twentyDays,
  calendar: 'all-uk',
  countedBy: 'EIR 2004 regulation 2(1)',
  pause: feesNotice('EIR 2004 regulation 8(5)'),
  restart: { sort: 'clarification', askWithin: twentyDays, article: 'EIR 2004 regulation 9(4)' },
};

/** For the public-interest test; the notice under section 17 stays within the first twenty days. */
const publicInterest: ExtensionRule = {
  to: fortyDays,
  article: 'FOIA section 10(3) (twenty further working days: guidance)',
  noticeWithin: twentyDays,
  noticeArticle: 'FOIA section 17(1) and (2)',
};

const complexAndVoluminous: ExtensionRule = {
  to: fortyDays,
  article: 'EIR 2004 regulation 7(1)',
  noticeWithin: twentyDays,
  noticeArticle: 'EIR 2004 regulation 7(3)',
};

const review = (article: string): StartRule => ({
  events: ['review-requested'],
  take: 'earliest',
  text: 'The request for a review was received',
  article,
});

const payment = (
  article: string,
  law: Pick<LawVersion, 'length' | 'calendar' | 'countedBy'>,
): LawVersion => ({
  from: commencement,
  article,
  wording: 'the request lapses if the charge is not paid',
  start: {
    events: ['fee-requested'],
    take: 'latest',
    text: 'Notice of the charge was given',
    article,
  },
  ...law,
});

export const informationTimers: readonly TimerDeclaration[] = [
  {
    ...information,
    name: 'foi.response',
    title: 'Answer the request for information',
    law: [{ ...foi, extension: publicInterest }],
  },
  {
    ...information,
    name: 'foi.refusalNotice',
    title: 'Give notice of a refusal, or of the need to weigh the public interest',
    law: [{ ...foi, article: 'FOIA section 17(1)', wording: 'not moved by the public-interest test' }],
  },
  {
    ...information,
    name: 'foi.feePayment',
    title: 'Payment of the fee in the fees notice',
    binds: 'someone-else',
    law: [
      payment('FOIA section 9(2)', {
        length: { count: 3, unit: 'months' },
        calendar: 'none',
        countedBy: 'FOIA section 9(2)',
      }),
    ],
  },
  {
    ...information,
    name: 'foi.review',
    title: 'Decide the internal review',
    binds: 'policy',
    law: [
      {
        from: codeOfPractice,
        article: 'FOIA section 45 Code of Practice (guidance)',
        wording: 'the Act gives no period; the Code expects 20 working days and at most 40',
        start: review('FOIA section 45 Code of Practice (guidance)'),
        length: twentyDays,
        calendar: 'all-uk',
        countedBy: 'FOIA section 10(6)',
        extension: {
          to: fortyDays,
          article: 'FOIA section 45 Code of Practice (guidance)',
          noticeWithin: twentyDays,
          noticeArticle: 'FOIA section 45 Code of Practice (guidance)',
        },
      },
    ],
  },
  {
    ...information,
    name: 'eir.response',
    title: 'Make the environmental information available',
    law: [{ ...eir, extension: complexAndVoluminous }],
  },
  {
    ...information,
    name: 'eir.refusalNotice',
    title: 'Refuse in writing',
    law: [{ ...eir, article: 'EIR 2004 regulation 14(2)', wording: 'as soon as possible' }],
  },
  {
    ...information,
    name: 'eir.feePayment',
    title: 'Payment of the charge in advance',
    binds: 'someone-else',
    law: [
      payment('EIR 2004 regulation 8(6)', {
        length: { count: 60, unit: 'working-days' },
        calendar: 'all-uk',
        countedBy: 'EIR 2004 regulation 2(1)',
      }),
    ],
  },
  {
    ...information,
    name: 'eir.review',
    title: 'Decide the representations',
    law: [
      {
        from: commencement,
        article: 'EIR 2004 regulation 11(4)',
        wording: 'as soon as possible and no later than 40 working days after receipt',
        start: review('EIR 2004 regulation 11(4)'),
        length: fortyDays,
        calendar: 'all-uk',
        countedBy: 'EIR 2004 regulation 2(1)',
      },
    ],
  },
  {
    ...information,
    name: 'stairs.response',
    title: 'Answer a tenant under the Social Tenant Access to Information Requirements',
    binds: 'policy',
    law: [
      {
        from: '2027-04-01',
        article: 'STAIRs policy statement (guidance)',
        wording: 'the final period is configuration; none is presented as law',
        start: receipt('STAIRs policy statement (guidance)'),
        length: null,
        calendar: 'own-nation',
        countedBy: 'STAIRs policy statement (guidance)',
      },
    ],
  },
];
