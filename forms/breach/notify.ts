/** Telling the regulator, the people affected and others (UK GDPR Arts 33, 34). */
import { delayForms } from '../../domain/cases/breach/moments';
import { readPeople } from '../../domain/cases/breach/people';
import type { Codes } from '../../domain/cases/process';
import type { FieldError, Form, Setting, Values } from '../form';
import { error } from '../shared/choices';
import { knownFields } from './assess';
import { impossibleOrder, momentsSaid, words } from './choices';

const filed = { field: 'complete', is: ['yes', 'no'] } as const;

export const fileNotification: Form = {
  id: 'file-notification',
  title: 'File the notification with the regulator',
  intro:
    'The regulator has no interface for programs, so a person files it: its online form cannot be saved half-way, so have the notification pack open beside it. Then record it here.',
  effective: 'filedAt',
  fields: [
    {
      name: 'complete',
      label: 'Is the notification complete?',
      kind: 'radios',
      options: [
        { value: 'yes', text: 'Yes, it is filed and complete' },
        {
          value: 'no',
          text: 'It is filed, and more follows',
          hint: 'In phases, without undue further delay (Art 33(4))',
        },
        {
          value: 'remake',
          text: 'It is not filed yet: make the pack anew',
          hint: 'Something has changed since it was made, such as the moment we became aware, or the reasons for a delay',
        },
      ],
    },
    {
      name: 'how',
      label: 'How was it filed?',
      kind: 'radios',
      options: [
        { value: 'form', text: 'The regulator’s online form' },
        { value: 'telephone', text: 'By telephone' },
        { value: 'email', text: 'By e-mail' },
        { value: 'post', text: 'By post' },
      ],
      when: filed,
    },
    { name: 'filedAt', label: 'When was it filed?', kind: 'datetime', notFuture: true, when: filed },
    {
      name: 'regulatorReference',
      label: 'Reference the regulator gave',
      kind: 'text',
      personal: true,
      optional: true,
      max: 60,
      when: filed,
    },
    words('delayReasons', 'If more than 72 hours have passed: what are the reasons for the delay?', {
      hint: 'They accompany the notification (Art 33(1)). Where the pack does not have them yet, make it anew with them first.',
      optional: true,
    }),
  ],
  check: lateWithoutReasons,
  // What was filed before stays filed, whatever is made anew.
  derive: ({ complete }, { said }): Codes => {
    const { filedAt } = said('file-notification');
    return complete === 'remake' && typeof filedAt === 'string' ? { filedAt } : {};
  },
};

/** Art 33(1): a first notification after 72 hours gives the reasons, whatever else of the incident is due when. */
function lateWithoutReasons(
  { complete, filedAt, delayReasons }: Values,
  { legalDue, said }: Setting,
): readonly FieldError[] {
  const first = said('file-notification').filedAt === undefined;
  const until = legalDue?.('breach.regulator') ?? null;
  const late = until !== null && Date.parse(String(filedAt)) > Date.parse(until);
  const given = delayForms.some((form) => said(form).delayReasons);
  return complete !== 'remake' && first && late && !delayReasons && !given
    ? error(
        'delayReasons',
        'It was filed after 72 hours: give the reasons for the delay. The law wants them with the notification (Art 33(1)).',
      )
    : [];
}

/** The same questions as the assessment's, begun with what was known: the next phase says what has become known. */
export const followUp: Form = {
  id: 'follow-up',
  title: 'Find out what the regulator still needs',
  intro: 'Correct and complete what was known. The next notification says it (Art 33(4)).',
  startFrom: ['follow-up', 'assess'],
  begins: momentsSaid,
  check: impossibleOrder,
  fields: [
    ...knownFields,
    words('news', 'What is new since the last notification?'),
    {
      name: 'higher',
      label: 'The risk to people is higher than was decided',
      hint: 'Then it is assessed, advised on and decided anew before the next notification, and people are told where it is high (Art 34(1)).',
      kind: 'confirm',
    },
  ],
};

