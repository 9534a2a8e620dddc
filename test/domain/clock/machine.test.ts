import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { deadline } from '../../../domain/clock';
import { chapters, inputOf } from '../../../domain/clock/examples';

const here = Object.values(chapters).flatMap((examples) =>
  examples.map((example) => deadline(inputOf(example))),
);

test.each([
  ['Pacific/Kiritimati', 'ar_EG.UTF-8'],
  ['America/Los_Angeles', 'tr_TR.UTF-8'],
])('Every worked example is the same on a machine in %s that speaks %s.', (TZ, locale) => {
  const program = join(__dirname, 'worked-examples.program.ts');
  const env = { ...process.env, TZ, LANG: locale, LC_ALL: locale };
  const there = execFileSync(process.execPath, ['--import', 'tsx', program], { env });

  expect(JSON.parse(there.toString())).toEqual(JSON.parse(JSON.stringify(here)));
});
