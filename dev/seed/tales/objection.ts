import { invented } from '../people';
import { daysAgo, type Story } from '../story';
import type { Tale } from '../stories';

const request = 'I do not want to be kept in the noise file. I work nights.';

/** Somebody now advises on compelling grounds for one use, and one that stops. */
async function assess({ c }: Story): Promise<void> {
  await c.complete('triage', { identity: 'no-doubt', restriction: 'no' });
  await c.complete(
    'assess-objection',
    { refused: 'part', stop: 'yes', systems: ['surveys'], usesCount: 2 },
    {
      personal: {
        instructions: 'Take the tenant off the list for the neighbourhood survey.',
        uses: [
          {
            what: 'The noise diary of the block',
            finding: 'compelling',
            grounds: 'Three households cannot sleep; without the diary nobody can act.',
            weighed: 'The entries say when and where, and nothing of the tenant’s work.',
            reasons: 'The diary protects the neighbours, and it names you only where you are the one heard.',
          },
          {
            what: 'The neighbourhood survey',
            finding: 'nothing-overrides',
            reasons: 'The survey can do without your answers.',
          },
        ],
      },
    },
  );
}

export const objectionTales: readonly Tale[] = [
  {
    about: 'an objection to a noise file, waiting for the DPO’s advice on compelling grounds',
    kind: 'objection',
    organisation: 'new-park-village',
    person: invented('Thaddeus Plum', { street: '21 Rowan Row', reference: 'NPV-0588' }),
    ...{
      received: 5,
      channel: 'letter',
      codes: { against: 'public-task' },
      typed: { against: 'public-task' },
    },
    request,
    tell: assess,
  },
  {
    about: 'an objection to direct marketing, to be stopped within hours',
    kind: 'objection',
    organisation: 'new-park-village',
    person: invented('Ottilie Grange', { street: '5 Alder Close', reference: 'NPV-0203' }),
    ...{ received: 0, channel: 'phone', codes: { against: 'direct-marketing' } },
    typed: { against: 'direct-marketing' },
    request: 'No more of your health flyers, please.',
    tell: async ({ c }) => {
      await c.complete(
        'suppress',
        { system: 'surveys', kept: ['name', 'address'], on: daysAgo(0) },
        { personal: { entry: 'Ottilie Grange, 5 Alder Close' } },
      );
    },
  },
];
