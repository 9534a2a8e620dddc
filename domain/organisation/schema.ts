/** The shape of a profile's YAML. What the parts mean is said in `profile.ts`. */
import { z } from 'zod';
import type { Profile } from './profile';
import * as duties from './schema/duties';
import * as holdings from './schema/holdings';
import * as house from './schema/house';
import * as parties from './schema/parties';
import { rule } from './schema/rule';
import { addressLines, colour, fields, id, sentence, telephone, url } from './schema/words';

const some = <Part extends z.ZodType>(part: Part) => z.array(part).min(1, { error: 'at least one' });

export const profileSchema = fields({
  id,
  name: sentence,
  shortName: sentence,
  colours: fields({ primary: colour, text: colour, accent: colour }),
  address: addressLines,
  telephone,
  website: url,
  nation: z.enum(['england-and-wales', 'scotland', 'northern-ireland']),
  bodyType: z.enum([
    'tenant-management-co-operative',
    'arms-length-management-organisation',
    'registered-provider',
    'local-authority',
  ]),
  registrationNumber: sentence.optional(),
  policy: house.policyDocument,
  dpo: parties.dpo,
  governance: parties.contact,
  regulator: parties.regulator,
  otherBodies: z.array(parties.otherBody),
  controllers: some(parties.controller),
  personTypes: some(parties.personType),
  categories: some(holdings.category),
  sources: some(parties.source),
  recipients: z.array(parties.recipient),
  systems: some(holdings.system),
  processingRecords: some(holdings.processingRecord),
  automatedDecisions: z.array(holdings.automatedDecision),
  notices: some(holdings.notice),
  clock: house.clock,
  escalation: house.escalation,
  approvals: house.approvals,
  stopping: house.stopping,
  letters: house.letters,
  caseRetention: some(house.caseRetention),
  complaints: duties.complaints,
  informationRequests: duties.informationRequests,
  impactAssessments: duties.impactAssessments,
  breaches: duties.breaches,
  sharing: duties.sharing,
  transfers: duties.transfers,
  security: house.security,
  cookies: z.array(house.cookie),
  recurringTasks: z.array(house.recurringTask),
  rules: some(rule),
}) satisfies z.ZodType<Profile>;
