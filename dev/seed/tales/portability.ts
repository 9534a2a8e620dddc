import { invented } from '../people';
import { daysAgo, type Story } from '../story';
import type { Tale } from '../stories';

const letting = {
  ...{ record: 'tenancy-management', basis: 'contract', automated: 'yes', provided: 'yes', publicTask: 'no' },
  ...{ basisReason: 'The tenancy agreement.', automatedReason: 'In the housing management system.' },
  ...{
    providedReason: 'Contact details and what they wrote to us.',
    publicTaskReason: 'We let it as a landlord.',
  },
};
const cameras = {
  ...letting,
  ...{ record: 'cctv', basis: 'none', basisReason: 'Cameras rest on our interest in a safe estate.' },
};

const scope = { portable: 'yes', systems: ['housing-management'], inScope: ['tenancy-management'] };

async function assess({ c }: Story, refused: 'none' | 'part'): Promise<void> {
  const activities = refused === 'part' ? [letting, cameras] : [letting];
  await c.complete('triage', { identity: 'no-doubt' });
  await c.complete(
    'assess-scope',
    { ...scope, refused, activitiesCount: activities.length },
    { personal: { activities, instructions: 'Contact details, and what they wrote to us.' } },
  );
}

export const portabilityTales: readonly Tale[] = [
  {
    about: 'a portability request with a part refused, waiting for the DPO’s advice',
    kind: 'portability',
    organisation: 'new-park-village',
    person: invented('Sorrel Winthrop', { street: '7 Larch Walk', reference: 'NPV-0852' }),
    ...{ received: 5, channel: 'email', codes: { forWhom: 'person' } },
    request: 'Please send me my data so that my new landlord can use it, and the camera pictures.',
    tell: (story) => assess(story, 'part'),
  },
  {
    about: 'a portability request extracted, waiting for the rights of others to be considered',
    kind: 'portability',
    organisation: 'new-park-village',
    person: invented('Jago Penhallow', { street: '2 Alder Close', reference: 'NPV-0277' }),
    ...{ received: 11, channel: 'phone', codes: { forWhom: 'person' } },
    request: 'My data in a file, please.',
    tell: async (story) => {
      await assess(story, 'none');
      await story.c.complete('second-check', { outcome: 'right' }, { role: 'governance-officer' });
      await story.c.complete(
        'extract',
        { outcome: 'extracted', on: daysAgo(1), entriesCount: 1 },
        {
          ...{ item: 'housing-management', role: 'handler' },
          personal: {
            entries: [
              {
                ...{ record: 'tenancy-management', name: 'Telephone number', value: '07700 900456' },
                origin: 'provided',
              },
            ],
            evidence: 'Read from the contact page.',
          },
        },
      );
    },
  },
];
