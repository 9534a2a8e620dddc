import type { Setting, Values } from '../../../forms/form';
import { wronglyGiven } from '../../../forms/breach/given';
import { decide } from '../../../forms/breach/assess';
import { filedLateByThis } from '../../../forms/breach/moved';
import { somethingNew } from '../../../forms/breach/new';
import { fileNotification } from '../../../forms/breach/notify';

const setting = (said: Readonly<Record<string, Values>> = {}): Setting =>
  ({
    ...{ now: '2026-11-25T12:00:00Z', legalDue: () => '2026-11-25T10:00:00Z' },
    said: (form: string) => said[form] ?? {},
    every: (form: string) => [said[form] ?? {}],
  }) as unknown as Setting;

const fields = (errors: readonly { readonly field: string }[] = []): string[] =>
  errors.map(({ field }) => field);

describe('The reasons for a late notification (Art 33(1))', () => {
  const late = { complete: 'yes', filedAt: '2026-11-25T11:00:00Z' };

  test('are asked when it is decided late, so that they are in the pack', () => {
    const decision = { decision: 'risk', departs: 'no' };
    expect(fields(decide.check?.(decision, setting()))).toEqual(['delayReasons']);
    expect(fields(decide.check?.({ ...decision, decision: 'no-risk' }, setting()))).toEqual([]);
  });

  test.each([
    ['asked when it is filed late', late, {}, ['delayReasons']],
    ['not asked twice', late, { decide: { delayReasons: 'Closed.' } }, []],
    ['not asked where it was filed in time', { ...late, filedAt: '2026-11-25T09:00:00Z' }, {}, []],
    ['not asked of a later phase', late, { 'file-notification': { filedAt: '2026-11-25T09:00:00Z' } }, []],
    ['not asked while the pack is made anew', { complete: 'remake' }, {}, []],
  ] as const)('are %s', (_name, values, said, asked) => {
    expect(fields(fileNotification.check?.(values, setting(said)))).toEqual(asked);
  });

  test('are asked where a moment moved earlier makes it late', () => {
    const filed = setting({ 'file-notification': { filedAt: '2026-11-25T09:00:00Z' } });
    expect(fields(filedLateByThis({ awareAt: '2026-11-22T08:00:00Z' }, filed))).toEqual(['delayReasons']);
    expect(fields(filedLateByThis({ awareAt: '2026-11-23T08:00:00Z' }, filed))).toEqual([]);
    expect(fields(filedLateByThis({ awareAt: '2026-11-22T08:00:00Z' }, setting()))).toEqual([]);
  });

  test('leave what was filed before filed where the pack is made anew', () => {
    const filed = setting({ 'file-notification': { filedAt: '2026-11-25T09:00:00Z' } });
    expect(fileNotification.derive?.({ complete: 'remake' }, filed)).toEqual({
      filedAt: '2026-11-25T09:00:00Z',
    });
  });
});

describe('A measure that is given to somebody by name', () => {
  const measures = ['recall', 'passwords'];
  const row = (measure: string, by?: string) => ({ measure, owner: 'it', ...(by && { by }) });

  test.each([
    ['is one that was ticked', [row('isolate')], ['given.0.measure']],
    ['is given once', [row('recall'), row('recall')], ['given.1.measure']],
    ['is due at a time still to come', [row('recall', '2026-11-25T11:00:00Z')], ['given.0.by']],
    ['needs no time of its own', [row('recall'), row('passwords', '2026-11-25T18:00:00Z')], []],
  ])('%s', (_name, given, wrong) => {
    expect(fields(wronglyGiven({ measures, given }, setting()))).toEqual(wrong);
  });
});

describe('A controller that turns out to be concerned later (Art 33(2))', () => {
  const house = (said: Record<string, Values> = {}): Setting => ({
    ...setting(said),
    profile: {
      controllers: [
        { id: 'us', name: 'Us', ourRole: 'controller' },
        { id: 'council', name: 'The council', ourRole: 'processor' },
        { id: 'charity', name: 'The charity', ourRole: 'processor' },
      ],
    } as unknown as Setting['profile'],
  });

  test('is told apart from other bodies, and counted with those added before', () => {
    expect(somethingNew.derive?.({ others: ['police', 'council'] }, house())).toEqual({
      ...{ controllers: ['council'], concerned: ['council'] },
    });
    const before = house({ 'something-new': { concerned: ['council'] } });
    expect(somethingNew.derive?.({ others: ['charity'] }, before)).toEqual({
      ...{ controllers: ['charity'], concerned: ['council', 'charity'] },
    });
    expect(somethingNew.derive?.({ others: ['police'] }, before)).toEqual({ concerned: ['council'] });
  });

  test.each([
    ['triage named it', { triage: { controllers: ['council'] } }],
    ['it was added before', { 'something-new': { concerned: ['council'] } }],
  ])('has one notice: it is not added again where %s', (_name, said) => {
    expect(fields(somethingNew.check?.({ others: ['council'] }, house(said)))).toEqual(['others']);
  });
});
