import { breachTimers, everybodyTold, undoneTimers } from '../../../domain/cases/breach/duties';
import { breach } from '../../../domain/cases/breach';
import type { Codes } from '../../../domain/cases/process';

const saidOf =
  (answers: Record<string, Codes>) =>
  (element: string, item?: string): Codes =>
    answers[item === undefined ? element : `${element} ${item}`] ?? {};

const triage = (role: string): Codes => ({ outcome: 'breach', role });
const filed = { filedAt: '2026-11-22T10:00:00Z' };
const given = { givenAt: '2026-11-22T10:00:00Z' };

describe('Whom the law wants told of a breach', () => {
  test.each([
    ['before triage, the regulator (Art 33(1))', {}, ['breach.regulator'], false],
    [
      'as controller, the regulator (Art 33(1))',
      { triage: triage('controller') },
      ['breach.regulator'],
      false,
    ],
    [
      'as processor, the controller alone (Art 33(2))',
      { triage: triage('processor') },
      ['breach.processorToController'],
      false,
    ],
    [
      'as both, both',
      { triage: triage('both') },
      ['breach.regulator', 'breach.processorToController'],
      false,
    ],
    [
      'as both, the controller where the regulator was notified',
      { triage: triage('both'), 'file-notification': filed },
      ['breach.processorToController', 'breach.regulator'],
      false,
    ],
    [
      'as processor, nobody more once the controller was told',
      { triage: triage('processor'), 'notify-controller': given },
      ['breach.processorToController'],
      true,
    ],
    [
      'nobody where no risk is likely (Art 33(1))',
      { triage: triage('controller'), decide: { decision: 'no-risk' } },
      ['breach.regulator'],
      true,
    ],
    [
      'the regulator still, where the assessment was sent back',
      { triage: triage('controller'), decide: { decision: 'back' } },
      ['breach.regulator'],
      false,
    ],
    [
      'the people where the risk is high (Art 34(1))',
      {
        triage: triage('controller'),
        decide: { decision: 'high-risk', people: 'each' },
        'file-notification': filed,
      },
      ['breach.individuals', 'breach.regulator'],
      false,
    ],
    [
      'the people still, while another list of them follows',
      {
        ...{ decide: { decision: 'high-risk', people: 'each' }, 'file-notification': filed },
        ...{ 'prepare-notice': { others: 'more' }, 'tell-each': { '1:way': 'email' } },
      },
      ['breach.individuals', 'breach.regulator'],
      false,
    ],
    [
      'nobody more once each was told',
      {
        ...{ decide: { decision: 'high-risk', people: 'each' }, 'file-notification': filed },
        ...{ 'prepare-notice': { others: 'none' }, 'tell-each': { '1:way': 'email' } },
      },
      ['breach.regulator', 'breach.individuals'],
      true,
    ],
    [
      'not the people where an exception holds (Art 34(3))',
      { decide: { decision: 'high-risk', people: 'unintelligible' }, 'file-notification': filed },
      ['breach.regulator'],
      true,
    ],
    [
      'as processor of two controllers, the other still where one was told (Art 33(2))',
      {
        ...{ triage: { ...triage('processor'), controllers: ['one', 'two'] } },
        ...{ 'notify-controller': given, 'notify-controller one': given },
      },
      ['breach.processorToController'],
      false,
    ],
    [
      'a controller that turned out to be concerned later, until it was told (Art 33(2))',
      {
        ...{ triage: triage('controller'), decide: { decision: 'no-risk' } },
        'something-new': { concerned: ['one'] },
      },
      ['breach.processorToController', 'breach.regulator'],
      false,
    ],
    [
      'nobody more once that one was told as well',
      {
        ...{ triage: triage('controller'), decide: { decision: 'no-risk' } },
        ...{ 'something-new': { concerned: ['one'] }, 'notify-added-controller one': given },
      },
      ['breach.regulator', 'breach.processorToController'],
      true,
    ],
    [
      'as processor of two controllers, nobody more once both were told',
      {
        ...{ triage: { ...triage('processor'), controllers: ['one', 'two'] } },
        ...{ 'notify-controller one': given, 'notify-controller two': given },
      },
      ['breach.processorToController'],
      true,
    ],
    ['nobody of a near miss', { triage: { outcome: 'near-miss' } }, ['breach.regulator'], true],
  ] as const)('%s', (_name, answers, timers, told) => {
    const said = saidOf(answers as Record<string, Codes>);
    expect(breachTimers(said)).toEqual(timers);
    expect(everybodyTold(said)).toBe(told);
  });
});

describe('The moment of awareness (Art 33(1))', () => {
  const reportedAt = '2026-11-22T10:00:00.000Z';

  test.each([
    ['the report, where no discovery is stated', {}, reportedAt],
    [
      'the discovery, where it was earlier',
      { discoveredAt: '2026-11-21T09:00:00+00:00' },
      '2026-11-21T09:00:00+00:00',
    ],
    [
      'the report, where the discovery is stated later',
      { discoveredAt: '2026-11-22T10:00:01.000Z' },
      reportedAt,
    ],
  ])('is %s', (_name, codes, at) => {
    expect(breach.clock('log-request', codes, reportedAt)).toEqual([{ type: 'aware', at }]);
  });

  test.each(['triage', 'move-aware'])('is what %s says, in place of all before', (what) => {
    const awareAt = '2026-11-22T08:00:00+00:00';
    expect(breach.clock(what, { awareAt }, reportedAt)).toEqual([
      { type: 'aware', at: awareAt, replaces: true },
    ]);
  });
});

test('of an incident in both roles each duty not yet done has a clock that runs (Arts 33(1)–(2))', () => {
  const both = { triage: triage('both') };
  expect(undoneTimers(saidOf(both))).toEqual(['breach.regulator', 'breach.processorToController']);
  expect(undoneTimers(saidOf({ ...both, 'file-notification': filed }))).toEqual([
    'breach.processorToController',
  ]);
  expect(undoneTimers(saidOf({ ...both, 'notify-controller': given }))).toEqual(['breach.regulator']);
});
