import { addMonths } from '../../domain/calendar';
import { openFirstChecks } from '../../worker/first-checks';
import type { Programs } from './support/programs';
import { programs, today } from './support/programs';

const at = '/organisation/automated-decisions';
let house: Programs;
let reference: string;

beforeAll(async () => {
  house = await programs(['handler', 'governance-officer', 'dpo', 'auditor', 'data-holder', 'administrator']);
});
afterAll(() => house?.stop());

const later = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const idOf = async (role: 'dpo' | 'data-holder'): Promise<string> =>
  String((await house.call(role, '/me')).json.staffId);
const checks = async (): Promise<unknown> => (await house.call('auditor', at)).json.checks;

describe('the regular checks of an automated decision, worked by programs (UK GDPR Arts 5(2), 24(1))', () => {
  test('are begun from the register, once for each decision, by governance or the DPO', async () => {
    expect(await checks()).toEqual([]);
    expect((await house.call('handler', `${at}/assessments/checks`, {})).status).toBe(403);
    expect((await house.call('dpo', `${at}/no-such-thing/checks`, {})).status).toBe(404);
    const logged = { answers: { decision: 'assessments' } };
    expect((await house.call('dpo', '/cases/decision-check', logged)).status).toBe(404);
    const pressed = await Promise.all(
      (['dpo', 'governance-officer'] as const).map((role) =>
        house.call(role, `${at}/assessments/checks`, {}),
      ),
    );
    expect(pressed.map(({ status }) => status).sort()).toEqual([200, 201]);
    reference = String(pressed[0]?.json.reference);
    expect(reference).toMatch(/^CHK-\d{4}-\d{5}$/);
    expect(pressed[1]?.json.reference).toBe(reference);
    const { json } = await house.call('dpo', `/cases/${reference}`);
    expect(json).toMatchObject({ title: expect.stringContaining('Assessments'), dueOn: null });
    expect(JSON.stringify(json.contents)).toContain('Twenty scores taken at random are worked out by hand');
  });

  test('a concern names what is to be put right, by whom, by when, and how it is decided meanwhile', async () => {
    const { id } = await house.task(reference, 'check-decision');
    const shown = JSON.stringify((await house.call('dpo', `/tasks/${id}`)).json.shows);
    expect(shown).toContain('Twenty scores taken at random are worked out by hand');
    const concern = {
      ...{ on: today(), outcome: 'concern', lookedAt: 'Twenty scores.', findings: 'Two are wrong.' },
      ...{ nextBy: await idOf('dpo') },
    };
    const without = await house.call('dpo', `/tasks/${id}`, { answers: concern });
    expect(without.status).toBe(422);
    const { fields } = without.json.error as { fields: { field: string }[] };
    expect(fields.map(({ field }) => field)).toEqual(['toDo', 'meanwhile', 'owner', 'dueOn']);
    const whole = { toDo: 'Mend the table.', meanwhile: 'by-a-person', owner: await idOf('data-holder') };
    const past = await house.call('dpo', `/tasks/${id}`, {
      answers: { ...concern, ...whole, dueOn: today() },
    });
    expect(past).toMatchObject({ status: 422, json: { error: { fields: [{ field: 'dueOn' }] } } });
    await house.finish('dpo', reference, 'check-decision', { ...concern, ...whole, dueOn: later(14) });
    const repair = await house.task(reference, 'put-right');
    expect(repair.dueOn).toBe(later(14));
    expect(await checks()).toMatchObject([
      { reference, decision: 'assessments', stage: 'carrying-out', last: { outcome: 'concern' } },
    ]);
    const seen = JSON.stringify((await house.call('data-holder', `/tasks/${repair.id}`)).json);
    expect(seen).toContain('Mend the table.');
  });

  test('the owner shows that it is put right, and the next check comes at the interval of the register', async () => {
    await house.finish('data-holder', reference, 'put-right', {
      ...{ outcome: 'done', on: today(), evidence: 'The table, and twenty scores again.' },
    });
    expect(await checks()).toMatchObject([{ nextOn: addMonths(today(), 6), closed: false }]);
  });

  test('they end when no machine decides any more, and can begin again when one does', async () => {
    const retired = await house.call('dpo', `/cases/${reference}/actions/retire`, {
      answers: { on: today(), reasons: 'Officers score by hand.' },
    });
    expect(retired.status).toBe(200);
    expect(await house.outcome(reference)).toBe('retired');
    const again = await house.call('dpo', `${at}/assessments/checks`, {});
    expect(again.status).toBe(201);
    expect(again.json.reference).not.toBe(reference);
  });

  test('once they were opened by themselves, the button leads to them', async () => {
    await openFirstChecks(house.real.register, house.real.gateway, new Date());
    // Their dates are the process's to give, which may be giving them just now.
    const opened = async (): Promise<string[]> =>
      ((await checks()) as { reference: string }[]).map((one) => one.reference);
    const before = await opened();
    const pressed = await house.call('dpo', `${at}/data-matching/checks`, {});
    expect(pressed).toMatchObject({ status: 200, json: { repeated: true } });
    expect(await opened()).toEqual(before);
    const { json } = await house.call('dpo', `/cases/${String(pressed.json.reference)}`);
    expect(json).toMatchObject({ title: expect.stringContaining('Data matching') });
  });

  test('whoever may not read cases sees the register without them', async () => {
    const { json } = await house.call('administrator', at);
    expect(json.checks).toBeNull();
    expect(json.decisions).not.toHaveLength(0);
  });
});
