/**
 * The sections of an impact assessment (UK GDPR Art 35(7), (8), (9)), each saved by itself. The form of a section
 * is called `assessment-` and its name.
 */
import { levelOf, ratingOf } from '../../domain/cases/impact-assessment/risk';
import type { FieldError, Form, Row, Setting, Values } from '../form';
import { cellAt, rowsIn } from '../form';
import { yesNo } from '../shared/choices';
import { boxes, line, ownerCells, ratingCells, rows, words } from './fields';

export const sectionNames = [
  'description',
  'purposes',
  'necessity',
  'consultation',
  'sharing',
  'risks',
  'measures',
  'residual',
] as const;
export type SectionName = (typeof sectionNames)[number];

export const sectionForm = (name: SectionName): string => `assessment-${name}`;

const lawfulBases = {
  '6(1)(a)': 'Consent (Art 6(1)(a))',
  '6(1)(b)': 'A contract with the person (Art 6(1)(b))',
  '6(1)(c)': 'A legal obligation (Art 6(1)(c))',
  '6(1)(d)': 'Vital interests (Art 6(1)(d))',
  '6(1)(e)': 'A public task (Art 6(1)(e))',
  '6(1)(ea)': 'A recognised legitimate interest (Art 6(1)(ea))',
  '6(1)(f)': 'Legitimate interests (Art 6(1)(f))',
} as const;

const description: Form = {
  id: 'assessment-description',
  title: 'What is done with the data',
  intro: 'A systematic description (Art 35(7)(a)).',
  fields: [
    {
      name: 'record',
      label: 'On which of our processing records is it built?',
      hint: 'Sections that are still empty begin with what it says.',
      kind: 'select',
      options: 'processing-records',
      optional: true,
    },
    {
      name: 'from',
      label: 'Reference of an earlier assessment that it is built on',
      hint: 'As in DPIA-2026-00001. Sections that are still empty begin with what was written there.',
      kind: 'reference',
      optional: true,
    },
    words('what', 'What will be done, and how?', { hint: 'Nature, scope and context, in plain words' }),
    words('flow', 'How does the data flow?', {
      hint: 'Where it comes from, where it is kept, who sees it, where it goes, when it is deleted',
    }),
    {
      name: 'picture',
      label: 'Which picture shows the flow?',
      hint: 'A PNG or JPEG. Add it on top of this page, or choose one of the documents of the case.',
      kind: 'select',
      options: 'pictures',
      optional: true,
    },
    words('pictureText', 'What does the picture show?', {
      hint: 'Read out to whoever cannot see it. It is needed with a picture.',
      optional: true,
      rows: 2,
    }),
    words('people', 'Whose data is it, and how many people?'),
    words('categories', 'Which data?', { hint: 'Name special categories and offences' }),
    words('retention', 'How long is it kept, and why so long?'),
    {
      name: 'systems',
      label: 'Which of our systems are used?',
      kind: 'checkboxes',
      options: 'systems',
      optional: true,
    },
    line('newSystems', 'Which new systems, from whom?', { optional: true }),
  ],
  check: ({ picture, pictureText }) =>
    picture && !pictureText
      ? [{ field: 'pictureText', message: 'Say what the picture shows, for whoever cannot see it.' }]
      : [],
};

const purposes: Form = {
  id: 'assessment-purposes',
  title: 'Purposes and lawful basis',
  fields: [
    words('purposes', 'What is it for?'),
    boxes('basis', 'On which lawful basis?', lawfulBases, { optional: false }),
    words('interests', 'Which legitimate interests?', {
      hint: 'What they are, and why they are not outweighed (Arts 6(1)(f), 35(7)(a))',
      when: { field: 'basis', is: ['6(1)(f)'] },
    }),
    words('special', 'On which condition, for special categories and offences?', {
      hint: 'Arts 9 and 10; DPA Sch 1',
      optional: true,
    }),
  ],
};

const necessity: Form = {
  id: 'assessment-necessity',
  title: 'Necessity and proportionality',
  intro: 'Art 35(7)(b)',
  fields: [
    words('necessity', 'Why is it necessary? Is there a less intrusive way?'),
    words('proportionality', 'Why is it in proportion to the purpose?'),
    words('minimisation', 'How is the data kept to what is needed, and kept right?'),
    words('rights', 'How are people told, and how can they use their rights?'),
  ],
};

const consultation: Form = {
  id: 'assessment-consultation',
  title: 'Views of those affected',
  intro: 'Their views are sought where appropriate (Art 35(9)). Not seeking them needs a reason.',
  fields: [
    { name: 'sought', label: 'Were their views sought?', kind: 'radios', options: yesNo },
    words('who', 'Who was asked, how, and when?', { when: { field: 'sought', is: ['yes'] } }),
    words('views', 'What did they say, and what was made of it?', { when: { field: 'sought', is: ['yes'] } }),
    words('whyNot', 'Why not?', { when: { field: 'sought', is: ['no'] } }),
    words('codes', 'Which codes of conduct are followed?', { hint: 'Art 35(8)', optional: true }),
  ],
};

