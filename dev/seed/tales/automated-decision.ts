import { invented } from '../people';
import { daysAgo, type Story } from '../story';
import type { Tale } from '../stories';

const decision = {
  ...{ decision: 'assessments', madeOn: daysAgo(30), solelyAutomated: 'yes', significant: 'yes' },
  ...{ basis: '6(1)(b)', specialCategory: 'no', applies: 'yes', forbiddenBy: null },
};

/** Explained and heard; somebody who took no part in it was named and now reviews it. */
async function heard(story: Story): Promise<void> {
  const { c } = story;
  await c.complete('triage', { identity: 'no-doubt' });
  await c.complete('identify-decision', decision, {
    personal: { involvement: 'Nobody looked at the score.', effect: 'No offer of a home this year.' },
  });
  await c.posted('explain');
  await c.complete(
    'take-representations',
    { outcome: 'review', on: daysAgo(0) },
    { at: daysAgo(0), personal: { representations: 'It does not count that I cannot climb stairs.' } },
  );
  await c.complete(
    'appoint-reviewer',
    { reviewer: await story.colleague('accountable-manager'), noPart: true },
    { role: 'handler', personal: { competence: 'Knows the criteria, and may change any score.' } },
  );
}

export const automatedDecisionTales: readonly Tale[] = [
  {
    about: 'an automated decision that is contested, waiting for a person to review it',
    kind: 'automated-decision',
    organisation: 'new-park-village',
    person: invented('Tamsin Ferrybridge', {
      street: '9 Rowan Court',
      reference: 'NPV-0613',
      type: 'housing-applicant',
    }),
    ...{
      received: 6,
      channel: 'letter',
      codes: { decision: 'assessments', asks: ['information', 'contest'] },
    },
    request: 'I was given too few points by the computer.',
    tell: heard,
  },
];
