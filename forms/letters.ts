/** What a person does about a letter that cannot go by itself. One form per need (domain/cases/process LetterNeed). */
import type { LetterDefinition } from '../domain/cases/definition';
import type { LetterNeed } from '../domain/cases/process';
import type { Field, Form } from './form';

export const letterForms: Readonly<Record<LetterNeed, Form>> = {
  check: {
    id: 'letter-check',
    title: 'Check and send the letter',
    submit: 'Send the letter',
    /** The free parts are added by the page from the letter's definition, as personal fields `part-<name>`. */
    fields: [
      {
        name: 'way',
        label: 'How does it go?',
        kind: 'radios',
        options: [
          {
            value: 'as-usual',
            text: 'The usual way',
            hint: 'As the person asked; to a controller or another organisation, as the profile says',
          },
          { value: 'post', text: 'By post' },
        ],
      },
    ],
  },
  'contact-check': {
    id: 'letter-contact-check',
    title: 'Confirm where this may safely be sent',
    submit: 'Confirm',
    fields: [
      { name: 'contact', label: 'Which contact is safe?', kind: 'select', options: 'contacts' },
      { name: 'reason', label: 'How do you know?', kind: 'textarea', personal: true, rows: 2, max: 2000 },
    ],
  },
  posting: {
    id: 'letter-posting',
    title: 'Print and post the letter',
    submit: 'It is posted',
    effective: 'postedOn',
    fields: [
      {
        name: 'postedOn',
        label: 'When was it posted?',
        hint: 'For a body that takes such notices on a portal of its own: when it was entered there',
        kind: 'date',
        notFuture: true,
      },
      {
        name: 'checkedAddress',
        label: 'The address on the envelope is the one on the letter',
        kind: 'confirm',
        mustBeTicked: true,
      },
      { name: 'tracking', label: 'Tracking number', kind: 'text', personal: true, optional: true, max: 60 },
    ],
  },
  undeliverable: {
    id: 'letter-undeliverable',
    title: 'Choose another way: the e-mail was refused',
    fields: [
      { name: 'contact', label: 'Where should it go instead?', kind: 'select', options: 'contacts' },
      { name: 'reason', label: 'Why there', kind: 'textarea', personal: true, rows: 2, max: 2000 },
    ],
  },
  together: {
    id: 'letter-together',
    title: 'Confirm that it went with the other answer',
    submit: 'Continue',
    fields: [
      {
        name: 'outcome',
        label: 'What happened?',
        kind: 'radios',
        options: [
          { value: 'went', text: 'The other answer was given, with this one in it' },
          {
            value: 'alone',
            text: 'Send this one by itself after all',
            hint: 'Each request keeps its own due date. If the other answer takes longer, this one must not wait for it.',
          },
        ],
      },
    ],
  },
  repair: {
    id: 'letter-repair',
    title: 'Put right what stopped this step, then try again',
    submit: 'Try again',
    fields: [
      { name: 'done', label: 'What was put right?', kind: 'textarea', personal: true, rows: 2, max: 2000 },
    ],
  },
};

/** The check of an answer where another answer to the same person could carry it. */
export function withAnotherAnswer(form: Form): Form {
  const fields = form.fields.map((field) =>
    field.name === 'way' && field.kind === 'radios' && Array.isArray(field.options)
      ? { ...field, options: [...field.options, inside] }
      : field,
  );
  return { ...form, fields: [...fields, whichAnswer] };
}

/** Every form of a letter, with all that each may ask. */
export const allLetterForms = (): readonly Form[] =>
  Object.values({ ...letterForms, check: withAnotherAnswer(letterForms.check) });

const inside = {
  value: 'together',
  text: 'Inside the answer to another of their requests',
  hint: 'They get one letter. This one waits until the other answer goes, and counts as given with it.',
};

const whichAnswer: Field = {
  name: 'with',
  label: 'Which answer does it go in?',
  kind: 'select',
  options: 'answers',
  when: { field: 'way', is: ['together'] },
};

/** A one-time code goes only where one may go; whoever finds that nowhere is safe says so, and nothing is sent. */
const codeForms: Readonly<Partial<Record<LetterNeed, Form>>> = {
  'contact-check': onlyOnFile(letterForms['contact-check']),
  undeliverable: onlyOnFile(letterForms.undeliverable),
};

function onlyOnFile(form: Form): Form {
  const narrowed = form.fields.map((field) =>
    field.kind === 'select' ? { ...field, options: 'contacts-on-file-or-none' as const } : field,
  );
  return { ...form, fields: narrowed };
}

/** The form for a person's part in this letter. */
export const letterForm = (letter: LetterDefinition | undefined, need: LetterNeed): Form =>
  (letter?.oneTimeCode ? codeForms[need] : undefined) ?? letterForms[need];
