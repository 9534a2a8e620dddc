import { join } from 'node:path';
import { objections, type Finishing, type Objections } from '../../../api/casework/checks';
import { formOfTask } from '../../../api/casework/task-form';
import { definitionOf, openKinds } from '../../../domain/cases/registry';
import type { Profile } from '../../../domain/organisation/profile';
import type { Setting, Values } from '../../../forms/form';
import type { Register } from '../../../register';
import { loadOrganisations } from '../../../register/organisations';

const profile = loadOrganisations(join(__dirname, '../../../organisations')).get('new-park-village');
const allowing = (approvals: Partial<Profile['approvals']>): Profile => ({
  ...profile,
  approvals: { ...profile.approvals, ...approvals },
});

const me = 'me';
const setting = (change: Partial<Setting> = {}): Setting => ({
  ...{ now: '2026-12-22T09:00:00Z', profile, dueAt: '2026-12-21T23:59:59Z', staffId: me },
  facts: { kind: 'subject-access', organisation: profile.id },
  doneBy: () => [],
  said: () => ({}),
  every: () => [],
  givenAt: () => null,
  ...change,
});

/** These rules ask nothing of the record. */
const noRecord = {} as Register;

function finish(element: string, values: Values, change: Partial<Setting> = {}): Promise<Objections> {
  const kind = 'subject-access';
  const form = formOfTask({ kind, element, need: null }, null);
  const finishing: Finishing = {
    step: `${element}#1`,
    item: null,
    reference: 'SAR-2026-00042',
    kind,
    element,
    form,
    values,
    setting: setting(change),
  };
  return objections(noRecord, finishing);
}

const fields = ({ errors }: Objections): string[] => errors.map(({ field }) => field);
const by = (element: string, staffId = me) => ({
  doneBy: (one: string) => (one === element ? ['somebody', staffId] : []),
});

describe('A second pair of eyes', () => {
  test('is not that of whoever did the work, unless the profile allows it, with the reason', async () => {
    const strict = { ...by('review'), profile: allowing({ reviewerMayCheck: false }) };
    expect((await finish('second-check', { outcome: 'right' }, strict)).refusal?.code).toBe('own-work');
    const small = { ...by('review'), profile: allowing({ reviewerMayCheck: true }) };
    expect(fields(await finish('second-check', { outcome: 'right' }, small))).toEqual(['overrideReason']);
    expect(fields(await finish('second-check', { overrideReason: 'We are two.' }, small))).toEqual([]);
  });

  test('may be anybody else’s', async () => {
    const strict = { ...by('review', 'another'), profile: allowing({ reviewerMayCheck: false }) };
    expect(await finish('second-check', {}, strict)).toEqual({ refusal: null, errors: [] });
  });
});

describe('Whoever advised as DPO (UK GDPR Art 38(6))', () => {
  test.each([
    ['decide', 'dpo-advice'],
    ['decide-refusal', 'advise-refusal'],
  ])('does not %s, unless the profile allows it, with the reason', async (decision, advice) => {
    const strict = { ...by(advice), profile: allowing({ adviserMayDecide: false }) };
    expect((await finish(decision, {}, strict)).refusal?.code).toBe('own-advice');
    const small = { ...by(advice), profile: allowing({ adviserMayDecide: true }) };
    expect(fields(await finish(decision, {}, small))).toEqual(['overrideReason']);
    expect(fields(await finish(decision, { overrideReason: 'We are two.' }, small))).toEqual([]);
  });
});

describe('Lateness', () => {
  const given = (letters: Record<string, string>) => ({
    givenAt: (letter: string) => letters[letter] ?? null,
  });

  test('is explained where the answer was given after the due date', async () => {
    const late = given({ respond: '2026-12-22T08:00:00Z' });
    expect(fields(await finish('close-case', {}, late))).toEqual(['lateness']);
    expect(fields(await finish('close-case', { lateness: 'Illness.' }, late))).toEqual([]);
  });

  test('is none where the answer was given in time, however late the case is closed', async () => {
    expect(fields(await finish('close-case', {}, given({ respond: '2026-12-21T09:00:00Z' })))).toEqual([]);
    expect(
      fields(await finish('close-case', {}, given({ 'refusal-letter': '2026-12-20T09:00:00Z' }))),
    ).toEqual([]);
  });

  test('is told by the last of the letters that answer, and not by others', async () => {
    const again = { acknowledge: '2026-11-23T09:00:00Z', respond: '2026-12-01T09:00:00Z' };
    expect(fields(await finish('close-case', {}, given({ acknowledge: again.acknowledge })))).toEqual([
      'lateness',
    ]);
    const both = { ...again, 'refusal-letter': '2026-12-22T08:00:00Z' };
    expect(fields(await finish('close-case', {}, given(both)))).toEqual(['lateness']);
  });

  test('is none where the case has no due date', async () => {
    expect(fields(await finish('close-case', {}, { dueAt: null }))).toEqual([]);
  });
});

const withOthersWork = openKinds.flatMap((kind) =>
  Object.entries(definitionOf(kind).tasks)
    .filter(([, { notBy = [], adviceFrom = [] }]) => notBy.length + adviceFrom.length > 0)
    .map(([element]) => [kind, element] as const),
);

test.each(withOthersWork)(
  '%s: %s asks once for the reason, where one person may do both',
  (kind, element) => {
    const asked = formOfTask({ kind, element, need: null }, null).fields.filter(
      ({ name }) => name === 'overrideReason',
    );
    expect(asked).toMatchObject([{ personal: true, optional: true }]);
  },
);

test.each(openKinds)('%s: the letters that answer it are letters of its own', (kind) => {
  const { answeredBy = [], letters } = definitionOf(kind);
  expect(answeredBy.filter((letter) => !(letter in letters))).toEqual([]);
});

test.each(openKinds)('%s: what a task rests on is something that is said in such a case', (kind) => {
  const { tasks, actions } = definitionOf(kind);
  const named = Object.values(tasks).flatMap(({ restsOn = [] }) => restsOn);
  expect(named.filter((name) => name !== 'log-request' && !(name in tasks) && !(name in actions))).toEqual(
    [],
  );
});
