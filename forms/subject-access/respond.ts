/** The answer, its delivery, and what passes between us and the person meanwhile. */
import { wishesOf } from '../../domain/cases/wishes';
import type { Form, Setting, Values } from '../form';
import { lastAsked } from '../shared/amend';
import { deliveryWays } from './choices';

const answers = { field: 'result', is: ['answered', 'answered-in-part', 'nothing-found'] } as const;

/** It travels as they asked, until somebody chooses otherwise. */
function asTheyAsked(setting: Setting): Values {
  const { delivery } = wishesOf(setting.facts ?? {}, lastAsked(setting));
  return delivery === null ? {} : { delivery };
}

export const prepareResponse: Form = {
  id: 'prepare-response',
  begins: asTheyAsked,
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
        { value: 'back', text: 'Nothing yet: more was found, so it goes back to review' },
      ],
    },
    {
      name: 'records',
      label: 'Which processing does the letter tell them of?',
      hint: 'What stands below each is what the letter says of it (Art 15(1)(a)–(h), (2)). Ticked are those kept in systems where something was found; add or leave out what is not so for this person.',
      kind: 'checkboxes',
      options: 'records-of-person',
      suggest: 'records-with-hits',
      when: { field: 'result', is: ['answered', 'answered-in-part'] },
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
      when: answers,
    },
    {
      name: 'delivery',
      label: 'How does it travel?',
      kind: 'radios',
      options: deliveryWays,
      when: answers,
    },
    {
      name: 'confirmed',
      label: 'I have checked each line that the letter will say against what was found',
      kind: 'confirm',
      mustBeTicked: true,
      when: answers,
    },
  ],
};

export const deliver: Form = {
  id: 'deliver',
  title: 'Hand over the copy',
  begins: ({ said }) => {
    const { delivery } = said('prepare-response');
    return delivery === undefined ? {} : { way: delivery };
  },
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
        {
          value: 'no-answer',
          text: 'No answer yet',
          hint: 'They are reminded. After a reminder the DPO or a governance officer decides how to go on.',
        },
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

export const decideUnanswered: Form = {
  id: 'decide-unanswered',
  title: 'Decide: nobody answered our question',
  intro:
    'The clock stands still while the question is open, and goes on from the day of your decision unless you wait.',
  fields: [
    {
      name: 'decision',
      label: 'What happens now?',
      kind: 'radios',
      options: [
        { value: 'go-on', text: 'Go on: search reasonably for what is clear' },
        { value: 'wait', text: 'Remind them once more and wait' },
        {
          value: 'close',
          text: 'Close without an answer, and tell them how to continue',
          hint: 'Only where nothing at all is clear enough to search for.',
        },
      ],
    },
    { name: 'reasons', label: 'Reasons', kind: 'textarea', personal: true, rows: 4, max: 4000 },
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
