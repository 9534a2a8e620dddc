import { z } from 'zod';
import { caseKinds } from '../../cases/kinds';
import { roles } from '../../roles';
import type {
  Approvals,
  CaseRetention,
  Clock,
  Cookie,
  DpoMatter,
  Escalation,
  Letters,
  PolicyDocument,
  RecurringTask,
  Security,
  Stopping,
} from '../profile';
import { date, email, fields, id, period, role, sentence, sentences } from './words';

export const policyDocument = fields({
  title: sentence,
  reference: sentence.optional(),
  version: sentence.optional(),
  adopted: date.optional(),
  revised: date.optional(),
  reviewDue: date.optional(),
  appliesTo: sentences,
  abidesBy: sentences,
  commitments: z.array(fields({ section: sentence, text: sentence })),
}) satisfies z.ZodType<PolicyDocument>;

const rung = fields({
  point: id,
  workingDaysBefore: z.int(),
  tell: z.array(z.enum(['assignee', ...roles])).min(1, { error: 'at least one role' }),
  daily: z.boolean().optional(),
});

export const clock = fields({
  pauseCounting: z.enum(['strict', 'inclusive']),
  policyDatesRoll: z.boolean(),
  officeClosures: z.array(fields({ from: date, to: date, title: sentence })),
  ladder: z.array(rung).min(1, { error: 'at least one rung' }).optional(),
}) satisfies z.ZodType<Clock>;

export const escalation = z.partialRecord(role, email) satisfies z.ZodType<Escalation>;

const dpoMatter = z
  .string()
  .refine(
    (given): given is DpoMatter =>
      /^(refusal|withhold|sch2-(2|3|5|7|16|19|20|22|23|24)|sch3-(health|social-work))$/.test(given),
    {
      error:
        'refusal, withhold, sch2-2, -3, -5, -7, -16, -19, -20, -22, -23 or -24, sch3-health or sch3-social-work',
    },
  );

export const approvals = fields({
  reviewerMayCheck: z.boolean(),
  adviserMayDecide: z.boolean(),
  dpoAskedFor: z.array(dpoMatter),
}) satisfies z.ZodType<Approvals>;

/** Longer would no longer be "at once": the law's word is that nothing goes on (Arts 7(3), 21(3)). */
const MOST_HOURS_TO_STOP = 24;
const hoursToStop = `whole hours, from 1 to ${MOST_HOURS_TO_STOP}: longer is not at once (UK GDPR Articles 7(3), 21(3))`;

export const stopping = fields({
  withinHours: z.int({ error: hoursToStop }).min(1, { error: hoursToStop }).max(MOST_HOURS_TO_STOP, {
    error: hoursToStop,
  }),
  section: sentence.optional(),
  why: sentence,
}) satisfies z.ZodType<Stopping>;

export const letters = fields({
  opening: sentence,
  closing: sentence,
  signature: sentence,
  serviceHours: sentence,
  plainEmail: z.enum(['with-agreement', 'never']),
  emailAdvice: sentence,
  fees: sentence,
}) satisfies z.ZodType<Letters>;

export const caseRetention = fields({
  kind: z.enum(caseKinds).optional(),
  period,
  basis: sentence,
}) satisfies z.ZodType<CaseRetention>;

export const security = fields({
  technical: sentences,
  organisational: sentences,
}) satisfies z.ZodType<Security>;

export const cookie = fields({
  id,
  label: sentence,
  purpose: sentence,
  needsConsent: z.boolean(),
  keptFor: sentence,
}) satisfies z.ZodType<Cookie>;

export const recurringTask = fields({
  id,
  title: sentence,
  every: period,
  owner: role,
  section: sentence.optional(),
}) satisfies z.ZodType<RecurringTask>;
