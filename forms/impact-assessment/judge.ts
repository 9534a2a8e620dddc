/** Review, advice and decision on an impact assessment (UK GDPR Arts 35(2), 38(6), 39(1)(c)). */
import { highestOf } from '../../domain/cases/impact-assessment/risk';
import type { Codes } from '../../domain/cases/process';
import type { FieldError, Form, Row, Setting, Values } from '../form';
import { cellAt, rowsIn } from '../form';
import { error } from '../shared/choices';
import { overrideField, reasonsFor } from '../shared/rights';
import { nextReview } from './follow';
import { ownerCells, rows, words } from './fields';
import { measuresFault, missingSections, ratedRisks, sections } from './sections';

const remaining = ({ said }: Setting) => highestOf(ratedRisks(said('assessment-residual')));

/** The rating of what remains is of another version of the risks than the last, or of risks in other words. */
function outdated({ said }: Setting): boolean {
  const [risks, rated] = [said('assessment-risks'), said('assessment-residual')];
  const sources = (values: Values): string =>
    JSON.stringify(rowsIn(values, 'risks').map(({ source }) => source));
  return risks.version !== rated.rates || sources(risks) !== sources(rated);
}

export const writeAssessment: Form = {
  id: 'write-assessment',
  title: 'Submit the assessment for review',
  intro: 'Every section must have been saved. While it is reviewed, it can be read and not changed.',
  submit: 'Submit for review',
  fields: [
    words('changed', 'What changed since the last round?', { optional: true, rows: 2 }),
    {
      name: 'complete',
      label: 'It describes the project as it will be',
      kind: 'confirm',
      mustBeTicked: true,
    },
  ],
  check: (_values, setting) => {
    const missing = missingSections(setting).map((name) => `“${sections[name].title}”`);
    if (missing.length > 0) return error('complete', `Not written yet: ${missing.join(', ')}.`);
    if (outdated(setting))
      return error(
        'complete',
        'The risks have changed since “What remains” was written: rate each of them again.',
      );
    return measuresFault(setting.said('assessment-measures'), setting).flatMap(({ message }) =>
      error('complete', `“${sections.measures.title}”: ${message}`),
    );
  },
  derive: (_values, setting): Codes => ({ residual: remaining(setting) }),
};

export const governanceReview: Form = {
  id: 'governance-review',
  title: 'Review the assessment',
  fields: [
    {
      name: 'outcome',
      label: 'Is it complete?',
      kind: 'radios',
      options: [
        { value: 'complete', text: 'Yes: pass it to the DPO' },
        { value: 'back', text: 'No: send it back' },
      ],
    },
    words('reasons', 'What is missing or unclear?', { when: { field: 'outcome', is: ['back'] } }),
    overrideField,
  ],
};

const measuresOf = ({ said }: Setting): readonly Row[] => rowsIn(said('assessment-measures'), 'measures');

/** Each measure is judged once, in its own words. */
function verdictFaults(values: Values, setting: Setting): readonly FieldError[] {
  const judged = rowsIn(values, 'measures');
  const measures = measuresOf(setting);
  if (judged.length !== measures.length)
    return error(
      'measures',
      `Judge each of the ${measures.length} measures: there are ${judged.length} here.`,
    );
  return judged.flatMap(({ measure, verdict, reason }, index) => {
    if (measure !== measures[index]?.measure)
      return [
        {
          field: cellAt('measures', index, 'measure'),
          message: `Measure ${index + 1}: leave its words as they are.`,
        },
      ];
    return verdict !== 'sufficient' && !reason
      ? [{ field: cellAt('measures', index, 'reason'), message: `Measure ${index + 1}: give your reason.` }]
      : [];
  });
}

const verdicts = (values: Values): readonly unknown[] =>
  rowsIn(values, 'measures').map(({ verdict }) => verdict);

export const dpoAdvice: Form = {
  id: 'dpo-advice',
  title: 'Give the DPO’s advice',
  intro:
    'Every round of advice is kept. The advice binds nobody: the accountable manager decides, and says why where they depart from it.',
  begins: (setting) => ({
    measures: measuresOf(setting).map(({ measure }) => ({ measure })),
    residual: remaining(setting) === 'high' ? 'high' : undefined,
  }),
  fields: [
    rows('measures', 'Is each measure sufficient?', 'Measure', [
      words('measure', 'The measure', { rows: 2 }),
      {
        name: 'verdict',
        label: 'Your view of it',
        kind: 'select',
        options: [
          { value: 'sufficient', text: 'Sufficient' },
          { value: 'more', text: 'More is needed' },
          { value: 'insufficient', text: 'Insufficient' },
        ],
      },
      words('reason', 'Reason', { rows: 2, optional: true, hint: 'Needed unless it is sufficient' }),
    ]),
    {
      name: 'residual',
      label: 'Does a high risk remain?',
      hint: 'Then the regulator must be consulted before anything starts (Art 36(1)).',
      kind: 'radios',
      options: [
        { value: 'high', text: 'Yes' },
        { value: 'not-high', text: 'No' },
      ],
    },
    {
      name: 'next',
      label: 'What happens next?',
      kind: 'radios',
      options: [
        { value: 'on', text: 'It goes on with this advice' },
        { value: 'back', text: 'Back to the project lead: more is needed' },
      ],
    },
    {
      name: 'advice',
      label: 'Your advice as a whole',
      kind: 'radios',
      options: [
        { value: 'proceed', text: 'The project may proceed' },
        { value: 'proceed-with-changes', text: 'It may proceed, with changes' },
        { value: 'do-not-proceed', text: 'It should not proceed' },
      ],
    },
    words('reasons', 'Your advice in words'),
  ],
  check: (values, setting) => {
    const faults = verdictFaults(values, setting);
    if (faults.length > 0) return faults;
    if (verdicts(values).includes('more') && values.next !== 'back')
      return error('next', 'You asked for more on a measure: send it back.');
    return remaining(setting) === 'high' && values.residual !== 'high'
      ? error(
          'residual',
          'By the assessment’s own rating a high risk remains. Send it back to have it rated again, or say yes.',
        )
      : [];
  },
};

