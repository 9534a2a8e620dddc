/** Forms of an automated decision (UK GDPR Arts 22A–22D). */
import { registerTasks, safeguards } from '../domain/cases/automated-decision/rules';
import { appointReviewer } from './automated-decision/appoint';
import { identifyDecision } from './automated-decision/identify';
import { updateRegister } from './automated-decision/register';
import { reviewDecision } from './automated-decision/review';
import { takeRepresentations } from './automated-decision/representations';
import type { Form, Setting } from './form';
import { listed } from './form';
import { deathForms } from './shared/death';
import { logForm } from './shared/log';
import {
  advice,
  byTask,
  carryOutForms,
  decide,
  doubtFields,
  rightsForms,
  seekInstructions,
} from './shared/rights';

export const logAutomatedDecision: Form = logForm({
  title: 'Log a request about an automated decision',
  intro:
    'A computer decided something about somebody, and they ask about it or do not accept it. They need not put it in writing.',
  extra: [
    {
      name: 'decision',
      label: 'Which decision is it about, if you know?',
      kind: 'select',
      options: 'automated-decisions',
      optional: true,
    },
    {
      name: 'asks',
      label: 'What do they ask for?',
      hint: 'They get the explanation in any case, and are told of the rest.',
      kind: 'checkboxes',
      options: Object.entries(safeguards).map(([value, { text, article }]) => ({
        value,
        text,
        hint: article,
      })),
      alsoAsked: true,
    },
  ],
});

const triage: Form = { id: 'triage', title: 'Check the request', fields: doubtFields };

const changedSystems = ({ said }: Setting): readonly string[] =>
  said('review-decision').outcome === 'changed' ? listed(said('review-decision').systems) : [];

/** Forms by the task they finish. */
export const automatedDecisionForms = byTask([
  triage,
  identifyDecision,
  advice('dpo-advice', 'Give the DPO’s advice'),
  decide,
  seekInstructions,
  takeRepresentations,
  appointReviewer,
  reviewDecision,
  ...registerTasks.map((id) => ({ ...updateRegister, id })),
  ...rightsForms,
  ...carryOutForms,
  ...deathForms('On which systems is the new decision still to be finished?', changedSystems),
]);
