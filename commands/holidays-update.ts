import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDate, londonDate, snapshot } from '../domain/calendar';
import { holidayAmendments, nationNames } from '../domain/calendar/holidays';
import { DamagedFile, prepareUpdate, type HolidayUpdate, type OfficialFile } from '../domain/calendar/update';
import { BadInput, readFlags, run } from './command';

const help = `Takes a newer file of GOV.UK's bank holidays into the product.

Usage
  npm run holidays:update -- FILE [--dry-run] [--taken DATE]

FILE is what https://www.gov.uk/bank-holidays.json gives. The differences are shown, then written to
domain/calendar with the date and a hash. Years that GOV.UK no longer lists are kept. A file in which a
nation, a year or a past holiday is missing is refused, and nothing is written.

  --dry-run      show the differences, write nothing
  --taken DATE   the day on which FILE was read from GOV.UK (today unless given)`;

/** Where the snapshot is kept, and what day it is. */
export interface Surroundings {
  folder: string;
  today: string;
}

/**
 * `npm run holidays:update -- FILE`
 * @throws BadInput, before anything is written
 */
export function holidaysUpdate(args: readonly string[], { folder, today }: Surroundings): string {
  const flags = readFlags(args, ['taken'], ['dry-run', 'help']);
  if (flags.has('help')) return help;
  const [file, ...more] = flags.positionals;
  if (!file || more.length > 0) throw new BadInput('Give the one file to read. Try --help.');
  const taken = flags.one('taken') ?? today;
  if (!isDate(taken)) throw new BadInput(`--taken: "${taken}" is no date such as 2026-11-22.`);
  const update = prepared(join(folder, 'bank-holidays.json'), file);
  if (update.differences.length === 0)
    return 'No difference: the holidays are up to date. Nothing was written.';
  const written = flags.has('dry-run') ? 'Nothing was written (--dry-run).' : write(folder, update, taken);
  return [...update.differences, ...remarks(update), '', written].join('\n');
}

function prepared(present: string, file: string): HolidayUpdate {
  try {
    return prepareUpdate(
      JSON.parse(readFileSync(present, 'utf8')) as OfficialFile,
      readJson(file),
      snapshot.taken,
    );
  } catch (error) {
    if (error instanceof DamagedFile) throw new BadInput(`Refused: ${error.message} Nothing was written.`);
    throw error;
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    throw new BadInput(`Refused: ${file} ${reason}. Nothing was written.`);
  }
}

function write(folder: string, { merged }: HolidayUpdate, taken: string): string {
  const text = `${JSON.stringify(merged, null, 2)}\n`;
  const sha256 = createHash('sha256').update(text).digest('hex');
  const described = readFileSync(join(folder, 'snapshot.ts'), 'utf8')
    .replace(/taken: '.*'/, `taken: '${taken}'`)
    .replace(/sha256: '.*'/, `sha256: '${sha256}'`);
  writeFileSync(join(folder, 'bank-holidays.json'), text);
  writeFileSync(join(folder, 'snapshot.ts'), described);
  return `Written to ${folder}. Next: npm run deadlines:recompute -- --dry-run shows the open cases whose dates move.`;
}

function remarks({ kept, merged }: HolidayUpdate): string[] {
  const nowOfficial = holidayAmendments.filter(({ nation, date }) =>
    merged[nation].events.some((event) => event.date === date),
  );
  return [
    ...(kept ? [`Kept from the present file, not in the newer one: ${kept}.`] : []),
    ...nowOfficial.map(
      ({ date, title, nation }) =>
        `Now official, so amendments.json no longer needs it: ${date} ${title} (${nationNames[nation]}).`,
    ),
  ];
}

if (require.main === module) {
  const surroundings = {
    folder: join(__dirname, '..', 'domain', 'calendar'),
    today: londonDate(new Date().toISOString()),
  };
  void run((args) => holidaysUpdate(args, surroundings));
}