/**
 * What is still to be carried out: planned measures, then the regulator's conditions. What an earlier approval agreed
 * on goes on beside the new one, and is not begun again.
 */
function plan(setting: Setting): readonly Row[] {
  const agreed = setting
    .every('sign-off')
    .flatMap((one) => rowsIn(one, 'actions').map(({ action }) => action));
  return promised(setting).filter(({ action }) => !agreed.includes(action));
}

function promised({ said }: Setting): readonly Row[] {
  const planned = rowsIn(said('assessment-measures'), 'measures').filter(({ state }) => state === 'planned');
  const conditions = rowsIn(said('record-advice'), 'conditions');
  return [
    ...planned.map(({ measure, owner, dueOn }) => ({ action: measure, owner, dueOn })),
    ...conditions.map(({ condition, owner, dueOn }) => ({ action: condition, owner, dueOn })),
  ];
}

/** What was promised or is a condition, and is not among what must be carried out (Arts 35(7)(d), 36(2)). */
function leftOut(values: Values, setting: Setting): readonly string[] {
  const left = rowsIn(values, 'actions').map(({ action }) => action);
  return plan(setting).flatMap(({ action }) => {
    const at = left.indexOf(action);
    if (at < 0) return [String(action)];
    left.splice(at, 1);
    return [];
  });
}

function planFault(values: Values, setting: Setting): readonly FieldError[] {
  if (values.decision !== 'approve' || values.leftOutReasons) return [];
  const missing = leftOut(values, setting);
  return missing.length === 0
    ? []
    : error(
        'leftOutReasons',
        `Planned or a condition of the regulator, and not in what must be carried out: ${missing.map((one) => `“${one}”`).join(', ')}. Put it back in the same words, or say why it is left out.`,
      );
}

/** Whether the decision is what the DPO advised. */
function departs(values: Values, { said }: Setting): boolean {
  const { advice } = said('dpo-advice');
  return (values.decision === 'approve') === (advice === 'do-not-proceed');
}

export const signOff: Form = {
  id: 'sign-off',
  title: 'Sign off the assessment',
  begins: (setting) => ({ actions: plan(setting) }),
  fields: [
    {
      name: 'decision',
      label: 'Your decision',
      kind: 'radios',
      options: [
        { value: 'approve', text: 'Approve: the project may start' },
        { value: 'back', text: 'Send it back to be changed' },
        { value: 'stop', text: 'Do not approve: the project may not go on', hint: 'The case is closed' },
      ],
    },
    {
      name: 'advice',
      label: 'The DPO’s advice',
      kind: 'radios',
      options: [
        { value: 'accept', text: 'I accept it' },
        { value: 'override', text: 'I override it' },
      ],
    },
    words('reasons', 'Reasons', {
      optional: true,
      hint: 'Needed when you send it back, stop it, or override the advice (Art 35(2))',
    }),
    rows(
      'actions',
      'What must be carried out',
      'Measure',
      [words('action', 'What is to be done', { rows: 2 }), ...ownerCells()],
      { optional: true, when: { field: 'decision', is: ['approve'] } },
    ),
    words('leftOutReasons', 'If a planned measure or a condition is left out or worded otherwise: why?', {
      optional: true,
      rows: 2,
      when: { field: 'decision', is: ['approve'] },
    }),
    overrideField,
  ],
  check: (values, setting) => {
    if (values.decision !== 'back' && departs(values, setting) && values.advice !== 'override')
      return error('advice', 'This is not what the DPO advised: say that you override it, and why.');
    const faults = planFault(values, setting);
    if (faults.length > 0) return faults;
    return values.advice === 'override'
      ? reasonsFor('advice', ['override'])(values, setting)
      : reasonsFor('decision', ['back', 'stop'])(values, setting);
  },
  derive: (values, setting): Codes => {
    const actions = values.decision === 'approve' ? rowsIn(values, 'actions') : [];
    return {
      owners: actions.map(({ owner }) => String(owner)),
      dueDates: actions.map(({ dueOn }) => String(dueOn)),
      reviewOn: nextReview(setting),
      reports: setting.every('report-risk-change').length,
    };
  },
};
