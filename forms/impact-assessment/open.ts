/** How an impact assessment begins: the project is logged and screened (UK GDPR Art 35(1), (3), (4)). */
import {
  automaticTriggers,
  nineCriteria,
  regulatorsList,
  whyRequired,
  type HouseRule,
} from '../../domain/cases/impact-assessment/screening';
import type { Codes } from '../../domain/cases/process';
import type { Form, Setting, Values } from '../form';
import { listed } from '../form';
import { yesNo } from '../shared/choices';
import { advice, overrideField } from '../shared/rights';
import { boxes, words } from './fields';

export const logImpactAssessment: Form = {
  id: 'log-request',
  title: 'Start an impact assessment',
  intro:
    'For a project, a new system or a new way of working that uses personal data. You lead it: you screen it next, and nothing starts before it is approved.',
  submit: 'Start the assessment',
  fields: [
    {
      name: 'title',
      label: 'What is the project called?',
      kind: 'text',
      personal: true,
      max: 120,
      autocomplete: 'off',
    },
    words('request', 'What is it, and whose data will it use?', {
      hint: 'A few sentences. You describe it in full later.',
    }),
    { name: 'startsOn', label: 'When is it planned to start?', kind: 'date', optional: true },
    {
      name: 'controller',
      label: 'Whose data is it?',
      hint: 'The controller that answers for it',
      kind: 'select',
      options: 'controllers',
    },
  ],
};

const reasonsIn = (values: Values, { facts }: Setting) =>
  whyRequired(
    {
      automatic: listed(values.automatic),
      regulator: listed(values.regulator),
      criteria: listed(values.criteria),
      newSystem: values.newSystem === 'yes',
    },
    (facts?.houseRule ?? 'likely-high-risk') as HouseRule,
  );

export const screen: Form = {
  id: 'screen',
  title: 'Screen the project',
  intro: 'Tick everything that is true of it, also where you think that the risk is in hand.',
  startFrom: 'screen',
  fields: [
    boxes('automatic', 'Is it one of these? (Art 35(3))', automaticTriggers),
    boxes(
      'regulator',
      'Does it involve any of these? (the regulator’s list)',
      Object.fromEntries(Object.entries(regulatorsList).map(([code, { text }]) => [code, text])),
    ),
    boxes('criteria', 'Which of the nine criteria does it meet?', nineCriteria, {
      hint: 'Two or more mean that a high risk is likely.',
    }),
    {
      name: 'newSystem',
      label: 'Does it bring a new system or a new way of working?',
      kind: 'radios',
      options: yesNo,
    },
    words('reasons', 'How did you come to these answers?'),
  ],
  derive: (values, setting): Codes => {
    const because = reasonsIn(values, setting);
    return { required: because.length > 0, because };
  },
};

export const adviseNotRequired: Form = advice(
  'advise-not-required',
  'Give the DPO’s advice on not assessing',
  'It is proposed that no full assessment is required.',
);

export const decideNotRequired: Form = {
  id: 'decide-not-required',
  title: 'Decide: no assessment is required',
  fields: [
    {
      name: 'decision',
      label: 'Your decision',
      kind: 'radios',
      options: [
        { value: 'not-required', text: 'No assessment is required' },
        { value: 'assess', text: 'Assess it in full' },
      ],
    },
    words('reasons', 'Reasons', { hint: 'They stay in the log of assessments.' }),
    overrideField,
  ],
};
