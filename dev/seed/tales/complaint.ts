import { invented } from '../people';
import type { Story } from '../story';
import type { Tale } from '../stories';

const late = { what: 'My copy came nine days late', wants: 'An apology, and that it does not happen again' };
const open = { what: 'The envelope was open', wants: 'Sealed envelopes' };

const codes = { about: 'handling', housing: 'no', acknowledgement: 'now', issuesCount: 2 };
const personal = { issues: [late, open] };

/** Appointed to the officer who runs the cases, who took no part. */
async function appoint(story: Story): Promise<void> {
  const enquirer = await story.colleague('governance-officer');
  await story.c.complete(
    'appoint',
    { enquirer, identity: 'no-doubt', independent: true },
    { role: 'handler', personal: { task: 'When it was posted, by whom, and in what.' } },
  );
}

const enquire = ({ c }: Story, outcome: string): Promise<void> =>
  c.complete(
    'enquire',
    { outcome },
    {
      role: 'governance-officer',
      personal: { enquiries: 'The post book; two colleagues asked.', news: 'We have asked the post room.' },
    },
  );

export const complaintTales: readonly Tale[] = [
  {
    about: 'a complaint that is also about housing, being looked into',
    kind: 'complaint',
    organisation: 'new-park-village',
    person: invented('Hester Lovage', { street: '3 Larch Walk', reference: 'NPV-0719' }),
    ...{ received: 6, channel: 'email', codes: { ...codes, housing: 'yes' } },
    typed: personal,
    request: 'My letters come late, and open.',
    tell: async (story) => {
      await appoint(story);
      await enquire(story, 'go-on');
    },
  },
  {
    about: 'a complaint with its findings written, waiting for the manager’s decision',
    kind: 'complaint',
    organisation: 'new-park-village',
    person: invented('Piers Merriweather', { reference: 'NPV-0206' }),
    ...{ received: 17, channel: 'letter', codes },
    typed: personal,
    request: 'The copy of my file came late and the envelope was open.',
    tell: async (story) => {
      await appoint(story);
      await enquire(story, 'complete');
      const { c } = story;
      await c.complete(
        'findings',
        { result: 'upheld-in-part', issuesCount: 2, actionsCount: 0, owners: [], dues: [] },
        {
          role: 'governance-officer',
          personal: {
            issues: [
              {
                ...late,
                conclusion: 'upheld',
                reasons: 'It was posted nine days after the due date.',
                remedy: 'We are sorry. Two people now look at the dates each morning.',
              },
              { ...open, conclusion: 'not-upheld', reasons: 'It was sealed when the carrier took it.' },
            ],
          },
        },
      );
    },
  },
];
