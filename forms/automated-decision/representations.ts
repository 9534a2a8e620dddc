/** What the person says about the decision, and whether they want it looked at (UK GDPR Art 22C(2)(b)–(d)). */
import { notPermittedTexts } from '../../domain/cases/automated-decision/rules';
import { listOf } from '../../domain/cases/process';
import type { FieldError, Form, Setting, Values } from '../form';
import { error } from '../shared/choices';
import { ruleBroken } from './identify';

export const takeRepresentations: Form = {
  id: 'take-representations',
  title: 'Take the person’s representations',
  intro:
    'In any way that suits them: by phone, in person, in writing. Silence takes back nothing that they asked for.',
  effective: 'on',
  fields: [
    {
      name: 'outcome',
      label: 'What do they want now?',
      kind: 'radios',
      options: [
        { value: 'review', text: 'That a person looks at it', hint: 'Intervention, or they contest it' },
        { value: 'satisfied', text: 'Nothing more: the explanation was enough' },
        { value: 'no-answer', text: 'They did not answer' },
      ],
    },
    {
      name: 'on',
      label: 'When did they say so, or when did you stop waiting?',
      kind: 'date',
      notFuture: true,
    },
    {
      name: 'representations',
      label: 'What did they say?',
      hint: 'In their own words, with what they sent',
      kind: 'textarea',
      personal: true,
      rows: 6,
      max: 10_000,
      when: { field: 'outcome', is: ['review', 'satisfied'] },
    },
  ],
  check: (values, setting) => reviewOwed(values, setting),
};

/** A review that was asked for is not lost by silence; what was not permitted is decided anew in any case (Art 22B). */
function reviewOwed({ outcome }: Values, setting: Setting): readonly FieldError[] {
  if (outcome === 'review') return [];
  const rule = ruleBroken(setting.said('identify-decision'), setting);
  if (rule) return error('outcome', `${notPermittedTexts[rule]} So a person looks at it in any case.`);
  const asked = listOf(setting.facts ?? {}, 'asks');
  return outcome === 'no-answer' && (asked.includes('intervention') || asked.includes('contest'))
    ? error(
        'outcome',
        'They asked for a person to look at it when the request came, and silence does not take that back (Art 22C(2)(c)–(d)).',
      )
    : [];
}
