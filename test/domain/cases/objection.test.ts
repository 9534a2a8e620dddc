import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import {
  findingFault,
  findings,
  isMarketing,
  objectionOutcome,
  refusedOf,
  type Against,
  type Finding,
} from '../../../domain/cases/objection/grounds';
import { objection } from '../../../domain/cases/objection';
import { consentWithdrawal } from '../../../domain/cases/consent-withdrawal';
import type { CaseDefinition } from '../../../domain/cases/definition';
import type { CaseView } from '../../../domain/cases/process';
import { consentSystems, marketingSystems } from '../../../domain/cases/stopping';
import { loadProfile } from '../../../domain/organisation';
import { consentWithdrawalForms, logConsentWithdrawal } from '../../../forms/consent-withdrawal';
import type { Setting } from '../../../forms/form';
import { logObjection, objectionForms } from '../../../forms/objection';

const profileOf = (id: string) =>
  loadProfile(readFileSync(join(__dirname, `../../../organisations/${id}.yaml`), 'utf8'), `${id}.yaml`);
const village = profileOf('new-park-village');
const homes = profileOf('nottingham-city-homes');
const kind: CaseDefinition = objection;
const consent: CaseDefinition = consentWithdrawal;

describe('What overrides an objection (UK GDPR Art 21(1), (6))', () => {
  const all = Object.keys(findings) as readonly Finding[];
  const generally: readonly Finding[] = [
    ...(['nothing-overrides', 'compelling', 'legal-claims', 'other-basis', 'exempt'] as const),
  ];

  test.each<[Against, readonly Finding[]]>([
    ['public-task', generally],
    ['legitimate-interests', generally],
    ['research', ['nothing-overrides', 'public-interest-task', 'other-basis', 'exempt']],
  ])('against %s only %j may be found', (against, allowed) => {
    expect(all.filter((finding) => findingFault(against, finding) === null)).toEqual(allowed);
  });

  test('whoever finds something else is told which paragraph knows it', () => {
    expect(findingFault('research', 'compelling')).toContain('Art 21(6)');
    expect(findingFault('public-task', 'public-interest-task')).toContain('Art 21(1)');
  });

  test.each<[readonly Finding[], string]>([
    [['nothing-overrides', 'nothing-overrides'], 'none'],
    [['nothing-overrides', 'compelling'], 'part'],
    [['legal-claims', 'exempt'], 'all'],
  ])('%j is overruled: %s (Art 12(4))', (found, refused) => expect(refusedOf(found)).toBe(refused));

  test.each([
    ['none', [], 'upheld'],
    ['none', ['archive'], 'upheld-in-part'],
    ['part', [], 'upheld-in-part'],
    ['all', [], 'overruled'],
  ] as const)('overruled: %s, impossible on %j, ends as %s', (refused, impossible, outcome) => {
    expect(objectionOutcome(refused, { impossible, nowhere: false })).toBe(outcome);
    expect(Object.keys(objection.outcomes)).toContain(outcome);
  });

  test('is refused where it was impossible on every system', () => {
    expect(objectionOutcome('none', { impossible: ['archive'], nowhere: true })).toBe('refused');
  });
});

describe('An objection to direct marketing (UK GDPR Art 21(2)–(3))', () => {
  const facts = { against: 'direct-marketing', kind: 'objection', organisation: 'x' } as const;
  const view = {
    ...{ facts, closed: false, waiting: [], open: [], running: [], legalHold: false },
    clock: {
      ...{ due: '2026-11-22', dueAt: null, extensionNoticeBy: null, state: 'running' },
      ...{ extended: false, later: null, next: null },
    },
  } as CaseView;

  test('has a clock of its own, which is over at once; every other objection has the month (Art 12A)', () => {
    expect(kind.timers?.(facts, () => ({}))).toEqual(['objection.marketing']);
    expect(kind.timers?.({ ...facts, against: 'research' }, () => ({}))).toEqual(['rights.response']);
    expect(isMarketing({ against: 'public-task' })).toBe(false);
  });

  test.each(['extend', 'propose-refusal'] as const)('allows no %s, and says why', (action) => {
    const refusal = objection.actions[action].refusal(view, '2026-11-22T10:00:00Z');
    expect(refusal).toMatchObject({ code: 'absolute', message: expect.stringContaining('Art 21(3)') });
    const other = { ...view, facts: { ...facts, against: 'research' }, open: ['triage#1'] };
    expect(objection.actions[action].refusal(other, '2026-11-22T10:00:00Z')).toBeNull();
  });

  test('stops on every system that the profile names for marketing, and where else somebody says, each once', () => {
    expect(marketingSystems(village, [])).toEqual(['surveys', 'housing-management']);
    expect(marketingSystems(homes, ['website', 'surveys-and-marketing'])).toEqual([
      ...['surveys-and-marketing', 'website'],
    ]);
    expect(kind.facts?.(village, { against: 'public-task', alsoFrom: ['surveys'] })).toEqual({ stopOn: [] });
  });

  test('is not logged where nobody would be told to stop', () => {
    const none = { ...village, processingRecords: [] };
    const errors = (values: object, profile: unknown) =>
      logObjection.check?.(values as never, { profile } as Setting).map(({ field }) => field);
    expect(errors({ against: 'direct-marketing' }, none)).toEqual(['alsoFrom']);
    expect(errors({ against: 'direct-marketing', alsoFrom: ['website'] }, none)).toEqual([]);
    expect(errors({ against: 'direct-marketing' }, village)).toEqual([]);
    expect(errors({ against: 'research' }, none)).toEqual([]);
  });
});

