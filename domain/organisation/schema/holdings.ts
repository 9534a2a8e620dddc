import { z } from 'zod';
import type { AutomatedDecision, Category, PrivacyNotice, ProcessingRecord, System } from '../profile';
import { email, fields, id, ids, period, sentence, sentences, url } from './words';

export const category = fields({
  id,
  label: sentence,
  sensitivity: z.enum(['ordinary', 'special', 'offence']),
}) satisfies z.ZodType<Category>;

export const system = fields({
  id,
  label: sentence,
  description: sentence,
  ownerRole: sentence,
  ownerEmail: email,
  paper: z.boolean(),
  formats: z
    .array(z.enum(['records', 'documents', 'messages', 'images', 'video', 'audio', 'logs', 'paper']))
    .min(1, { error: 'at least one format' }),
  holds: ids,
  personTypes: ids,
  overwriteAfterDays: z.int().min(1, { error: 'one day or more' }).optional(),
  searchHints: sentences.min(1, { error: 'at least one hint for whoever searches' }),
}) satisfies z.ZodType<System>;

const lawfulBasis = z.enum(['6(1)(a)', '6(1)(b)', '6(1)(c)', '6(1)(d)', '6(1)(e)', '6(1)(ea)', '6(1)(f)']);

export const processingRecord = fields({
  id,
  purpose: sentence,
  controller: id,
  lawfulBasis: z.array(lawfulBasis).min(1, { error: 'at least one lawful basis' }),
  basisText: sentence,
  specialCategoryConditions: z
    .array(
      z.enum([
        '9(2)(a)',
        '9(2)(b)',
        '9(2)(c)',
        '9(2)(d)',
        '9(2)(e)',
        '9(2)(f)',
        '9(2)(g)',
        '9(2)(h)',
        '9(2)(i)',
        '9(2)(j)',
      ]),
    )
    .optional(),
  offenceCondition: sentence.optional(),
  categories: ids,
  personTypes: ids,
  systems: ids,
  recipients: z.array(id),
  sources: ids,
  retention: fields({ period: period.optional(), from: sentence, basis: sentence }),
  transfers: z.array(
    fields({
      destination: sentence,
      mechanism: z.enum(['approved-by-regulations', 'appropriate-safeguards', 'derogation']),
      safeguards: sentence,
    }),
  ),
  automatedDecisions: z.array(id),
  directMarketing: z.boolean().optional(),
  section: sentence.optional(),
}) satisfies z.ZodType<ProcessingRecord>;

export const automatedDecision = fields({
  id,
  title: sentence,
  solelyAutomated: z.boolean(),
  logic: sentence,
  significant: z.boolean(),
  significance: sentence,
  basis: lawfulBasis,
  specialCategory: z.boolean(),
  condition: z.enum(['explicit-consent', 'contract', 'law']).optional(),
  checks: fields({ every: period, by: sentence, looksAt: sentence }),
  safeguards: sentence,
}) satisfies z.ZodType<AutomatedDecision>;

export const notice = fields({
  id,
  title: sentence,
  audience: ids,
  given: sentence,
  url: url.optional(),
  section: sentence.optional(),
}) satisfies z.ZodType<PrivacyNotice>;
