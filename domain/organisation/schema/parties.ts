import { z } from 'zod';
import type {
  Contact,
  Controller,
  DataProtectionOfficer,
  InformationSource,
  OtherBody,
  PersonType,
  Recipient,
  Regulator,
} from '../profile';
import { addressLines, email, fields, id, ids, sentence, telephone, url } from './words';

const contactShape = {
  name: sentence,
  email,
  telephone: telephone.optional(),
  address: addressLines.optional(),
};

export const contact = fields(contactShape) satisfies z.ZodType<Contact>;

export const dpo = fields({
  ...contactShape,
  outsider: z.boolean(),
}) satisfies z.ZodType<DataProtectionOfficer>;

export const regulator = fields({
  statutoryName: sentence,
  shownAs: sentence,
  address: addressLines,
  telephone,
  url,
  complaintUrl: url,
  hours: sentence.optional(),
}) satisfies z.ZodType<Regulator>;

export const otherBody = fields({
  id,
  name: sentence,
  about: sentence,
  url,
  telephone: telephone.optional(),
  address: addressLines.optional(),
}) satisfies z.ZodType<OtherBody>;

export const controller = fields({
  id,
  name: sentence,
  ourRole: z.enum(['controller', 'processor', 'joint']),
  route: z.enum(['answer', 'instructed', 'forward']),
  approvalRequired: z.boolean(),
  dpo: contact,
  contact,
  dataOf: ids,
  purposes: sentence,
  section: sentence.optional(),
}) satisfies z.ZodType<Controller>;

export const personType = fields({
  id,
  label: sentence,
  defaultSystems: ids,
}) satisfies z.ZodType<PersonType>;

export const source = fields({
  id,
  label: sentence,
  from: z.enum(['person', 'other-body', 'observation']),
}) satisfies z.ZodType<InformationSource>;

export const recipient = fields({
  id,
  name: sentence,
  category: sentence,
  standing: z.enum(['processor', 'controller', 'joint-controller', 'agent-of-the-person']),
  purpose: sentence,
  takes: z.enum(['letter', 'secure-link', 'portal']),
  contact: contact.optional(),
  onlyWithAgreement: z.boolean().optional(),
}) satisfies z.ZodType<Recipient>;
