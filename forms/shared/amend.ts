/** What was logged of a request, corrected or completed later. */
import type { Form, Setting, Values } from '../form';
import { adjustmentFields, deliveryField } from './log';

const amended = ['delivery', 'adjustmentKinds', 'adjustments', 'authority'] as const;

/** What was last said of these: on this form, or when the request was logged. */
export function lastAsked({ said, facts }: Setting): Values {
  const corrected = said('amend-request');
  const logged = { ...(facts?.delivery ? { delivery: String(facts.delivery) } : {}), ...said('log-request') };
  const last: Values = Object.keys(corrected).length > 0 ? corrected : logged;
  return Object.fromEntries(
    amended.flatMap((name) => (last[name] === undefined ? [] : [[name, last[name]]])),
  );
}

export const amendRequest: Form = {
  id: 'amend-request',
  title: 'Correct or complete the request',
  intro:
    'What was logged stays on record. Who asks, whose information it is and what the case was opened with do not change: where they are wrong, withdraw this case and log it anew.',
  begins: lastAsked,
  fields: [
    { ...deliveryField, personal: true },
    ...adjustmentFields,
    {
      name: 'authority',
      label: 'What shows the authority of whoever asks for them?',
      kind: 'textarea',
      personal: true,
      rows: 2,
      optional: true,
      max: 2000,
    },
    {
      name: 'reasons',
      label: 'What is corrected, and how do we know?',
      kind: 'textarea',
      personal: true,
      rows: 3,
      max: 4000,
    },
  ],
};
