/** Assessment, advice and decision (UK GDPR Arts 33(1), 33(3), 34). */
import { severityOf, type SeverityParts } from '../../domain/cases/breach/severity';
import type { Field, FieldError, Form, Setting, Values } from '../form';
import { error, yesNo } from '../shared/choices';
import { advice, overrideField } from '../shared/rights';
import {
  causes,
  contexts,
  dataCategories,
  identifications,
  impossibleOrder,
  likelihoods,
  losses,
  momentFields,
  momentsSaid,
  natures,
  peopleCategories,
  processorField,
  risks,
  words,
  yesNoUnknown,
} from './choices';

const cyber = { field: 'cyber', is: ['yes'] } as const;
const approximate = (name: string, label: string): Field => ({
  ...{ name, label, kind: 'number', min: 0, max: 100_000_000, optional: true },
  hint: 'Approximately. Leave empty while it is not known.',
});

/** What the regulator asks about the breach itself: first known here, completed in the follow-ups. */
export const knownFields: readonly Field[] = [
  words('facts', 'What happened?', {
    hint: 'For the register and the regulator, without names (Arts 33(3)(a), 33(5))',
    rows: 5,
  }),
  words('foundOut', 'How did we find out?', { rows: 2 }),
  ...momentFields,
  processorField,
  { name: 'nature', label: 'What was lost?', kind: 'checkboxes', options: natures },
  { name: 'cause', label: 'What caused it?', kind: 'select', options: causes },
  { name: 'cyber', label: 'Is it a cyber incident?', kind: 'radios', options: yesNoUnknown },
  {
    name: 'impact',
    label: 'What is the effect on the organisation?',
    kind: 'radios',
    options: [
      { value: 'high', text: 'High', hint: 'We can no longer provide all services' },
      { value: 'medium', text: 'Medium', hint: 'A service is lost to some' },
      { value: 'low', text: 'Low' },
      { value: 'unknown', text: 'Not yet known' },
    ],
    when: cyber,
  },
  {
    name: 'recovery',
    label: 'How long does recovery take?',
    kind: 'radios',
    options: [
      { value: 'regular', text: 'As planned, with what we have' },
      { value: 'supplemented', text: 'As planned, with more' },
      { value: 'extended', text: 'It cannot be foreseen, and help is needed' },
      { value: 'not-recoverable', text: 'It cannot be recovered' },
      { value: 'complete', text: 'It is complete' },
      { value: 'unknown', text: 'Not yet known' },
    ],
    when: cyber,
  },
  { name: 'systems', label: 'Which systems?', kind: 'checkboxes', options: 'systems', optional: true },
  { name: 'dataCategories', label: 'What sort of data?', kind: 'checkboxes', options: dataCategories },
  { name: 'peopleCategories', label: 'Whose data?', kind: 'checkboxes', options: peopleCategories },
  approximate('people', 'How many people?'),
  approximate('records', 'How many records?'),
  words('consequences', 'What are the likely consequences for people?', { hint: 'Art 33(3)(c)' }),
  {
    name: 'likelihood',
    label: 'How likely are significant consequences?',
    kind: 'radios',
    options: likelihoods,
  },
  words('actions', 'What has been or will be done about it?', {
    hint: 'To contain it, to lessen the harm, to keep it from happening again (Art 33(3)(d))',
  }),
  words('before', 'What was in place before to prevent it?', { optional: true, rows: 2 }),
  words('training', 'Had the staff involved been trained, and when?', { optional: true, rows: 2 }),
];

const aid =
  'An aid to your judgement (ENISA). It decides nothing. Leave its parts empty while they are not known.';

const severityFields: readonly Field[] = [
  {
    name: 'dpc',
    label: 'How telling are the data (DPC)?',
    hint: aid,
    kind: 'radios',
    options: contexts,
    optional: true,
  },
  {
    name: 'ei',
    label: 'How easily are people identified (EI)?',
    kind: 'radios',
    options: identifications,
    optional: true,
  },
  {
    name: 'cbConfidentiality',
    label: 'Loss of confidentiality (CB)',
    kind: 'radios',
    optional: true,
    options: losses('none', 'to known recipients', 'to nobody knows how many'),
  },
  {
    name: 'cbIntegrity',
    label: 'Loss of integrity (CB)',
    kind: 'radios',
    optional: true,
    options: losses('none', 'changed, and can be put right', 'changed, and cannot be put right'),
  },
  {
    name: 'cbAvailability',
    label: 'Loss of availability (CB)',
    kind: 'radios',
    optional: true,
    options: losses('none', 'for a time', 'for good'),
  },
  {
    name: 'malicious',
    label: 'Was it done with malicious intent (CB)?',
    kind: 'radios',
    options: yesNo,
    optional: true,
  },
];

