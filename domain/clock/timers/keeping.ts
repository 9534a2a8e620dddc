import type { TimerDeclaration } from '../rule';
import { countedBy, gdpr } from './rights';

export const noticeTimers: readonly TimerDeclaration[] = [
  {
    name: 'notice.indirect',
    title: 'Give privacy information where the data came from elsewhere',
    family: 'notice',
    kinds: ['privacy-notice'],
    binds: 'organisation',
    law: [
      {
        from: gdpr,
        article: 'UK GDPR Article 14(3)(a)',
        wording: 'within a reasonable period, at the latest one month',
        start: {
          events: ['data-obtained'],
          take: 'earliest',
          text: 'The personal data were obtained',
          article: 'UK GDPR Article 14(3)(a)',
        },
        length: { count: 1, unit: 'months' },
        calendar: 'own-nation',
        countedBy,
        endsOn: {
          events: ['first-contact', 'first-disclosure'],
          article: 'UK GDPR Article 14(3)(b) and (c)',
        },
      },
    ],
  },
];

export const keepingTimers: readonly TimerDeclaration[] = [
  {
    name: 'appropriatePolicyDocument.keep',
    title: 'Keep the appropriate policy document at least until',
    family: 'keeping',
    kinds: ['assurance'],
    binds: 'organisation',
    minimum: true,
    law: [
      {
        from: gdpr,
        article: 'DPA 2018 Schedule 1 paragraph 40',
        start: {
          events: ['processing-ended'],
          take: 'latest',
          text: 'The processing ended',
          article: 'DPA 2018 Schedule 1 paragraph 40',
        },
        length: { count: 6, unit: 'months' },
        calendar: 'own-nation',
        countedBy: 'DPA 2018 section 205(2); Regulation 1182/71 Article 3',
      },
    ],
  },
  {
    name: 'case.retention',
    title: 'Keep the record of the case until',
    family: 'keeping',
    kinds: ['disposal'],
    binds: 'policy',
    law: [
      {
        from: gdpr,
        article: 'UK GDPR Article 5(1)(e) and (2)',
        wording: 'no longer than is necessary; the law gives no number',
        start: {
          events: ['closed'],
          take: 'latest',
          text: 'The case was closed',
          article: 'UK GDPR Article 5(1)(e)',
        },
        length: null,
        calendar: 'none',
        countedBy,
      },
    ],
  },
  {
    name: 'policy.review',
    title: 'Review the policy',
    family: 'keeping',
    kinds: ['assurance'],
    binds: 'policy',
    law: [
      {
        from: gdpr,
        article: 'UK GDPR Article 24(2)',
        wording: 'the law gives no interval',
        start: {
          events: ['adopted'],
          take: 'latest',
          text: 'The policy was adopted or last reviewed',
          article: 'UK GDPR Article 24(2)',
        },
        length: null,
        calendar: 'none',
        countedBy,
      },
    ],
  },
  {
    name: 'decision.check',
    title: 'Check that an automated decision works as intended',
    family: 'keeping',
    kinds: ['decision-check'],
    binds: 'policy',
    law: [
      {
        from: gdpr,
        article: 'UK GDPR Articles 5(2) and 24(1)',
        wording: 'reviewed where necessary; the register of automated decisions gives the interval',
        start: {
          events: ['received'],
          take: 'earliest',
          text: 'The checks began',
          article: 'UK GDPR Article 24(1)',
        },
        length: null,
        calendar: 'none',
        countedBy,
      },
    ],
  },
];
