import { z } from 'zod';
import type {
  Breaches,
  Complaints,
  ImpactAssessments,
  InformationRequests,
  Sharing,
  Transfers,
} from '../profile';
import { email, fields, id, period, role, sentence, sentences, telephone, url } from './words';

const roleList = z.array(role).min(1, { error: 'at least one role' });

export const complaints = fields({
  contact: fields({ name: sentence, email }),
  formUrl: url.optional(),
  steps: sentences.min(1, { error: 'at least one step' }),
  housingComplaints: z.boolean(),
  dpoAdvises: z.boolean(),
}) satisfies z.ZodType<Complaints>;

export const informationRequests = fields({
  regimes: z.array(z.enum(['foi', 'eir', 'stairs'])),
  referTo: fields({ name: sentence, email, recipient: id.optional() }).optional(),
  disclosureLogUrl: url.optional(),
  publicationSchemeUrl: url.optional(),
  statement: sentence,
}) satisfies z.ZodType<InformationRequests>;

export const impactAssessments = fields({
  completedBy: role,
  sentTo: email,
  advisedBy: roleList,
  decidedBy: role,
  centralLog: z.boolean(),
  addresses: sentences,
}) satisfies z.ZodType<ImpactAssessments>;

export const breaches = fields({
  reportTo: roleList,
  mailbox: email,
  outOfHours: fields({ name: sentence, telephone }),
  registerKeptBy: role,
  processorsTellUsWithin: period,
}) satisfies z.ZodType<Breaches>;

export const sharing = fields({
  withoutAgreement: sentences,
  neverFor: sentences,
  rules: z.array(fields({ section: sentence, text: sentence })),
  dataMatching: fields({
    exercise: sentence,
    authority: sentence,
    code: sentence,
    whatAMatchMeans: sentence,
  }).optional(),
}) satisfies z.ZodType<Sharing>;

export const transfers = fields({
  authorisedBy: role,
  statement: sentence,
}) satisfies z.ZodType<Transfers>;
