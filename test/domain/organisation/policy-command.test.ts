import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { policyCommand } from '../../../commands/policy';
import { yamlOf } from './profiles';

const program = ['--import', 'tsx', 'commands/policy.ts'];

test('The command prints what policy and law say, what is applied and why.', () => {
  const text = execFileSync(process.execPath, [...program, '--organisation', 'nottingham-city-homes'], {
    encoding: 'utf8',
  });
  expect(text).toContain('Data Protection Policy, NCHP095 against the law');
  expect(text).toMatch(
    /Law \(UK GDPR Article 12A\(2\)\):.*\n {4}Applied: relevant time\n {4}The policy falls short of the law/,
  );
});

test('As JSON it has each organisation with its rows.', () => {
  const [first, second] = JSON.parse(policyCommand(['--json']));
  expect([first.organisation, second.organisation]).toEqual(['new-park-village', 'nottingham-city-homes']);
  expect(second.rows[0]).toMatchObject({
    numbers: [1],
    article: 'UK GDPR Article 12A(2)',
    verdict: 'law-applied',
  });
});

test.each([
  [
    ['--organisation', 'nowhere'],
    /There is no organisation "nowhere"; there is new-park-village, nottingham-city-homes\./,
  ],
  [['--organization', 'x'], /Unknown option/],
  [['--folder', '/nonexistent-folder'], /no organisation profile in/],
  [['extra'], /"extra" is not a flag/],
])('Bad input %j is refused.', (args, message) => {
  expect(() => policyCommand(args)).toThrow(message);
});

test('A profile laxer than the law ends the command with exit code 2, file, line and article.', () => {
  const folder = mkdtempSync(join(tmpdir(), 'custodian-policy-'));
  const lax = yamlOf('nottingham-city-homes').replace('applied: relevant-time', 'applied: identity-verified');
  writeFileSync(join(folder, 'nottingham-city-homes.yaml'), lax);
  const { status, stderr, stdout } = spawnSync(process.execPath, [...program, '--folder', folder], {
    encoding: 'utf8',
  });
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(
    /nottingham-city-homes\.yaml:\d+:\d+ rules\[0\]\.applied: found identity verified, which is laxer than the law.*\(UK GDPR Article 12A\(2\)\)/,
  );
});
