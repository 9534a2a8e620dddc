/** What is portable: four tests of each processing activity, each with its reason (UK GDPR Art 20(1), (3)). */
import {
  basisFault,
  isPortable,
  portabilityTests,
  refusedScope,
  type PortabilityTest,
  type PortableBasis,
  type Tested,
} from '../../domain/cases/portability/tests';
import type { Profile } from '../../domain/organisation/profile';
import type { Cell, FieldError, Form, Option, Row, Setting, Values } from '../form';
import { cellAt, rowsIn } from '../form';
import { error, yesNo } from '../shared/choices';
import { whereFields } from '../shared/rights';

const because = (test: PortabilityTest, label: string): Cell => ({
  ...{ name: `${test}Reason`, label, kind: 'textarea', personal: true, rows: 2, max: 2000 },
});

const asks = (test: PortabilityTest, label: string, options: readonly Option[], hint: string): Cell => ({
  ...{ name: test, label, kind: 'radios', options },
  hint: `${portabilityTests[test].article}: ${hint}`,
});

const activity: readonly Cell[] = [
  { name: 'record', label: 'Which processing?', kind: 'select', options: 'processing-records' },
  asks(
    'basis',
    'What does it rest on, for this person?',
    [
      { value: 'consent', text: 'Their consent', hint: 'Art 6(1)(a)' },
      {
        value: 'explicit-consent',
        text: 'Their explicit consent to special-category data',
        hint: 'Art 9(2)(a)',
      },
      { value: 'contract', text: 'A contract with them, or steps before one', hint: 'Art 6(1)(b)' },
      { value: 'none', text: 'None of these' },
    ],
    'consent or contract',
  ),
  because('basis', 'What shows it?'),
  asks('automated', 'Is it processed by automated means?', yesNo, 'paper files are not'),
  because('automated', 'Where and how is it processed?'),
  asks(
    'provided',
    'Did the person provide it?',
    yesNo,
    'what was observed of them counts, such as meter readings; what we concluded from it does not',
  ),
  because('provided', 'Which data is that?'),
  asks('publicTask', 'Is it necessary for a public task?', yesNo, 'public interest, or official authority'),
  because('publicTask', 'Why, or why not?'),
];

const somethingIsPortable = { field: 'portable', is: ['yes'] } as const;

export const assessScope: Form = {
  id: 'assess-scope',
  title: 'Assess what is portable',
  startFrom: 'assess-scope',
  fields: [
    {
      ...{ name: 'activities', label: 'Each processing activity that concerns them', rowLabel: 'Activity' },
      ...{ kind: 'rows', personal: true, min: 1, max: 30, of: activity },
    },
    {
      name: 'portable',
      label: 'Is anything portable?',
      hint: 'What meets all four tests',
      kind: 'radios',
      options: yesNo,
    },
    ...whereFields(somethingIsPortable),
  ],
  check: (values, { profile }) => [...activityFaults(values, profile), ...portableFault(values)],
  derive: (values) => ({
    refused: refusedScope(testedIn(values)),
    inScope: portableRecords(values),
  }),
};

const testedIn = (values: Values): readonly Tested[] => rowsIn(values, 'activities').map(testedOf);

/** The four answers in a row of the assessment. */
export const testedOf = (row: Row): Tested => row as unknown as Tested;

/** Ids of the processing records that meet all four tests. */
export const portableRecords = (values: Values): string[] =>
  rowsIn(values, 'activities')
    .filter((row) => isPortable(testedOf(row)))
    .map(({ record }) => String(record));

function activityFaults(values: Values, { processingRecords }: Profile): readonly FieldError[] {
  const rows = rowsIn(values, 'activities');
  return rows.flatMap((row, index) => {
    if (rows.findIndex(({ record }) => record === row.record) < index)
      return error(cellAt('activities', index, 'record'), 'This processing is assessed above already.');
    const recorded = processingRecords.find(({ id }) => id === row.record);
    const fault = recorded && basisFault(row.basis as PortableBasis, recorded);
    return fault ? error(cellAt('activities', index, 'basis'), fault) : [];
  });
}

function portableFault(values: Values): readonly FieldError[] {
  const some = portableRecords(values).length > 0;
  if (some === (values.portable === 'yes')) return [];
  return error(
    'portable',
    some
      ? 'At least one of these activities meets all four tests, so its data is portable (Art 20(1)).'
      : 'None of these activities meets all four tests, so nothing is portable (Art 20(1), (3)).',
  );
}

/** Art 20(1): nothing is extracted that the assessment did not find portable. */
export const outOfScope = (record: unknown, { said }: Pick<Setting, 'said'>): boolean =>
  !portableRecords(said('assess-scope')).includes(String(record));
