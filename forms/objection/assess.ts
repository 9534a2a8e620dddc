/** The assessment of an objection: each use of the data, what was found of it, and why (UK GDPR Art 21(1), (6)). */
import {
  findingFault,
  findings,
  refusedOf,
  stops,
  type Against,
  type Finding,
} from '../../domain/cases/objection/grounds';
import type { Cell, FieldError, Form, Setting, Values } from '../form';
import { cellAt, rowsIn } from '../form';
import { error, yesNo } from '../shared/choices';
import { exemptionCell } from '../shared/exemptions';
import { recipientsFields, whereFields } from '../shared/rights';

const words = (name: string, label: string, more: Partial<Cell> = {}): Cell =>
  ({ name, label, kind: 'textarea', personal: true, rows: 3, max: 4000, ...more }) as Cell;

/** What overrides an objection, by what a policy calls it (Art 21(1)). */
const overrides = { compelling: 'compelling-legitimate-grounds', 'legal-claims': 'legal-claims' } as const;

const oneUse: readonly Cell[] = [
  words('what', 'Which use of the data?', { hint: 'What is done with it, and for what', rows: 2 }),
  {
    name: 'finding',
    label: 'What did you find?',
    hint: 'If we cannot show that something overrides it, it stops.',
    kind: 'radios',
    options: Object.entries(findings).map(([value, { text, article }]) => ({
      ...{ value, text, hint: article },
      ...(value in overrides && {
        under: { aspect: 'objection.overrides' as const, any: [overrides[value as keyof typeof overrides]] },
      }),
    })),
  },
  exemptionCell({ field: 'finding', is: ['exempt'] }),
  words('grounds', 'What are our grounds, and what shows them?', {
    hint: 'Compelling is more than useful: what would be lost, for whom?',
    when: { field: 'finding', is: ['compelling', 'legal-claims', 'public-interest-task'] },
  }),
  words('weighed', 'How do they weigh against the person’s interests, rights and freedoms?', {
    hint: 'With what they said about their situation (Art 21(1))',
    when: { field: 'finding', is: ['compelling'] },
  }),
  words('reasons', 'Your reasons', { hint: 'The person reads this, unless an exemption applies.' }),
];

const somethingStops = { field: 'stop', is: ['yes'] } as const;

export const assessObjection: Form = {
  id: 'assess-objection',
  title: 'Assess the objection',
  startFrom: 'assess-objection',
  fields: [
    {
      ...{ name: 'uses', label: 'Each use they object to', rowLabel: 'Use', kind: 'rows', personal: true },
      ...{ min: 1, max: 20, of: oneUse },
    },
    { name: 'stop', label: 'Does any of it stop?', kind: 'radios', options: yesNo },
    ...whereFields(somethingStops),
    ...recipientsFields(somethingStops, {
      label: 'To whom was this data disclosed for it?',
      hint: 'Each of them is told that it stops. Those whom our processing records, or the answer to an access request of this person, name are ticked.',
    }),
  ],
  check: (values, setting) => [...findingFaults(values, setting), ...stopFault(values)],
  derive: (values) => ({ refused: refusedOf(findingsIn(values)) }),
};

const findingsIn = (values: Values): readonly Finding[] =>
  rowsIn(values, 'uses').map(({ finding }) => finding as Finding);

const findingFaults = (values: Values, { facts }: Setting): readonly FieldError[] =>
  findingsIn(values).flatMap((finding, row) => {
    const fault = findingFault(facts?.against as Against, finding);
    return fault ? error(cellAt('uses', row, 'finding'), fault) : [];
  });

function stopFault(values: Values): readonly FieldError[] {
  const stopping = findingsIn(values).some(stops);
  if (stopping === (values.stop === 'yes')) return [];
  return error(
    'stop',
    stopping
      ? 'Nothing overrides the objection to one of these uses, so it stops.'
      : 'You found grounds for every one of these uses, so none of them stops.',
  );
}
