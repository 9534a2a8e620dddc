import type { Setting, Values } from '../../../forms/form';
import { dpoAdvice, signOff, writeAssessment } from '../../../forms/impact-assessment/judge';
import { sectionForm, sections } from '../../../forms/impact-assessment/sections';
import { sectionsWritten } from '../../support/assessment';

type Said = Readonly<Record<string, Values>>;

const written: Said = Object.fromEntries(
  Object.entries(sectionsWritten).map(([name, values]) => [`assessment-${name}`, values]),
);
const setting = (change: Said = {}): Setting =>
  ({
    now: '2026-11-22T10:00:00.000Z',
    said: (form: string) => ({ ...written, ...change })[form] ?? {},
    every: (form: string) => (change[form] ? [change[form]] : []),
  }) as unknown as Setting;

const [risk] = sectionsWritten.risks.risks as [Record<string, string>];
const [rating] = sectionsWritten.residual.risks as [Record<string, string>];
const risksAre = (...risks: object[]): Said => ({ [sectionForm('risks')]: { risks } as unknown as Values });
const submitted = (change: Said): string[] =>
  (writeAssessment.check?.({ complete: true }, setting(change)) ?? []).map(({ message }) => message);

describe('An assessment that is handed in', () => {
  test('is whole where every risk was rated again', () => {
    expect(submitted({})).toEqual([]);
  });

  test.each([
    ['rewritten', risksAre({ ...risk, source: 'A camera shows who visits whom.' })],
    ['added', risksAre(risk, { ...risk, source: 'Another.' })],
    [
      'rated higher',
      { ...risksAre(risk), 'assessment-risks': { risks: [risk], version: 'two' } as unknown as Values },
    ],
  ])(
    'is refused where a risk was %s after “What remains”: its old rating may hide a high risk (Art 36)',
    (_name, change) => {
      expect(submitted(change as Said)).toEqual([expect.stringContaining('rate each of them again')]);
    },
  );

  test('is refused where a measure is against a risk that is gone', () => {
    const gone = { measures: [{ risk: 2, measure: 'Blur.', state: 'in-place' }] };
    expect(submitted({ 'assessment-measures': gone })).toEqual([
      expect.stringContaining('there is no risk 2'),
    ]);
  });

  test('rates each risk in its own words', () => {
    const other = { risks: [{ ...rating, source: 'Something smaller.' }] } as unknown as Values;
    expect(sections.residual.check?.(other, setting())).toMatchObject([{ field: 'risks.0.source' }]);
  });
});

describe('The accountable manager', () => {
  const planned = {
    'dpo-advice': { advice: 'proceed' },
    'assessment-measures': { measures: [{ risk: 1, measure: 'Blur.', state: 'planned' }] },
  } as unknown as Said;
  const approval = { decision: 'approve', advice: 'accept' } as const;
  const faults = (values: Values, change: Said = {}): string[] =>
    (signOff.check?.(values, setting({ ...planned, ...change })) ?? []).map(({ field }) => field);

  test('leaves no planned measure out of what must be carried out without a reason', () => {
    expect(faults(approval)).toEqual(['leftOutReasons']);
    expect(faults({ ...approval, actions: [{ action: 'Blur.' }] })).toEqual([]);
    expect(faults({ ...approval, leftOutReasons: 'The supplier does it.' })).toEqual([]);
    expect(faults({ ...approval, decision: 'back', reasons: 'Not yet.' })).toEqual([]);
  });

  test('need not agree again on what an earlier approval agreed on: it goes on', () => {
    const before = { 'sign-off': { actions: [{ action: 'Blur.' }] } } as unknown as Said;
    expect(faults(approval, before)).toEqual([]);
  });
});

describe('The DPO', () => {
  const advice = {
    measures: [{ measure: 'Blur the doors of flats.', verdict: 'sufficient' }],
    ...{ residual: 'not-high', next: 'on', advice: 'proceed', reasons: 'Enough.' },
  } as unknown as Values;
  const high = { 'assessment-residual': { risks: [{ ...rating, likelihood: '4' }] } as unknown as Values };

  test('does not deny that a high risk remains where the assessment rates one high (Art 36(1))', () => {
    expect(dpoAdvice.check?.(advice, setting(high))).toMatchObject([{ field: 'residual' }]);
    expect(dpoAdvice.check?.({ ...advice, residual: 'high' }, setting(high))).toEqual([]);
  });

  test('may see a high risk where the assessment rates none', () => {
    expect(dpoAdvice.check?.({ ...advice, residual: 'high' }, setting())).toEqual([]);
  });
});
