import type { Story } from '../story';
import type { Tale } from '../stories';

const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();

/** Matters are reported by whoever meets them; the handler of the cast stands for them. */
const reported = {
  kind: 'breach',
  ...{ organisation: 'nottingham-city-homes', received: 0, channel: 'web' },
  codes: { discovered: 'unknown', happened: 'unknown', ongoing: 'no', place: 'us' },
} as const;

const assessment = {
  ...{ nature: ['confidentiality'], cause: 'email-wrong-recipient', cyber: 'no', systems: ['mailboxes'] },
  ...{
    dataCategories: ['basic-identifiers', 'economic'],
    peopleCategories: ['customers'],
    people: 42,
    records: 42,
  },
  ...{
    likelihood: 'likely',
    dpc: '3',
    ei: '1',
    cbConfidentiality: '0.25',
    cbIntegrity: '0',
    cbAvailability: '0',
  },
  ...{
    malicious: 'no',
    proposal: 'risk',
    severity: 3.25,
    severityLevel: 'high',
    others: ['regulator-of-social-housing'],
  },
};

async function triaged({ c }: Story): Promise<void> {
  await c.complete(
    'triage',
    {
      outcome: 'breach',
      role: 'controller',
      awareAt: hoursAgo(5),
      discoveredAt: hoursAgo(5),
      measures: ['recall', 'wrong-recipient'],
    },
    {
      role: 'dpo',
      personal: {
        summary: 'A list of arrears was attached to an e-mail to a single outside address.',
        awareBasis: 'The sender saw the mistake at once and rang the service desk.',
        instructions:
          'Recall the message. Ring the recipient, ask them to delete it and to confirm in writing.',
      },
    },
  );
}

async function assessed({ c }: Story): Promise<void> {
  await c.complete('contain', { outcome: 'done', at: hoursAgo(4) }, { item: 'recall', role: 'handler' });
  await c.complete('assess', assessment, {
    personal: {
      facts: 'A list of 42 tenants with their arrears was sent to one outside address.',
      foundOut: 'The sender noticed it.',
      consequences: 'Embarrassment; callers who know the arrears could deceive people.',
      actions: 'Recalled; the recipient was asked to delete it; attachments are now checked before sending.',
      reasons: 'Few people, one recipient, but telling data.',
    },
  });
  await c.complete(
    'dpo-advice',
    { advice: 'agree' },
    { personal: { reasons: 'A risk is likely; not a high one.' } },
  );
}

export const breachTales: readonly Tale[] = [
  {
    about: 'a breach just reported, waiting for triage',
    ...reported,
    title: 'Keys and a tenant file left on a bus',
    request: 'I left my bag on the number 36 bus. There was a printed tenancy file in it.',
    tell: async () => undefined,
  },
  {
    about: 'a breach assessed, waiting for the accountable manager’s decision',
    ...reported,
    title: 'Arrears list sent to a stranger',
    request: 'I attached the arrears list instead of the agenda.',
    tell: async (story) => {
      await triaged(story);
      await assessed(story);
    },
  },
];
