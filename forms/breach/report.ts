/** Reporting a breach, and triage (UK GDPR Art 33(1)–(2)). */
import type { FieldError, Form, Setting, Values } from '../form';
import { error } from '../shared/choices';
import {
  impossibleOrder,
  measures,
  momentFields,
  momentsSaid,
  processorField,
  words,
  yesNoUnknown,
} from './choices';
import { givenCodes, givenField, wronglyGiven } from './given';

/** One short page for a phone: anyone fills it in, in under two minutes. */
export const logBreach: Form = {
  id: 'log-request',
  title: 'Report a personal data breach',
  intro:
    'Say what you know now. “Not known” is an answer, and you need not be sure that it is a breach. The data protection officer is told at once.',
  submit: 'Report it',
  fields: [
    {
      name: 'title',
      label: 'In a few words, what is it?',
      hint: 'No names',
      kind: 'text',
      personal: true,
      max: 120,
    },
    words('request', 'What happened?', { rows: 4 }),
    {
      name: 'discovered',
      label: 'When was it discovered?',
      kind: 'radios',
      options: [
        { value: 'now', text: 'Just now' },
        { value: 'at', text: 'Earlier' },
        { value: 'unknown', text: 'Not known' },
      ],
    },
    {
      name: 'discoveredAt',
      label: 'Discovered on',
      kind: 'datetime',
      notFuture: true,
      when: { field: 'discovered', is: ['at'] },
    },
    {
      name: 'happened',
      label: 'When did it happen?',
      kind: 'radios',
      options: [
        { value: 'now', text: 'Just now' },
        { value: 'at', text: 'Earlier' },
        { value: 'unknown', text: 'Not known' },
      ],
    },
    {
      name: 'happenedAt',
      label: 'Happened on',
      kind: 'datetime',
      notFuture: true,
      when: { field: 'happened', is: ['at'] },
    },
    words('data', 'What information, and about how many people, roughly?', {
      rows: 2,
      optional: true,
      hint: 'Leave empty if you do not know',
    }),
    { name: 'ongoing', label: 'Is it still going on?', kind: 'radios', options: yesNoUnknown },
    {
      name: 'place',
      label: 'Where did it happen?',
      kind: 'radios',
      options: [
        { value: 'us', text: 'With us' },
        {
          value: 'processor',
          text: 'At somebody who works for us',
          hint: 'A contractor, a supplier of software',
        },
        { value: 'recipient', text: 'At somebody to whom we gave the data' },
        { value: 'unknown', text: 'Not known' },
      ],
    },
    words('where', 'At whom?', {
      rows: 1,
      max: 400,
      optional: true,
      when: { field: 'place', is: ['processor', 'recipient'] },
    }),
    {
      name: 'callBack',
      label: 'On what number can we reach you now?',
      kind: 'tel',
      personal: true,
      optional: true,
      max: 40,
      autocomplete: 'tel',
    },
  ],
  check: impossibleOrder,
  derive: ({ discovered, happened }, { now }) => ({
    ...(discovered === 'now' && { discoveredAt: now }),
    ...(happened === 'now' && { happenedAt: now }),
  }),
};

const isBreach = { field: 'outcome', is: ['breach'] } as const;
const forOthers = { field: 'role', is: ['processor', 'both'] } as const;

