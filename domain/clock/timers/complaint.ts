import type { LawVersion, StartRule, TimerDeclaration } from '../rule';
import { gdpr } from './rights';

/** The first day of DPA s.164A (DUAA s.103; SI 2026/82 regs 3 and 7). */
export const section164A = '2026-06-19';

/** Section 164A is not among the exceptions of section 205(2). */
const countedBy = 'DPA 2018 section 205(2); Regulation 1182/71 Article 3';

const complaint = { family: 'complaint', kinds: ['complaint'], binds: 'organisation' } as const;

const receipt: StartRule = {
  events: ['received'],
  take: 'earliest',
  text: 'The complaint was received',
  article: 'DPA 2018 section 164A(3)',
};

const beforeSection164A: LawVersion = {
  from: gdpr,
  article: 'SI 2026/82 regulation 7',
  wording: 'section 164A(3) and (4) apply only to complaints received on or after 19 June 2026',
  start: { ...receipt, article: 'SI 2026/82 regulation 7' },
  length: null,
  calendar: 'none',
  countedBy,
};

const withoutUndueDelay = (article: string): LawVersion => ({
  from: section164A,
  article,
  wording: 'without undue delay; the law gives no number',
  start: { ...receipt, article },
  length: null,
  calendar: 'none',
  countedBy,
});

/** News is owed until the outcome is told: each time it was told, the wait for the next begins. */
const sinceLastNews = (law: LawVersion): LawVersion => ({
  ...law,
  start: {
    ...law.start,
    events: ['received', 'progress-told'],
    take: 'latest',
    texts: { 'progress-told': 'The complainant was last told how far it is' },
  },
});

const since2026: LawVersion = {
  from: section164A,
  article: 'DPA 2018 section 164A(3)',
  wording: 'no acknowledgement is needed where the outcome is sent within the period (guidance)',
  start: receipt,
  length: { count: 30, unit: 'days' },
  calendar: 'own-nation',
  countedBy,
};

/** The Housing Ombudsman's Complaint Handling Code runs beside section 164A, not instead of it. */
const housing = { family: 'housing', kinds: ['complaint'], binds: 'organisation' } as const;
const code = 'Housing Ombudsman Complaint Handling Code (guidance)';
const codeSince = '2024-04-01';

export const complaintTimers: readonly TimerDeclaration[] = [
  {
    ...complaint,
    name: 'complaint.ack',
    title: 'Acknowledge the complaint',
    law: [since2026, beforeSection164A],
  },
  {
    ...complaint,
    name: 'complaint.progress',
    title: 'Tell the complainant about progress',
    law: [sinceLastNews(withoutUndueDelay('DPA 2018 section 164A(5)')), beforeSection164A],
  },
  {
    ...complaint,
    name: 'complaint.outcome',
    title: 'Tell the complainant the outcome',
    law: [withoutUndueDelay('DPA 2018 section 164A(4)'), beforeSection164A],
  },
  {
    ...housing,
    name: 'housing.ack',
    title: 'Acknowledge and log the housing complaint',
    law: [
      {
        from: codeSince,
        article: code,
        start: { ...receipt, article: code },
        length: { count: 5, unit: 'working-days' },
        calendar: 'own-nation',
        countedBy: code,
      },
    ],
  },
  {
    ...housing,
    name: 'housing.stage1',
    title: 'Answer the housing complaint at stage 1',
    law: [
      {
        from: codeSince,
        article: code,
        start: { events: ['logged'], take: 'earliest', text: 'The complaint was logged', article: code },
        length: { count: 10, unit: 'working-days' },
        calendar: 'own-nation',
        countedBy: code,
        extension: {
          to: { count: 20, unit: 'working-days' },
          article: code,
          noticeWithin: { count: 10, unit: 'working-days' },
          noticeArticle: code,
        },
      },
    ],
  },
  {
    ...housing,
    name: 'housing.stage2',
    title: 'Answer the housing complaint at stage 2',
    law: [
      {
        from: codeSince,
        article: code,
        start: {
          events: ['escalated'],
          take: 'earliest',
          text: 'The complaint went to stage 2',
          article: code,
        },
        length: { count: 20, unit: 'working-days' },
        calendar: 'own-nation',
        countedBy: code,
      },
    ],
  },
];