export const assess: Form = {
  id: 'assess',
  title: 'Assess the breach',
  intro: 'What is not known yet can follow in phases (Art 33(4)).',
  startFrom: ['assess', 'follow-up'],
  begins: momentsSaid,
  check: impossibleOrder,
  fields: [
    ...knownFields,
    ...severityFields,
    {
      name: 'proposal',
      label: 'What risk to people do you see?',
      hint: 'Judge the risk itself: type, sensitivity and volume of the data, how easily people are identified, how severe the consequences, how vulnerable the people. No number decides it.',
      kind: 'radios',
      options: risks,
    },
    words('reasons', 'Why?'),
    {
      name: 'others',
      label: 'Who else must or should know?',
      hint: 'Each becomes a task.',
      kind: 'checkboxes',
      options: 'bodies-to-tell',
      optional: true,
    },
  ],
  derive: (values) => {
    const parts = severityParts(values);
    if (!parts) return {};
    const { score, level } = severityOf(parts);
    return { severity: score, severityLevel: level };
  },
};

/** The parts of ENISA's number, as chosen; null while one of them is not known. */
export function severityParts(values: Values): SeverityParts | null {
  if (severityFields.some(({ name }) => values[name] === undefined)) return null;
  return {
    context: Number(values.dpc),
    identification: Number(values.ei),
    confidentiality: Number(values.cbConfidentiality),
    integrity: Number(values.cbIntegrity),
    availability: Number(values.cbAvailability),
    malicious: values.malicious === 'yes',
  } as SeverityParts;
}

export const dpoAdvice: Form = advice(
  'dpo-advice',
  'Give the DPO’s advice',
  'How likely and how severe is the risk to people, and who must be told?',
);

const high = { field: 'decision', is: ['high-risk'] } as const;

export const decide: Form = {
  id: 'decide',
  title: 'Decide on the risk and who is told',
  fields: [
    {
      name: 'decision',
      label: 'Your decision',
      kind: 'radios',
      options: [...risks, { value: 'back', text: 'Send the assessment back' }],
    },
    {
      name: 'people',
      label: 'Are the people told?',
      hint: 'A high risk: they must be, unless one of the exceptions holds.',
      kind: 'radios',
      options: [
        { value: 'each', text: 'Yes, each of them', hint: 'Art 34(1)' },
        {
          value: 'public',
          text: 'By a public communication',
          hint: 'Telling each would take disproportionate effort (Art 34(3)(c))',
        },
        {
          value: 'unintelligible',
          text: 'No: the data are unintelligible to whoever has them',
          hint: 'Encrypted, for instance (Art 34(3)(a))',
        },
        {
          value: 'risk-removed',
          text: 'No: what was done since has removed the high risk',
          hint: 'Art 34(3)(b)',
        },
        {
          value: 'crime-or-tax',
          text: 'No: it would prejudice the prevention of crime or the collection of tax',
          hint: 'DPA Sch 2 ¶2',
        },
      ],
      when: high,
    },
    words('exceptionReasons', 'Why does the exception hold?', {
      when: { field: 'people', is: ['public', 'unintelligible', 'risk-removed', 'crime-or-tax'] },
    }),
    { name: 'departs', label: 'Does this depart from the DPO’s advice?', kind: 'radios', options: yesNo },
    words('delayReasons', 'If more than 72 hours have passed: what are the reasons for the delay?', {
      hint: 'They accompany the notification (Art 33(1)).',
      optional: true,
      rows: 2,
      when: { field: 'decision', is: ['risk', 'high-risk'] },
    }),
    words('reasons', 'Your reasons', { hint: 'They stay in the register, whatever you decide (Art 33(5)).' }),
    overrideField,
  ],
  check: (values, setting) => [...unseenDeparture(values, setting), ...lateDecision(values, setting)],
};

const unseenDeparture = ({ decision, departs }: Values, { said }: Setting): readonly FieldError[] =>
  said('dpo-advice').advice === 'disagree' &&
  decision !== 'back' &&
  departs === 'no' &&
  decision === said('assess').proposal
    ? error(
        'departs',
        'The DPO advised against what was proposed, and your decision follows the proposal: it departs from the advice.',
      )
    : [];

/** Decided after the 72 hours, a first notification is late: the reasons must be in the pack that is made next. */
function lateDecision(
  { decision, delayReasons }: Values,
  { now, legalDue, said }: Setting,
): readonly FieldError[] {
  const notifies = decision === 'risk' || decision === 'high-risk';
  const first = said('file-notification').filedAt === undefined;
  const until = legalDue?.('breach.regulator') ?? null;
  return notifies && first && !delayReasons && until !== null && Date.parse(now) > Date.parse(until)
    ? error(
        'delayReasons',
        'The 72 hours have passed: give the reasons for the delay. They go into the notification (Art 33(1)).',
      )
    : [];
}