describe('The assessment of an objection', () => {
  const form = objectionForms['assess-objection'];
  const use = (finding: Finding) => ({ what: 'A', finding, reasons: 'B' });
  const faults = (uses: readonly object[], stop: string, against = 'public-task') =>
    form?.check?.({ uses, stop } as never, { facts: { against } } as never).map(({ field }) => field);

  test('names the use for which the law knows no such ground', () => {
    expect(faults([use('compelling'), use('public-interest-task')], 'no')).toEqual(['uses.1.finding']);
    expect(faults([use('legal-claims')], 'no', 'research')).toEqual(['uses.0.finding']);
  });

  test('leaves nothing going on that nothing overrides, and stops nothing that was found to be needed', () => {
    expect(faults([use('nothing-overrides')], 'no')).toEqual(['stop']);
    expect(faults([use('compelling')], 'yes')).toEqual(['stop']);
    expect(faults([use('compelling'), use('nothing-overrides')], 'yes')).toEqual([]);
  });

  test('asks for our grounds and for the weighing where compelling grounds are said to override (Art 21(1))', () => {
    const uses = form?.fields.find(({ name }) => name === 'uses');
    const cells = uses?.kind === 'rows' ? uses.of : [];
    const askedFor = (finding: string) =>
      cells.filter(({ when }) => when?.is.includes(finding)).map(({ name }) => name);
    expect(askedFor('compelling')).toEqual(['grounds', 'weighed']);
    expect(askedFor('nothing-overrides')).toEqual([]);
    expect(cells.every(({ optional }) => !optional)).toBe(true);
  });
});

describe('Consent that is withdrawn (UK GDPR Art 7(3))', () => {
  test('stops on the systems of the purposes named, and nowhere else', () => {
    expect(consentSystems(village, ['surveys-and-research'])).toEqual(['surveys']);
    expect(consentSystems(village, ['website', 'surveys-and-research'])).toEqual([
      ...['surveys', 'website', 'online-forms'],
    ]);
  });

  test('stops everything that may rest on consent where the purposes were not said', () => {
    for (const system of ['surveys', 'website', 'contact-records'])
      expect(consentSystems(village, [])).toContain(system);
  });

  test('has no way to refuse it, to put it off, or to ask for proof', () => {
    const none = ['propose-refusal', 'extend', 'clarify', 'withdraw-identity-request', 'send-code'];
    expect(Object.keys(consent.actions).filter((name) => none.includes(name))).toEqual([]);
    expect(Object.keys(consent.tasks).filter((name) => /identity|refus|decide/.test(name))).toEqual([]);
    expect(consent.timer).toBe('consent.withdrawn');
  });

  test('is logged without a reason and without proof: as easily as it was given', () => {
    const asked = logConsentWithdrawal.fields.map(({ name }) => name);
    expect(asked).toContain('purposes');
    for (const hurdle of ['reasons', 'authority', 'dateOfBirth', 'reference'])
      expect(asked).not.toContain(hurdle);
  });

  test('what goes for want of a basis names the case that erases it (Art 17(1)(b))', () => {
    const check = (erasure?: string) =>
      consentWithdrawalForms['check-erasure']?.check?.({ outcome: 'erasure', erasure }, {} as Setting);
    expect(check('SAR-2026-00001')?.map(({ field }) => field)).toEqual(['erasure']);
    expect(check('ERA-2026-00001')).toEqual([]);
  });
});
