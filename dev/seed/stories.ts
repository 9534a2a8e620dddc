import type { DriveParts } from '../drive';
import { invented, type Traits } from './people';
import { daysAgo, Story, type Opening } from './story';
import { automatedDecisionTales } from './tales/automated-decision';
import { breachTales } from './tales/breach';
import { assessmentTales } from './tales/impact-assessment';
import { erasureTales } from './tales/erasure';
import { objectionTales } from './tales/objection';
import { complaintTales } from './tales/complaint';
import { consentWithdrawalTales } from './tales/consent-withdrawal';
import { decisionCheckTales } from './tales/decision-check';
import { portabilityTales } from './tales/portability';
import { rectificationTales } from './tales/rectification';
import { restrictionTales } from './tales/restriction';

export interface Tale extends Opening {
  /** What to say while it is told. */
  readonly about: string;
  readonly tell: (story: Story) => Promise<void>;
}

const COOP = 'new-park-village';
const LANDLORD = 'nottingham-city-homes';
const council = { organisation: LANDLORD, controller: 'nottingham-city-council' };

/** A tenant of the council's homes, which the landlord manages. */
const councilTenant = (name: string, traits: Traits) => invented(name, { type: 'council-tenant', ...traits });

/** Cases in different stages, early and late. What is received when spreads them over the worklist. */
export const tales: readonly Tale[] = [
  {
    about: 'just logged from a phone call',
    organisation: COOP,
    ...{
      person: invented('Wren Ashdown', { street: '4 Larch Walk', reference: 'NPV-1042' }),
      received: 0,
      channel: 'phone',
    },
    request: 'Everything about my repairs since I moved in.',
    tell: async () => undefined,
  },
  {
    about: 'being searched',
    ...council,
    ...{ person: councilTenant('Idris Calloway', { reference: 'T-20931' }), received: 6, channel: 'email' },
    request: 'My tenancy file, and the notes of every call I made.',
    tell: async (story) => {
      await story.triage(['housing-management', 'document-store', 'mailboxes']);
      await story.search('housing-management', 2);
    },
  },
  {
    about: 'waiting for proof of identity',
    organisation: COOP,
    ...{ person: invented('Saffron Quill', { reference: 'NPV-0877' }), received: 9, channel: 'email' },
    request: 'All e-mails that mention me.',
    tell: async (story) => {
      await story.triage(['mailboxes'], { identity: 'identity' });
      await story.c.checked('request-identity');
    },
  },
  {
    about: 'paused for clarification',
    organisation: COOP,
    ...{ person: invented('Barnaby Thrush', { reference: 'NPV-0312' }), received: 12, channel: 'letter' },
    request: 'My data.',
    tell: async (story) => {
      await story.c.act(
        'clarify',
        { why: 'large-amount' },
        { role: 'handler', personal: { question: 'Which years, and which matters?' } },
      );
      await story.c.checked('ask-clarification');
    },
  },
  {
    about: 'in review, due soon',
    ...council,
    ...{ person: councilTenant('Odette Marlow', { reference: 'T-18220' }), received: 25, channel: 'web' },
    request: 'Everything about the complaint I made in spring.',
    tell: async (story) => {
      await story.preserve();
      await story.triage(['housing-management', 'document-store']);
      await story.search('housing-management', 3);
      await story.search('document-store', 1);
    },
  },
  {
    about: 'overdue, waiting for a decision',
    ...council,
    ...{
      person: councilTenant('Felix Harrowgate', { reference: 'T-15502' }),
      received: 41,
      channel: 'in-person',
    },
    request: 'Records about the arrears on my account.',
    tell: async (story) => {
      await story.preserve();
      await story.triage(['rents']);
      await story.search('rents', 2);
      await story.review();
      await story.c.complete('second-check', { outcome: 'right' }, { role: 'governance-officer' });
    },
  },
  {
    about: 'extended for complexity',
    organisation: COOP,
    ...{ person: invented('Marigold Pym', { reference: 'NPV-0098' }), received: 18, channel: 'letter' },
    request: 'Thirty years of letters, notes and recordings.',
    tell: async (story) => {
      await story.c.act(
        'extend',
        { ground: 'complexity' },
        { role: 'handler', personal: { reasons: 'Thirty years of paper in three stores.' } },
      );
      await story.c.checked('extension-notice');
      await story.triage(['housing-management', 'paper-files', 'archive']);
    },
  },
  {
    about: 'with a refusal proposed',
    organisation: COOP,
    ...{
      person: invented('Ignatius Bell', { reference: 'NPV-0555' }),
      received: 15,
      channel: 'social-media',
    },
    request: 'The same again, for the eleventh time this year.',
    tell: async (story) => {
      await story.c.act(
        'propose-refusal',
        { ground: 'manifestly-excessive' },
        { role: 'handler', personal: { reasons: 'Eleven identical requests since January.' } },
      );
    },
  },
  {
    about: 'held for a safe contact',
    ...council,
    ...{
      person: councilTenant('Rosalind Vane', { reference: 'T-22318', flags: ['domestic-abuse'] }),
      received: 3,
      channel: 'phone',
    },
    request: 'Who was told my new address?',
    tell: async () => undefined,
  },
  {
    about: 'answered and closed',
    ...council,
    ...{
      person: councilTenant('Clement Fairweather', { reference: 'T-11876', post: true }),
      received: 20,
      channel: 'email',
    },
    request: 'A copy of my tenancy agreement and the inspection notes.',
    tell: async (story) => {
      await story.preserve();
      await story.triage(['housing-management']);
      await story.search('housing-management', 2);
      await story.review();
      await story.c.complete('second-check', { outcome: 'right' }, { role: 'governance-officer' });
      await story.c.complete('decide', { decision: 'approve', departs: 'no' });
      await story.c.complete(
        'seek-instructions',
        { instruction: 'approved', on: daysAgo(0) },
        { personal: { by: 'The council’s information team, by e-mail' } },
      );
      await story.answer('answered', ['council-tenancies', 'repairs-and-gas-safety']);
    },
  },
  {
    about: 'closed with nothing found',
    organisation: COOP,
    ...{
      person: invented('Tabitha Crane', { type: 'housing-applicant', post: true }),
      received: 30,
      channel: 'letter',
    },
    request: 'Anything you hold about my application.',
    tell: async (story) => {
      await story.preserve();
      await story.triage(['housing-management']);
      await story.search('housing-management', 0);
      await story.review();
      await story.approve();
      await story.answer('nothing-found', []);
    },
  },
  {
    about: 'withdrawn',
    ...council,
    ...{ person: councilTenant('Ambrose Kettle', { reference: 'T-19004' }), received: 14, channel: 'phone' },
    request: 'My repairs history.',
    tell: async (story) => {
      await story.c.act(
        'withdraw',
        { on: daysAgo(1) },
        { role: 'handler', at: daysAgo(1), personal: { reasons: 'Found the letters at home.' } },
      );
    },
  },
  ...complaintTales,
  ...rectificationTales,
  ...restrictionTales,
  ...erasureTales,
  ...portabilityTales,
  ...automatedDecisionTales,
  ...decisionCheckTales,
  ...objectionTales,
  ...consentWithdrawalTales,
  ...breachTales,
  ...assessmentTales,
];

/** Tells every tale that has not been told on this installation. */
export async function tellAll(
  parts: DriveParts,
  log: (line: string) => void,
  working?: Promise<void>,
): Promise<void> {
  for (const tale of tales) {
    const story = await Story.begin(parts, tale);
    if (!story) continue;
    await working;
    log(`${story.c.reference}: ${tale.about}`);
    await tale.tell(story);
  }
}
