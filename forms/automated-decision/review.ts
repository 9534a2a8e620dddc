/** The review by a person who took no part in the decision and may change it (UK GDPR Art 22C(2)(c)–(d)). */
import { reviewFault, type ReviewOutcome } from '../../domain/cases/automated-decision/rules';
import type { FieldError, Form, Setting, Values } from '../form';
import { error, words } from '../shared/choices';
import { whereFields } from '../shared/rights';
import { ruleBroken, tookPartIn } from './identify';

const reviewing = { field: 'reviewed', is: ['yes'] } as const;
const changed = { field: 'outcome', is: ['changed'] } as const;

export const reviewDecision: Form = {
  id: 'review-decision',
  title: 'Review the decision',
  fields: [
    {
      name: 'reviewed',
      label: 'Do you review it?',
      kind: 'radios',
      options: [
        { value: 'yes', text: 'Yes' },
        { value: 'another', text: 'No: somebody else must', hint: 'Another reviewer is then named.' },
      ],
    },
    words('whyAnother', 'Why must somebody else review it?', {
      ...{ rows: 2, max: 2000 },
      when: { field: 'reviewed', is: ['another'] },
    }),
    {
      name: 'tookNoPart',
      label: 'I took no part in the decision, and nobody who did has told me how to decide',
      kind: 'confirm',
      mustBeTicked: true,
      when: reviewing,
    },
    {
      name: 'competent',
      label: 'I understand how it was taken, and I have the authority to change it',
      kind: 'confirm',
      mustBeTicked: true,
      when: reviewing,
    },
    {
      name: 'considered',
      label: 'What did you consider?',
      kind: 'checkboxes',
      options: [
        { value: 'representations', text: 'What the person said' },
        { value: 'inputs', text: 'The data that went into it, and whether it was right' },
        { value: 'logic', text: 'How it came to its result' },
        { value: 'circumstances', text: 'Circumstances that it does not know' },
        { value: 'fairness', text: 'Whether it is fair to this person compared with others' },
      ],
      when: reviewing,
    },
    {
      name: 'findings',
      label: 'What did you find?',
      kind: 'textarea',
      personal: true,
      rows: 5,
      max: 10_000,
      when: reviewing,
    },
    {
      name: 'outcome',
      label: 'What is decided?',
      kind: 'radios',
      options: [
        { value: 'stands', text: 'The decision stands' },
        { value: 'retaken', text: 'I have decided anew, with the same result' },
        { value: 'changed', text: 'I change the decision' },
      ],
      when: reviewing,
    },
    {
      name: 'newDecision',
      label: 'What is the decision now?',
      kind: 'textarea',
      personal: true,
      rows: 3,
      max: 4000,
      when: changed,
    },
    {
      name: 'reasons',
      label: 'Your reasons',
      hint: 'The person reads this.',
      kind: 'textarea',
      personal: true,
      rows: 5,
      max: 10_000,
      when: reviewing,
    },
    ...whereFields(changed),
  ],
  begins: () => ({ reviewed: 'yes' }),
  check: (values, setting) =>
    values.reviewed === 'another'
      ? []
      : [
          ...namedReviewer(setting),
          ...ownDecision(setting),
          ...considered(values),
          ...permitted(values, setting),
        ],
};

/** Whoever was named reviews it, or who stands in for them; all that others may do is have somebody else named. */
function namedReviewer({ said, staffId, standsInFor = [] }: Setting): readonly FieldError[] {
  const { reviewer } = said('appoint-reviewer');
  return reviewer === undefined || [staffId, ...standsInFor].includes(String(reviewer))
    ? []
    : error('reviewed', 'Somebody else was named to review it. If they cannot, have another reviewer named.');
}

/** Art 22C(2)(c): intervention by somebody who had a part in the decision is none. */
const ownDecision = (setting: Setting): readonly FieldError[] =>
  tookPartIn(setting, setting.staffId)
    ? error('tookNoPart', 'You are named as having taken part in the decision, so somebody else reviews it.')
    : [];

/** Art 22C(2)(b): representations that nobody considers are none. */
const considered = ({ considered: chosen }: Values): readonly FieldError[] =>
  Array.isArray(chosen) && !chosen.includes('representations' as never)
    ? error('considered', 'Consider what the person said (Art 22C(2)(b)).')
    : [];

function permitted({ outcome }: Values, setting: Setting): readonly FieldError[] {
  const fault = reviewFault(outcome as ReviewOutcome, ruleBroken(setting.said('identify-decision'), setting));
  return fault ? error('outcome', fault) : [];
}