export const MOST_PEOPLE = 500;

export const prepareNotice: Form = {
  id: 'prepare-notice',
  title: 'Prepare the notice to the people affected',
  intro:
    'Each person gets these words, in a letter of their own that also says how to reach the data protection officer (Art 34(2)).',
  startFrom: 'prepare-notice',
  fields: [
    words('whatHappened', 'What happened?', { hint: 'In clear and plain words. They read this.' }),
    words('consequences', 'What may it mean for them?', { hint: 'The likely consequences' }),
    words('measures', 'What have we done about it?'),
    words('advice', 'What can they do to protect themselves?'),
    words('people', 'Who are they?', {
      hint: `A spreadsheet saved as CSV, with the columns name, email, post, flags and what (their data, in a few words). Only the name must be there. Flags: domestic-abuse, safeguarding, informant: nothing goes to them by itself, nor to whoever is flagged on record. At most ${MOST_PEOPLE} at a time.`,
      rows: 8,
      max: 200_000,
      fromFile: '.csv',
    }),
    {
      name: 'others',
      label: 'Is that everybody?',
      kind: 'radios',
      options: [
        { value: 'none', text: 'Yes' },
        { value: 'more', text: 'No: another list follows' },
        { value: 'public', text: 'No: the rest are told by a public communication', hint: 'Art 34(3)(c)' },
      ],
    },
    {
      name: 'waitSeen',
      label: 'I have seen to whom nothing goes by itself',
      hint: 'You are told who that is before anything is sent.',
      kind: 'confirm',
    },
  ],
  // Which those are needs the record: api/casework/checks/breach.ts.
  check: ({ people }, { said }) => [
    ...wrongRows(String(people)),
    ...sameList(people, said('prepare-notice')),
  ],
  derive: ({ people }) => ({ peopleCount: readPeople(String(people)).people.length }),
};

/** Every faulty row at once, by its number in the file. */
function wrongRows(csv: string): readonly FieldError[] {
  const { people, faults } = readPeople(csv);
  if (faults.length > 0) {
    const shown = faults.slice(0, 20).map(({ row, fault }) => `Row ${row}: ${fault}`);
    const more = faults.length > 20 ? [`and ${faults.length - 20} rows more.`] : [];
    return error('people', [...shown, ...more].join(' '));
  }
  if (people.length > MOST_PEOPLE)
    return error(
      'people',
      `There are ${people.length} people: give at most ${MOST_PEOPLE} at a time, and say that another list follows.`,
    );
  return [];
}

/** The page begins with what was typed before: nobody is told twice by mistake. */
const sameList = (people: Values[string], before: Values): readonly FieldError[] =>
  people === before.people
    ? error('people', 'These people have been told. Put the next list in its place.')
    : [];

export const publishNotice: Form = {
  id: 'publish-notice',
  title: 'Make a public communication',
  effective: 'on',
  fields: [
    words('text', 'What was said?', {
      hint: 'What happened, whom to ask, the likely consequences, what we do and what people can do (Art 34(2))',
      rows: 5,
    }),
    words('where', 'Where was it published, and who will see it?'),
    { name: 'on', label: 'When?', kind: 'date', notFuture: true },
  ],
};

export const tellOther: Form = {
  id: 'tell-other',
  title: 'Tell another body',
  fields: [
    {
      name: 'outcome',
      label: 'Were they told?',
      kind: 'radios',
      options: [
        { value: 'told', text: 'Yes' },
        { value: 'not-needed', text: 'No: it is not needed after all' },
      ],
    },
    {
      name: 'at',
      label: 'When?',
      kind: 'datetime',
      notFuture: true,
      when: { field: 'outcome', is: ['told'] },
    },
    {
      name: 'theirReference',
      label: 'Their reference',
      kind: 'text',
      personal: true,
      optional: true,
      max: 60,
      when: { field: 'outcome', is: ['told'] },
    },
    words('note', 'What was said, and to whom; or why it is not needed', { max: 4000 }),
  ],
};
