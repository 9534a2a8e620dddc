import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { BadInput } from '../../commands/command';
import { deadlineCommand } from '../../commands/deadline';
import { catalogue, type Deadline } from '../../domain/clock';

const root = join(__dirname, '..', '..');
const words = (text: string): string[] =>
  (text.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^'|'$/g, ''));
const json = (text: string) => JSON.parse(deadlineCommand([...words(text), '--json'])) as Deadline;

function child(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'commands/deadline.ts', ...args],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, TZ: 'Asia/Tokyo' },
    },
  );
  return { status, stdout, stderr };
}

describe('as a program', () => {
  test('The command lines that people are given: npm prints the answer and nothing else.', () => {
    const npm = (line: string) => spawnSync('npm', words(line), { cwd: root, encoding: 'utf8' });

    expect(npm('run --silent deadline -- --help')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^When something has to be done, and why\./),
    });
    const asked = npm(
      'run --silent deadline -- --timer rights.response --kind subject-access --nation scotland --received 2026-10-30 --json',
    );
    expect(JSON.parse(asked.stdout)).toMatchObject({ due: '2026-12-01', timer: 'rights.response' });
  });

  test('A deadline as JSON, on standard output alone.', () => {
    const { status, stdout, stderr } = child(
      ...words(
        '--timer rights.response --kind subject-access --nation scotland --received 2026-10-30 --json',
      ),
    );

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      due: '2026-12-01',
      dueInstant: '2026-12-01T23:59:59.999Z',
      statutoryDue: '2026-12-01',
      policyDue: null,
      extensionNoticeDue: '2026-12-01',
      state: 'running',
    });
  });

  test('Bad input is exit code 2 and one line on standard error.', () => {
    const { status, stdout, stderr } = child(...words('--timer rights.response --recieved 2026-10-30'));

    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe("Unknown option '--recieved'. Try --help.\n");
  });

  test('An impossible history is bad input too.', () => {
    const { status, stderr } = child(
      ...words('--timer rights.response --received 2026-11-02 --event extended=2026-12-03'),
    );

    expect(status).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('2 December 2026 (UK GDPR Article 12A(4))');
  });
});

describe('what it answers', () => {
  test('Steps with their days, and holidays by name.', () => {
    const { steps } = json('--timer rights.response --nation scotland --received 2026-10-30');

    expect(steps.map(({ days, date }) => [days, date])).toEqual([
      [0, '2026-10-30'],
      [31, '2026-11-30'],
      [1, '2026-12-01'],
    ]);
    expect(steps.at(-1)?.holidays).toEqual([{ date: '2026-11-30', title: 'St Andrew’s Day' }]);
  });

  test('Repeated events, in any order, and both ways of counting a pause.', () => {
    const events = '--event clarification-received=2026-11-11 --event clarification-requested=2026-11-05';
    const asked = `--timer rights.response --kind subject-access --received 2026-11-02 ${events}`;

    expect(json(asked).due).toBe('2026-12-08');
    expect(json(`${asked} --pause-counting inclusive`).due).toBe('2026-12-09');
  });

  test('Hours: the due moment as people read it, and in UTC.', () => {
    expect(json('--timer breach.regulator --aware 2027-03-26T10:15:00+00:00')).toMatchObject({
      due: '2027-03-29T11:15:00+01:00',
      dueInstant: '2027-03-29T10:15:00.000Z',
    });
  });

  test.each([
    ["'28 days'", '2026-11-30', '2026-11-30'],
    ["'20 working days'", '2026-11-30', '2026-11-30'],
    ["'2 months'", '2027-01-02', '2026-12-02'],
  ])('A policy of %s.', (policy, policyDue, due) => {
    expect(json(`--timer rights.response --received 2026-11-02 --policy ${policy}`)).toMatchObject({
      policyDue,
      statutoryDue: '2026-12-02',
      due,
    });
  });

  test('An extension with the policy’s own total.', () => {
    const asked =
      '--timer rights.response --kind portability --received 2026-11-02 --event extended=2026-11-20';

    expect(json(`${asked} --policy '1 month' --policy-extended '2 months'`).due).toBe('2027-01-02');
  });

  test('--received stands for whatever starts the timer.', () => {
    expect(json('--timer dpia.consult.advice --received 2026-11-23').due).toBe('2027-01-18');
    expect(
      json(
        '--timer breach.individuals --aware 2026-11-20T09:00:00Z --policy 24hours'.replace(
          '24hours',
          "'24 hours'",
        ),
      ).due,
    ).toBe('2026-11-21T09:00:00+00:00');
  });

  test('--as-of says whether it is overdue.', () => {
    expect(json('--timer rights.response --received 2026-11-02 --as-of 2026-12-02').state).toBe('running');
    expect(json('--timer rights.response --received 2026-11-02 --as-of 2026-12-03').state).toBe('overdue');
  });

  test('Without --json, the explanation for a person.', () => {
    const text = deadlineCommand(words('--timer complaint.ack --received 2026-11-20'));

    expect(text.split('\n')[0]).toBe('Acknowledge the complaint (complaint.ack): running');
    expect(text).toContain('Due by the end of Monday 21 December 2026.');
  });

  test('--help names every event of the issue, --timers every timer.', () => {
    const help = deadlineCommand(['--help']);
    const events = [
      'identity-requested',
      'fee-paid',
      'clarification-received',
      'extended',
      'extension-undone',
    ];

    expect(events.filter((event) => !help.includes(event))).toEqual([]);
    expect(catalogue.filter(({ name }) => !deadlineCommand(['--timers']).includes(name))).toEqual([]);
  });
});

describe('bad input', () => {
  const ok = '--timer rights.response --received 2026-11-02';
  test.each<[string, string]>([
    ['', '--timer is missing'],
    ['--timer rights.respond --received 2026-11-02', 'There is no timer "rights.respond"'],
    ['--timer rights.response', 'Nothing starts rights.response: give --received DATE.'],
    ['--timer dpia.review', 'give --event approved=DATE'],
    ['--timer rights.response --received 2026-02-30', '--received: "2026-02-30" is no date'],
    ['--timer rights.response --received 02/11/2026', 'is no date'],
    ['--timer rights.response --received', 'argument missing'],
    ['--timer breach.regulator --aware 2026-11-02', 'give "aware" a time with its offset'],
    [`${ok} --received 2026-11-03`, '--received is given more than once'],
    [`${ok} --nation wales`, '--nation: "wales" is not one of'],
    [`${ok} --kind access`, '--kind: "access" is not one of'],
    [`${ok} --pause-counting loose`, '--pause-counting: "loose" is not one of strict, inclusive'],
    [`${ok} --policy 28`, '--policy: "28" is no period'],
    [`${ok} --policy-extended '2 months'`, '--policy-extended needs --policy'],
    [`${ok} --event extended`, '--event extended: "" is no date'],
    [`${ok} --event postponed=2026-11-09`, '"postponed" is no event'],
    [`${ok} --as-of now`, '--as-of: "now" is no date'],
    [`${ok} 2026-11-09`, '"2026-11-09" is not understood'],
    [`${ok} --json=yes`, 'Option'],
    [
      `${ok} --kind erasure --event clarification-requested=2026-11-05`,
      'only for a request under Article 15',
    ],
  ])('%s', (args, message) => {
    expect(() => deadlineCommand(words(args))).toThrow(BadInput);
    expect(() => deadlineCommand(words(args))).toThrow(message);
    expect(() => deadlineCommand(words(args))).toThrow(/^[^\n]+$/);
  });
});