const sharing: Form = {
  id: 'assessment-sharing',
  title: 'Processors, recipients and transfers',
  fields: [
    rows(
      'processors',
      'Who processes the data for us?',
      'Processor',
      [
        line('name', 'Name'),
        line('does', 'What do they do with it?'),
        {
          name: 'contract',
          label: 'Is there a contract (Art 28(3))?',
          kind: 'select',
          options: [
            { value: 'yes', text: 'Yes' },
            { value: 'planned', text: 'Before it starts' },
            { value: 'no', text: 'No' },
          ],
        },
      ],
      { optional: true },
    ),
    {
      name: 'recipients',
      label: 'To whom is it disclosed?',
      kind: 'checkboxes',
      options: 'recipients',
      optional: true,
    },
    rows(
      'transfers',
      'Does any of it leave the United Kingdom?',
      'Transfer',
      [
        line('destination', 'To which country or organisation?'),
        {
          name: 'mechanism',
          label: 'On which ground (Art 44A)?',
          kind: 'select',
          options: [
            { value: 'approved-by-regulations', text: 'Approved by regulations' },
            { value: 'appropriate-safeguards', text: 'Appropriate safeguards' },
            { value: 'derogation', text: 'A derogation' },
          ],
        },
        line('safeguards', 'Which safeguards?'),
      ],
      { optional: true },
    ),
  ],
};

const risks: Form = {
  id: 'assessment-risks',
  title: 'Risks to people',
  intro:
    'Risks to the rights and freedoms of those concerned, not to us (Art 35(7)(c)). Rate each without the new measures.',
  fields: [
    rows(
      'risks',
      'What could go wrong for them?',
      'Risk',
      [
        line('source', 'What could happen, and why?'),
        line('impact', 'What would it mean for the person?'),
        ...ratingCells,
      ],
      { min: 1 },
    ),
  ],
};

/** A measure is for one of the risks; one that is planned has an owner and a date. */
export function measuresFault(values: Values, { said }: Setting): readonly FieldError[] {
  const count = rowsIn(said('assessment-risks'), 'risks').length;
  return rowsIn(values, 'measures').flatMap(({ risk }, index) =>
    Number(risk) <= count
      ? []
      : [
          {
            field: cellAt('measures', index, 'risk'),
            message: `Measure ${index + 1}: there is no risk ${String(risk)}. The section on risks has ${count}.`,
          },
        ],
  );
}

const measures: Form = {
  id: 'assessment-measures',
  title: 'Measures',
  intro: 'What is done against each risk: safeguards, security, ways to show compliance (Art 35(7)(d)).',
  fields: [
    rows(
      'measures',
      'What is done about the risks?',
      'Measure',
      [
        { name: 'risk', label: 'Against which risk? Its number', kind: 'number', min: 1, max: 40 },
        words('measure', 'What is done?', { rows: 2 }),
        {
          name: 'state',
          label: 'Is it in place?',
          kind: 'select',
          options: [
            { value: 'in-place', text: 'Already in place' },
            { value: 'planned', text: 'Still to be carried out' },
          ],
        },
        ...ownerCells({ field: 'state', is: ['planned'] }),
      ],
      { min: 1 },
    ),
  ],
  check: measuresFault,
};

const residual: Form = {
  id: 'assessment-residual',
  title: 'What remains',
  intro: 'Rate every risk again, in the same order, as it will be with the measures.',
  fields: [
    rows(
      'risks',
      'How large is each risk with the measures?',
      'Risk',
      [line('source', 'The risk'), ...ratingCells, words('because', 'Why?', { rows: 2 })],
      { min: 1 },
    ),
  ],
  check: (values, { said }) => {
    const before = rowsIn(said('assessment-risks'), 'risks');
    const after = rowsIn(values, 'risks');
    if (before.length !== after.length)
      return [
        {
          field: 'risks',
          message: `Rate each of the ${before.length} risks of the section on risks: there are ${after.length} here.`,
        },
      ];
    return after.flatMap(({ source }, index) =>
      source === before[index]?.source
        ? []
        : [
            {
              field: cellAt('risks', index, 'source'),
              message: `Risk ${index + 1}: these are not the words of risk ${index + 1} in the section on risks. Rate that risk, in its words.`,
            },
          ],
    );
  },
};

export const sections: Readonly<Record<SectionName, Form>> = {
  description,
  purposes,
  necessity,
  consultation,
  sharing,
  risks,
  measures,
  residual,
};

/** A section of this name, or null. */
export const sectionNamed = (name: string): SectionName | null =>
  sectionNames.find((one) => one === name) ?? null;

/** Sections that nobody has saved yet. */
export const missingSections = ({ said }: Pick<Setting, 'said'>): readonly SectionName[] =>
  sectionNames.filter((name) => Object.keys(said(sectionForm(name))).length === 0);

/** A row's rating, or null where one of its two answers is missing. */
export function rated({ likelihood, severity }: Row) {
  const one = ratingOf(likelihood);
  const other = ratingOf(severity);
  return one && other
    ? { likelihood: one, severity: other, level: levelOf({ likelihood: one, severity: other }) }
    : null;
}

/** The rows of risks that are rated. */
export const ratedRisks = (values: Values) => rowsIn(values, 'risks').flatMap((row) => rated(row) ?? []);
