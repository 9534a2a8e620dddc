/** Forms of the checks of an automated decision (UK GDPR Arts 5(2), 22C, 24(1)). */
import { londonDate } from '../domain/calendar';
import { decisionIn, meanwhile } from '../domain/cases/decision-check';
import type { ActionName, Codes } from '../domain/cases/process';
import { endOfPeriod } from '../domain/clock/period';
import type { FieldError, Form, Setting, Values } from './form';
import { error, words } from './shared/choices';
import { byTask } from './shared/rights';

/** Nobody types it: the register of automated decisions says it all. */
export const logDecisionCheck: Form = {
  id: 'log-request',
  title: 'Begin the checks of an automated decision',
  fields: [
    { name: 'decision', label: 'Which decision?', kind: 'select', options: 'automated-decisions' },
    { name: 'title', label: 'What is it called?', kind: 'text', personal: true, max: 300 },
    words('request', 'How does it work, and what is looked at?'),
  ],
};

const concern = { field: 'outcome', is: ['concern'] } as const;
const goesOn = { field: 'outcome', is: ['as-intended', 'concern'] } as const;

const checkDecision: Form = {
  id: 'check-decision',
  title: 'Check the automated decision',
  effective: 'on',
  fields: [
    { name: 'on', label: 'When was it checked?', kind: 'date', notFuture: true },
    words('lookedAt', 'What was looked at?', { hint: 'How many decisions, which groups, over which time' }),
    {
      name: 'outcome',
      label: 'Does it work as intended?',
      kind: 'radios',
      options: [
        { value: 'as-intended', text: 'Yes' },
        { value: 'concern', text: 'There is a concern', hint: 'Wrong, unfair or unexplained results' },
        { value: 'retired', text: 'No machine takes this decision any more', hint: 'The checks end' },
      ],
    },
    words('findings', 'What was found?'),
    words('toDo', 'What is to be put right?', { when: concern }),
    {
      name: 'meanwhile',
      label: 'What happens to the decision until then?',
      kind: 'radios',
      options: Object.entries(meanwhile).map(([value, { text }]) => ({ value, text })),
      when: concern,
    },
    { name: 'owner', label: 'Who sees to it?', kind: 'select', options: 'staff', when: concern },
    { name: 'dueOn', label: 'By when?', kind: 'date', when: concern },
    { name: 'nextBy', label: 'Who makes the next check?', kind: 'select', options: 'staff', when: goesOn },
  ],
  begins: ({ said, staffId }) => ({ nextBy: said('check-decision').nextBy ?? staffId }),
  check: (values, setting) =>
    values.outcome === 'concern'
      ? stillToCome(values, setting)
      : values.outcome === 'as-intended' && !decision(setting)
        ? error(
            'outcome',
            'The register names this decision no more. If a machine still takes it, add it again.',
          )
        : [],
  derive: ({ outcome, on }, setting): Codes =>
    outcome === 'retired' ? {} : { nextOn: nextCheck(String(on), setting) },
};

const decision = ({ profile, facts }: Setting) => decisionIn(profile, facts?.decision);

/** At the interval of the register; a year where the register names it no more. */
function nextCheck(on: string, setting: Setting): string {
  const every = decision(setting)?.checks.every ?? { count: 1, unit: 'years' };
  return endOfPeriod(on, every, setting.profile.nation);
}

const stillToCome = ({ dueOn }: Values, { now }: Setting): readonly FieldError[] =>
  String(dueOn) <= londonDate(now) ? error('dueOn', 'Give a date that is still to come.') : [];

const putRight: Form = {
  id: 'put-right',
  title: 'Put right what the check found',
  fields: [
    {
      name: 'outcome',
      label: 'Is it put right?',
      kind: 'radios',
      options: [
        { value: 'done', text: 'Yes' },
        { value: 'later', text: 'It needs longer' },
      ],
    },
    {
      name: 'on',
      label: 'When was it done?',
      kind: 'date',
      notFuture: true,
      when: { field: 'outcome', is: ['done'] },
    },
    { name: 'dueOn', label: 'By when now?', kind: 'date', when: { field: 'outcome', is: ['later'] } },
    words('evidence', 'What shows it, or why does it need longer?'),
  ],
  check: (values, setting) => (values.outcome === 'later' ? stillToCome(values, setting) : []),
};

/** Forms by the task they finish. */
export const decisionCheckForms = byTask([checkDecision, putRight]);

export const decisionCheckActionForms = {
  retire: {
    id: 'retire',
    title: 'No machine decides any more',
    intro: 'The checks end. Take the decision out of the profile’s register as well.',
    effective: 'on',
    fields: [
      { name: 'on', label: 'Since when?', kind: 'date', notFuture: true },
      words('reasons', 'Who decides now, or why does nobody?'),
    ],
  },
} as const satisfies Partial<Record<ActionName, Form>>;
