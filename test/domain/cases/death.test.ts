import { heldNow } from '../../../domain/cases/death';
import { definitionOf } from '../../../domain/cases/registry';
import type { CaseFacts, CaseView } from '../../../domain/cases/process';
import type { Setting, Values } from '../../../forms/form';
import { objectionForms } from '../../../forms/objection';
import { rectificationForms } from '../../../forms/rectification';

const kinds = [
  'subject-access',
  'rectification',
  'erasure',
  'restriction',
  'portability',
  'objection',
] as const;

const view = (change: Partial<CaseView>): CaseView =>
  ({ closed: false, waiting: [], open: [], running: [], ...change }) as unknown as CaseView;

const dead = view({ running: ['death-recorded'] });

describe.each(kinds)('While the DPO considers a death, a case of %s', (kind) => {
  const definition = definitionOf(kind);
  const refused = (element: string, now: CaseView) => heldNow(definition, now, element)?.code;

  test('sends no letter to the person, and others as before', () => {
    for (const [element, { to }] of Object.entries(definition.letters))
      expect([element, refused(element, dead)]).toEqual([
        element,
        to === 'requester' ? 'in-hand' : undefined,
      ]);
  });

  test('takes no second report of a death, and the letters go once it is decided', () => {
    const { refusal } = definition.actions['record-death'] ?? {};
    expect(refusal?.(dead, '')?.code).toBe('in-hand');
    expect(refusal?.(view({}), '')).toBeNull();
    expect(refused('acknowledge', view({}))).toBeUndefined();
  });
});

test.each([['subject-access', ['prepare-response', 'deliver']]] as const)(
  'Nothing of %s is handed over, and nothing is lost, meanwhile',
  (kind, elements) => {
    for (const element of elements)
      expect(heldNow(definitionOf(kind), dead, element)?.message).toContain('before the DPO has decided');
  },
);

describe('What the DPO decides after a death', () => {
  const setting = (answers: Readonly<Record<string, Values>>, facts: object = {}): Setting =>
    ({
      facts: facts as CaseFacts,
      said: (form: string) => answers[form] ?? {},
    }) as unknown as Setting;
  const assessed = { 'assess-accuracy': { systems: ['housing-management'] } };

  test.each([
    ['nothing before it was agreed on', {}, []],
    ['what a second person agreed on', { 'second-check': { outcome: 'right' } }, ['housing-management']],
    ['what the manager decided', { decide: { decision: 'approve' } }, ['housing-management']],
    ['nothing that was sent back', { 'second-check': { outcome: 'back' } }, []],
  ])('begins with %s', (_what, answers, systems) => {
    const begins = rectificationForms['decide-after-death']?.begins?.(setting({ ...assessed, ...answers }));
    expect(begins).toEqual({ systems });
  });

  test('begins with every system from which marketing is sent, as it stops at once (Art 21(3))', () => {
    const facts = { against: 'direct-marketing', stopOn: ['surveys'] };
    expect(objectionForms['decide-after-death']?.begins?.(setting({}, facts))).toEqual({
      systems: ['surveys'],
    });
  });

  test('says what is to be done on the systems that are ticked', () => {
    const check = (values: Values) =>
      rectificationForms['decide-after-death']?.check?.(values, setting({})) ?? [];
    expect(check({ decision: 'close', systems: ['surveys'] }).map(({ field }) => field)).toEqual([
      'instructions',
    ]);
    expect(check({ decision: 'close', systems: ['surveys'], instructions: 'Finish it.' })).toEqual([]);
    expect(check({ decision: 'close' })).toEqual([]);
  });

  test('lets nobody wait for proof of identity from somebody who has died', () => {
    const died = setting({ 'check-identity': { outcome: 'deceased' } });
    const errors = (decision: string) =>
      rectificationForms['decide-unverified']?.check?.({ decision }, died) ?? [];
    expect(errors('wait').map(({ field }) => field)).toEqual(['decision']);
    expect(errors('close')).toEqual([]);
  });
});
