import { randomUUID } from 'node:crypto';
import { BadInput } from '../../commands/command';
import { staffAdd } from '../../commands/staff-add';
import type { TestRecord } from './support/record';
import { NEW_PARK, NOTTINGHAM, testRecord } from './support/record';

let record: TestRecord;
beforeAll(async () => void (record = await testRecord()));
afterAll(() => record.close());

const password = 'correct horse battery';
const account = () =>
  record.register.staff.create({ email: `${randomUUID()}@staff.example`, name: 'A Person', password });

describe('An account', () => {
  it('opens with its password, whatever the case of the address, and is kept as argon2id', async () => {
    const { staff } = record.register;
    const { id, email } = await account();
    expect(await staff.authenticate(email.toUpperCase(), password)).toMatchObject({ id });
    const [row] = await record.sql<{ passwordHash: string }>(
      'SELECT "passwordHash" FROM staff WHERE id = $1',
      [id],
    );
    expect(row?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('does not open with a wrong password, when disabled, or when there is none', async () => {
    const { staff } = record.register;
    const { id, email } = await account();
    expect(await staff.authenticate(email, 'correct horse batterz')).toBeNull();
    expect(await staff.authenticate('nobody@staff.example', password)).toBeNull();
    await staff.setDisabled(id, true);
    expect(await staff.authenticate(email, password)).toBeNull();
  });

  it('needs a password of twelve characters, and an address that nobody else has', async () => {
    const { staff } = record.register;
    const { email, id } = await account();
    const create = (change: object) =>
      staff.create({ email: 'new@staff.example', name: 'N', password, ...change });
    await expect(create({ password: 'elevenchars' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(create({ email: email.toUpperCase() })).rejects.toMatchObject({ code: 'id-used-before' });
    await expect(staff.setPassword(id, 'short')).rejects.toMatchObject({ code: 'invalid' });
    await staff.setPassword(id, 'another long password');
    expect(await staff.authenticate(email, password)).toBeNull();
    expect(await staff.authenticate(email, 'another long password')).not.toBeNull();
  });
});

describe('A member of staff', () => {
  it('holds roles in each organisation by itself', async () => {
    const { staff } = record.register;
    const { id } = await account();
    await staff.setMembership(id, NEW_PARK, { roles: ['dpo'] });
    await staff.setMembership(id, NOTTINGHAM, { roles: ['employee'] });
    expect(await staff.viewer(id, NEW_PARK)).toEqual({
      staffId: id,
      organisationId: NEW_PARK,
      roles: ['dpo'],
    });
    expect((await staff.viewer(id, NOTTINGHAM))?.roles).toEqual(['employee']);
    await staff.removeMembership(id, NOTTINGHAM);
    expect(await staff.viewer(id, NOTTINGHAM)).toBeNull();
  });

  it('is given no role or system that does not exist', async () => {
    const { id } = await account();
    const set = (held: object) => record.register.staff.setMembership(id, NEW_PARK, { roles: [], ...held });
    await expect(set({ roles: ['king'] })).rejects.toMatchObject({ code: 'invalid' });
    await expect(set({ systems: ['no-such-system'] })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('who is away is stood in for by the deputy, in roles and in what is sent, from the first day to the last', async () => {
    const { staff } = record.register;
    const [dpo, deputy] = [await record.member(['dpo']), await record.member(['handler'])];
    await staff.setAbsence(dpo.staffId, NEW_PARK, {
      from: '2026-11-03',
      until: '2026-11-05',
      deputyId: deputy.staffId,
    });
    const roles = async (at: string) => {
      record.turnTo(at);
      return (await staff.viewer(deputy.staffId, NEW_PARK))?.roles;
    };
    expect(await roles('2026-11-02T23:00:00Z')).toEqual(['handler']);
    expect(await roles('2026-11-03T00:00:00Z')).toEqual(['handler', 'dpo']);
    expect(await roles('2026-11-05T23:59:00Z')).toEqual(['handler', 'dpo']);
    const reached = await staff.reach(NEW_PARK, dpo.staffId);
    expect(reached).toMatchObject([{ staffId: deputy.staffId, insteadOf: dpo.staffId }]);
    expect((await staff.holders(NEW_PARK, 'dpo')).map(({ staffId }) => staffId)).toContain(deputy.staffId);
    expect(await roles('2026-11-06T00:00:00Z')).toEqual(['handler']);
    expect(await staff.reach(NEW_PARK, dpo.staffId)).toMatchObject([{ staffId: dpo.staffId }]);
  });

  it('cannot be their own deputy, nor have one from elsewhere', async () => {
    const { staff } = record.register;
    const [one, stranger] = [await record.member(['dpo']), await record.member(['dpo'], [], NOTTINGHAM)];
    for (const deputyId of [one.staffId, stranger.staffId]) {
      const set = staff.setAbsence(one.staffId, NEW_PARK, { from: '2026-11-03', until: null, deputyId });
      await expect(set).rejects.toMatchObject({ code: 'invalid' });
    }
  });
});

describe('An API token', () => {
  it('speaks for its owner until it is revoked, expires, or the account is disabled, and is kept as a hash', async () => {
    const { tokens, staff } = record.register;
    record.turnTo('2026-11-02T12:00:00Z');
    const { staffId } = await record.member(['handler']);
    const [one, short] = [
      await tokens.issue(staffId, NEW_PARK, 'scripts'),
      await tokens.issue(staffId, NEW_PARK, 'today only', '2026-11-02T13:00:00Z'),
    ];
    expect(await tokens.verify(one.token)).toMatchObject({ staffId, roles: ['handler'] });
    expect(await tokens.verify(`${one.token}x`)).toBeNull();
    record.turnTo('2026-11-02T13:00:00Z');
    expect(await tokens.verify(short.token)).toBeNull();
    const rows = await record.sql('SELECT to_jsonb(t) AS row FROM api_token t');
    expect(JSON.stringify(rows)).not.toContain(one.token);
    await staff.setDisabled(staffId, true);
    expect(await tokens.verify(one.token)).toBeNull();
    await staff.setDisabled(staffId, false);
    await tokens.revoke(staffId, one.id);
    expect(await tokens.verify(one.token)).toBeNull();
    expect((await tokens.list(staffId)).map(({ label, revokedAt }) => [label, revokedAt !== null])).toEqual(
      expect.arrayContaining([
        ['scripts', true],
        ['today only', false],
      ]),
    );
  });
});

describe('The command that adds the first administrator', () => {
  const run = (...args: string[]) =>
    staffAdd(['--organisation', NEW_PARK, ...args], {
      DATABASE_URL: record.url,
      CUSTODIAN_MASTER_KEY: record.masterKey.toString('base64'),
    });

  it('makes an account with a first password, which must be changed; once more, it keeps password and roles', async () => {
    const { staff } = record.register;
    const said = await run('--email', 'First.Admin@staff.example', '--name', 'The First');
    const password = /shown only now: (\S+)$/.exec(said)?.[1] ?? '';
    const member = await staff.authenticate('first.admin@staff.example', password);
    expect(member).toMatchObject({ name: 'The First', mustChange: true });
    expect(await run('--email', 'first.admin@staff.example', '--role', 'auditor')).toContain('already');
    const held = await staff.membership(member?.id ?? '', NEW_PARK);
    expect([...(held?.roles ?? [])].sort()).toEqual(['administrator', 'auditor']);
    expect(await staff.authenticate('first.admin@staff.example', password)).not.toBeNull();
  });

  it.each([
    ['an address that is none', ['--email', 'nobody', '--name', 'A']],
    ['a role that there is not', ['--email', 'a@staff.example', '--name', 'A', '--role', 'king']],
    ['nobody’s name', ['--email', 'unnamed@staff.example']],
  ])('refuses %s, and changes nothing', async (_what, args) => {
    await expect(run(...args)).rejects.toBeInstanceOf(BadInput);
    expect(await record.register.staff.findByEmail('unnamed@staff.example')).toBeNull();
  });
});
