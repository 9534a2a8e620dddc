import { addMonths, londonDate } from '../../../domain/calendar';
import { checksId } from '../../../register/intake/decision-checks';
import type { Tale } from '../stories';

const today = (): string => londonDate(new Date().toISOString());

const COOP = 'new-park-village';

export const decisionCheckTales: readonly Tale[] = [
  {
    about: 'checks of an automated decision, with a concern that is being put right',
    kind: 'decision-check',
    ...{ organisation: COOP, submissionId: checksId(COOP, 'assessments') },
    title: 'Assessments that result in an automated decision or could be seen as profiling (§6)',
    ...{ received: 0, channel: 'web', codes: { decision: 'assessments' } },
    request:
      'Twenty scores taken at random are worked out by hand, and the offers are compared between groups.',
    tell: async (story) => {
      const [owner, nextBy] = await Promise.all([story.colleague('handler'), story.colleague('dpo')]);
      await story.c.complete(
        'check-decision',
        {
          ...{ on: today(), outcome: 'concern', meanwhile: 'by-a-person' },
          ...{ owner, dueOn: addMonths(today(), 1), nextBy, nextOn: addMonths(today(), 6) },
        },
        {
          personal: {
            lookedAt: 'Twenty scores of this autumn, worked out by hand.',
            findings: 'Two of twenty leave out the points for stairs.',
            toDo: 'Mend the table of points, and score the two again.',
          },
        },
      );
    },
  },
];
