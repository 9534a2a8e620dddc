/** The answer, its delivery, and what passes between us and the person meanwhile. */
import type { Form } from '../form';
import { deliveryWays } from './choices';

export const prepareResponse: Form = {
  id: 'prepare-response',
  title: 'Prepare the response',
  fields: [
    {
      name: 'result',
      label: 'What does the answer say?',
      kind: 'radios',
      options: [
        { value: 'answered', text: 'Everything found is enclosed' },
        { value: 'answered-in-part', text: 'Something is withheld or redacted' },
        { value: 'nothing-found', text: 'Our search found nothing' },
      ],
    },
    {
      name: 'records',
      label: 'Which of our records concern this person?',
      hint: 'Each line of Art 15(1)(a)–(h) in the letter comes from these',
      kind: 'checkboxes',
      options: 'processing-records',
    },
    {
      name: 'recipients',
      label: 'Who received their data, as far as known',
      hint: 'One on each line',
      kind: 'textarea',
      personal: true,
      optional: true,
      rows: 4,
      max: 4000,
    },
    { name: 'delivery', label: 'How does it travel?', kind: 'radios', options: deliveryWays },
    {
      name: 'confirmed',
      label: 'I have checked each line against what was found',
      kind: 'confirm',
      mustBeTicked: true,
    },
  ],
};

export const deliver: Form = {
  id: 'deliver',
  title: 'Hand over the copy',
  effective: 'on',
  fields: [
    { name: 'way', label: 'How was it handed over?', kind: 'radios', options: deliveryWays },
    { name: 'on', label: 'When?', kind: 'date', notFuture: true },
    {
      name: 'checkedAddress',
      label: 'The address or the person’s identity was checked',
      kind: 'confirm',
      mustBeTicked: true,
      when: { field: 'way', is: ['post', 'collection', 'read-aloud'] },
    },
    {
      name: 'checkedEnclosures',
      label: 'The enclosures were checked: all of them, and nobody else’s',
      kind: 'confirm',
      mustBeTicked: true,
      when: { field: 'way', is: ['post', 'collection'] },
    },
    {
      name: 'tracking',
      label: 'Tracking number',
      kind: 'text',
      personal: true,
      optional: true,
      max: 60,
      when: { field: 'way', is: ['post'] },
    },
    {
      name: 'codeGiven',
      label: 'How was the code given?',
      hint: 'Never by the same e-mail',
      kind: 'radios',
      options: [
        { value: 'phone', text: 'By phone' },
        { value: 'post', text: 'By post' },
        { value: 'in-person', text: 'In person' },
      ],
      when: { field: 'way', is: ['link'] },
    },
  ],
};

export const closeCase: Form = {
  id: 'close-case',
  title: 'Close the case',
  fields: [
    {
      name: 'lateness',
      label: 'If it went late, why?',
      hint: 'Needed when the answer was given after the due date',
      kind: 'textarea',
      personal: true,
      optional: true,
      rows: 3,
      max: 4000,
    },
    {
      name: 'lessons',
      label: 'Anything to learn from this one',
      kind: 'textarea',
      personal: true,
      optional: true,
      rows: 3,
      max: 4000,
    },
  ],
};

export const awaitClarification: Form = {
  id: 'await-clarification',
  title: 'Record the clarification',
  effective: 'on',
  fields: [
    {
      name: 'outcome',
      label: 'What came of it?',
      kind: 'radios',
      options: [
        { value: 'answered', text: 'They answered' },
        {
          value: 'declined',
          text: 'They repeated the request or would not narrow it',
          hint: 'Search reasonably for all of it.',
        },
        { value: 'withdrawn', text: 'We should not have asked: the pause falls away' },
        { value: 'no-answer', text: 'No answer: we go on with what we have' },
      ],
    },
    { name: 'on', label: 'When?', kind: 'date', notFuture: true },
    {
      name: 'answer',
      label: 'What they said',
      kind: 'textarea',
      personal: true,
      optional: true,
      rows: 4,
      max: 10_000,
    },
  ],
};

export const sendAgain: Form = {
  id: 'send-again',
  title: 'A letter came back: choose another way',
  effective: 'on',
  fields: [
    {
      name: 'outcome',
      label: 'What was done?',
      kind: 'radios',
      options: [
        { value: 'given', text: 'It was given another way' },
        { value: 'not-possible', text: 'It could not be given' },
      ],
    },
    { name: 'on', label: 'When?', kind: 'date', notFuture: true },
    { name: 'how', label: 'How, and to whom', kind: 'textarea', personal: true, rows: 3, max: 4000 },
  ],
};
