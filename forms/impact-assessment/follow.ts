/** Prior consultation, measures and review (UK GDPR Arts 35(11), 36). */
import { addMonths, addDays, londonDate } from '../../domain/calendar';
import type { Codes } from '../../domain/cases/process';
import type { IsoDate, Period } from '../../domain/clock/types';
import { policyPeriod } from '../../domain/organisation/reading';
import type { Form, Setting } from '../form';
import { error, yesNo } from '../shared/choices';
import { overrideField } from '../shared/rights';
import { line, ownerCells, rows, words } from './fields';

const consultations = ({ doneBy }: Setting): number => doneBy('submit-consultation').length;

export const submitConsultation: Form = {
  id: 'submit-consultation',
  title: 'Submit the prior consultation',
  intro: 'There is no way to file it from here: send the pack to the regulator yourself, then record it.',
  effective: 'on',
  fields: [
    { name: 'on', label: 'When was it submitted?', kind: 'date', notFuture: true },
    line('reference', 'The regulator’s reference, if there is one', { optional: true }),
    {
      name: 'checked',
      label: 'The pack was read before it was sent',
      kind: 'confirm',
      mustBeTicked: true,
    },
  ],
  derive: (_values, setting): Codes => ({ consultation: consultations(setting) + 1 }),
};

export const recordAdvice: Form = {
  id: 'record-advice',
  title: 'Record the regulator’s advice',
  effective: 'on',
  fields: [
    { name: 'on', label: 'When did it arrive?', kind: 'date', notFuture: true },
    {
      name: 'outcome',
      label: 'What does the regulator say?',
      kind: 'radios',
      options: [
        { value: 'no-objection', text: 'It does not object' },
        { value: 'conditions', text: 'It may proceed, under conditions' },
        { value: 'change', text: 'It would infringe the law as it is: it must be changed' },
        { value: 'not-accepted', text: 'It does not accept the consultation: none was needed' },
      ],
    },
    rows(
      'conditions',
      'Which conditions?',
      'Condition',
      [words('condition', 'The condition', { rows: 2 }), ...ownerCells()],
      { min: 1, when: { field: 'outcome', is: ['conditions'] } },
    ),
    words('advice', 'The advice, in short', { hint: 'Add the letter to the documents.' }),
  ],
  derive: (_values, setting): Codes => ({ consultation: consultations(setting) }),
};

/** The day a review is due when the interval begins that day: the policy's, or a year. */
export function nextReview({ now, profile }: Setting): IsoDate {
  const from = londonDate(now);
  const period: Period = policyPeriod(profile, 'dpia.review', 'impact-assessment') ?? {
    count: 1,
    unit: 'years',
  };
  if (period.unit === 'years') return addMonths(from, 12 * period.count);
  if (period.unit === 'months') return addMonths(from, period.count);
  return addDays(from, period.unit === 'weeks' ? 7 * period.count : period.count);
}

export const noteDecision: Form = {
  id: 'note-decision',
  title: 'Read the decision: the project may start',
  fields: [
    { name: 'startsOn', label: 'When does the project start?', kind: 'date' },
    {
      name: 'read',
      label: 'I have read the decision, the DPO’s advice and what must be carried out',
      kind: 'confirm',
      mustBeTicked: true,
    },
  ],
  // The interval begins with the approval; a change reported since then is reviewed at once (Art 35(11)).
  derive: (_values, setting): Codes => {
    const { reviewOn, reports = 0 } = setting.said('sign-off');
    const reported = setting.every('report-risk-change').length > Number(reports);
    if (reported) return { reviewOn: setting.now };
    return { reviewOn: typeof reviewOn === 'string' ? reviewOn : nextReview(setting) };
  },
};

export const carryOutMeasure: Form = {
  id: 'carry-out-measure',
  title: 'Carry out the measure',
  fields: [
    {
      name: 'outcome',
      label: 'What came of it?',
      kind: 'radios',
      options: [
        { value: 'done', text: 'It is done' },
        { value: 'later', text: 'It needs longer' },
        { value: 'not-needed', text: 'It is not needed any more' },
      ],
    },
    {
      name: 'doneOn',
      label: 'When was it done?',
      kind: 'date',
      notFuture: true,
      when: { field: 'outcome', is: ['done'] },
    },
    { name: 'dueOn', label: 'By when now?', kind: 'date', when: { field: 'outcome', is: ['later'] } },
    words('evidence', 'What shows it, or why?'),
  ],
  check: ({ outcome, dueOn }, { now }) =>
    outcome === 'later' && String(dueOn) <= londonDate(now)
      ? error('dueOn', 'Give a date that is still to come.')
      : [],
};

export const agreeDropped: Form = {
  id: 'agree-dropped',
  title: 'Agree that the measure is not needed',
  fields: [
    {
      name: 'decision',
      label: 'Your decision',
      kind: 'radios',
      options: [
        { value: 'agree', text: 'Agreed: it is not needed' },
        { value: 'carry-out', text: 'Not agreed: it is carried out' },
      ],
    },
    words('reasons', 'Reasons'),
    overrideField,
  ],
};

export const reviewAssessment: Form = {
  id: 'review-assessment',
  title: 'Review the assessment in force',
  fields: [
    {
      name: 'asAssessed',
      label: 'Is the processing still done as it was assessed?',
      kind: 'radios',
      options: yesNo,
    },
    { name: 'riskChanged', label: 'Has a risk changed?', kind: 'radios', options: yesNo },
    {
      name: 'outcome',
      label: 'What follows?',
      kind: 'radios',
      options: [
        { value: 'keep', text: 'Keep it as it is' },
        { value: 'reassess', text: 'Assess it again' },
      ],
    },
    words('reasons', 'What did you look at, and what did you find?'),
  ],
  check: ({ asAssessed, riskChanged, outcome }) =>
    outcome === 'keep' && (asAssessed === 'no' || riskChanged === 'yes')
      ? error('outcome', 'What is done, or its risk, has changed: it must be assessed again (Art 35(11)).')
      : [],
  derive: (_values, setting): Codes => ({ reviewOn: nextReview(setting) }),
};

export const closeAssessment: Form = {
  id: 'close-case',
  title: 'Close the case',
  fields: [
    words('data', 'What becomes of the data of the project?'),
    words('measures', 'What becomes of measures that were still open?', { optional: true }),
    {
      name: 'confirmed',
      label: 'The processing has ended',
      kind: 'confirm',
      mustBeTicked: true,
    },
  ],
};