export const triage: Form = {
  id: 'triage',
  title: 'Triage the breach',
  intro:
    'Aware means: reasonably certain that personal data were compromised. Report without undue delay, at the latest 72 hours after that (Art 33(1)).',
  startFrom: ['triage', 'log-request'],
  // Whom a measure was given to before, and by when, is over.
  begins: (setting) => ({ ...momentsSaid(setting), given: undefined }),
  fields: [
    {
      name: 'outcome',
      label: 'What is it?',
      kind: 'radios',
      options: [
        { value: 'breach', text: 'A personal data breach, or it may be one' },
        {
          value: 'near-miss',
          text: 'A near miss',
          hint: 'No personal data were compromised, but they nearly were',
        },
        { value: 'not-a-breach', text: 'Not a breach of personal data' },
      ],
    },
    words('summary', 'What is known so far?', { hint: 'Without names where you can' }),
    {
      name: 'role',
      label: 'In which role do we hold the data?',
      kind: 'radios',
      options: [
        { value: 'controller', text: 'As controller', hint: 'We notify the regulator ourselves (Art 33(1))' },
        {
          value: 'processor',
          text: 'As processor',
          hint: 'We tell the controller without undue delay (Art 33(2))',
        },
        { value: 'both', text: 'Both, for different data' },
      ],
      when: isBreach,
    },
    {
      name: 'whose',
      label: 'Which of us is the controller?',
      hint: 'The notification names it.',
      kind: 'select',
      options: 'own-controllers',
      optional: true,
      amongSeveral: true,
      when: { field: 'role', is: ['controller', 'both'] },
    },
    {
      name: 'controllers',
      label: 'For which controllers do we process the data?',
      kind: 'checkboxes',
      options: 'controllers',
      when: forOthers,
    },
    {
      name: 'awareAt',
      label: 'When did we become aware?',
      kind: 'datetime',
      notFuture: true,
      when: isBreach,
    },
    words('awareBasis', 'Who became aware, and why from then?', {
      when: isBreach,
      hint: 'It stays on record, whether you confirm the time or move it.',
    }),
    ...momentFields,
    processorField,
    {
      name: 'measures',
      label: 'What contains it?',
      hint: 'Each becomes a task at once, side by side.',
      kind: 'checkboxes',
      options: measures,
      optional: true,
      when: isBreach,
    },
    { ...givenField, when: isBreach },
    words('instructions', 'What exactly is to be done', {
      hint: 'Whoever contains it sees these words and nothing else of the case.',
      optional: true,
      when: isBreach,
    }),
    words('reasons', 'Why is it not a breach?', {
      when: { field: 'outcome', is: ['near-miss', 'not-a-breach'] },
    }),
  ],
  check: (values, setting) => [
    ...impossibleOrder(values),
    ...foreignControllers(values, setting),
    ...whoseIsIt(values, setting),
    ...wronglyGiven(values, setting),
  ],
  derive: givenCodes,
};

function foreignControllers({ controllers }: Values, { profile }: Setting): readonly FieldError[] {
  const chosen = Array.isArray(controllers) ? (controllers as readonly string[]) : [];
  const own = profile.controllers.find(({ id, ourRole }) => ourRole === 'controller' && chosen.includes(id));
  return own ? error('controllers', `${own.name} is no controller for whom we process: we are it.`) : [];
}

/** Where several of us are controllers, the notification names one (Art 33(3)). */
function whoseIsIt({ role, whose }: Values, { profile }: Setting): readonly FieldError[] {
  const ours = profile.controllers.filter(({ ourRole }) => ourRole === 'controller');
  return (role === 'controller' || role === 'both') && ours.length > 1 && !whose
    ? error('whose', 'Choose the controller whose breach it is.')
    : [];
}

export const contain: Form = {
  id: 'contain',
  title: 'Contain the breach',
  effective: 'at',
  fields: [
    {
      name: 'outcome',
      label: 'What came of it?',
      kind: 'radios',
      options: [
        { value: 'done', text: 'Done', hint: 'For a wrong recipient: they confirmed it' },
        { value: 'not-yet', text: 'Tried, not yet done' },
        { value: 'impossible', text: 'It cannot be done' },
      ],
    },
    { name: 'at', label: 'When?', kind: 'datetime', notFuture: true },
    words('evidence', 'What was done, and what shows it; or why it cannot be', { max: 4000 }),
  ],
};

export const assistController: Form = {
  id: 'assist-controller',
  title: 'Assist the controller',
  fields: [
    words('given', 'What did the controller ask for, and what did we give it?', {
      hint: 'Arts 28(3)(f), 33(2)',
    }),
    { name: 'on', label: 'When did it say that it needs no more?', kind: 'date', notFuture: true },
  ],
};
