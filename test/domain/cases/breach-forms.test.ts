import type { Setting, Values } from '../../../forms/form';
import { decide } from '../../../forms/breach/assess';
import { filedLateByThis } from '../../../forms/breach/moved';
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
