/** Forms of restriction (UK GDPR Arts 18, 19). */
import type { Form } from './form';
import { assessGrounds, markSystem, unmarkSystem } from './restriction/assess';
import { groundOptions } from './restriction/choices';
import { decideUse, reviewRestriction } from './restriction/keep';
import { error } from './shared/choices';
import { logForm } from './shared/log';
import {
  byTask,
  decideRefusal,
  decisionForms,
  doubtFields,
  recipientForms,
  rightsForms,
} from './shared/rights';

export const logRestriction: Form = logForm({
  title: 'Log a restriction request',
  intro:
    'Somebody wants us to keep what we hold about them, or some of it, and not to use it for the time being. They need not put it in writing.',
  extra: [
    {
      name: 'grounds',
      label: 'Why do they ask?',
      hint: 'If they said. Which ground is met is assessed later.',
      kind: 'checkboxes',
      options: groundOptions,
      optional: true,
    },
  ],
});

const triage: Form = {
  id: 'triage',
  title: 'Check the request',
  fields: [...doubtFields],
};

/** What was decided and marked on the systems is ended by a review, which tells the person before (Art 18(3)). */
const refuseBeforeMarking: Form = {
  ...decideRefusal,
  check: ({ decision }, { said }) =>
    decision === 'refuse' &&
    (said('second-check').outcome === 'right' || said('decide').decision === 'approve')
      ? error(
          'decision',
          'The restriction was decided, and systems are marked. Choose the other, and record that it may end.',
        )
      : [],
};

/** Forms by the task they finish. */
export const restrictionForms = byTask([
  triage,
  assessGrounds,
  markSystem,
  unmarkSystem,
  reviewRestriction,
  decideUse,
  ...rightsForms,
  refuseBeforeMarking,
  ...decisionForms,
  ...recipientForms,
]);
