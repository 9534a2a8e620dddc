/** Forms for what a death does to a request (UK GDPR recital 27). */
import type { Field, FieldError, Form, Setting, Values } from '../form';
import { listed } from '../form';
import { error, words } from './choices';

const decision: Field = {
  name: 'decision',
  label: 'What happens now?',
  kind: 'radios',
  options: [
    { value: 'close', text: 'Close the case: nothing is disclosed and nobody is written to' },
    {
      value: 'go-on',
      text: 'Go on with it',
      hint: 'Somebody who lives has the right to the answer. Each letter then asks where it may go.',
    },
    {
      value: 'mistaken',
      text: 'The news was wrong: go on as before',
      hint: 'Letters go again as they did.',
    },
  ],
};
const reasons: Field = words('reasons', 'Reasons', { max: 4000 });

/** What the DPO decides where nothing is begun on systems that would have to be brought to an end. */
export const decideAfterDeath: Form = {
  id: 'decide-after-death',
  title: 'Decide after a death',
  fields: [decision, reasons],
};

/** The same, with what is left on the systems. */
function decideAfterDeathOn(label: string, begun: (setting: Setting) => readonly string[]): Form {
  const closing = { field: 'decision', is: ['close'] };
  const left: readonly Field[] = [
    {
      ...{ name: 'systems', label, kind: 'checkboxes', options: 'systems', optional: true, when: closing },
      hint: 'Ticked are those where what was decided was begun. Leave them all empty where nothing is left to do.',
    },
    words('instructions', 'What exactly is to be done there', {
      hint: 'The system’s owner sees these words and nothing else of the case.',
      ...{ optional: true, when: closing, max: 4000 },
    }),
  ];
  return {
    ...decideAfterDeath,
    fields: [decision, ...left, reasons],
    begins: (setting) => ({ systems: begun(setting) }),
    check: ({ systems, instructions }) =>
      listed(systems).length > 0 && !instructions
        ? error('instructions', 'Say what is to be done on the systems that you ticked.')
        : [],
  };
}

/** Systems of the assessment, once it was agreed on. */
export const decidedSystems =
  (assessment: string) =>
  ({ said }: Setting): readonly string[] =>
    said('second-check').outcome === 'right' || said('decide').decision === 'approve'
      ? listed(said(assessment).systems)
      : [];

/** What was begun on a system, brought to its end. */
const finish: Form = {
  id: 'finish',
  title: 'Finish it on the system',
  effective: 'on',
  fields: [
    {
      name: 'outcome',
      label: 'What came of it?',
      kind: 'radios',
      options: [
        { value: 'done', text: 'Done' },
        { value: 'failed', text: 'It failed: it must be tried again' },
        { value: 'impossible', text: 'There is nothing left to do, or it cannot be done' },
      ],
    },
    { name: 'on', label: 'When?', kind: 'date', notFuture: true },
    words('evidence', 'What was done, by whom, and what shows it; or why it cannot be', { max: 4000 }),
  ],
};

/**
 * Forms of a right whose decision is carried out on systems.
 *
 * @param ask asks the DPO on which systems something is left to do
 * @param begun systems on which something was begun, ticked to begin with
 */
export const deathForms = (ask: string, begun: (setting: Setting) => readonly string[]): readonly Form[] => [
  decideAfterDeathOn(ask, begun),
  finish,
];

/** After a death the decision on what was not shown is to close or to go on: nobody can be asked or told. */
export const notToTheDead =
  (decisions: readonly string[]) =>
  ({ decision }: Values, { said }: Setting): readonly FieldError[] =>
    said('check-identity').outcome === 'deceased' && decisions.includes(String(decision))
      ? error('decision', 'The person has died, so no letter can reach them: close the case, or go on.')
      : [];
