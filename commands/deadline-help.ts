import { nations } from '../domain/calendar';
import { caseKinds } from '../domain/cases/kinds';
import { catalogue, eventMeanings } from '../domain/clock';

const events = Object.entries(eventMeanings)
  .map(([type, meaning]) => `  ${type.padEnd(33)}${meaning}`)
  .join('\n');

export const deadlineHelp = `When something has to be done, and why.

Usage
  npm run --silent deadline -- --timer NAME --received DATE [more]

  npm run --silent deadline -- --timer rights.response --kind subject-access --nation scotland --received 2026-10-30
  npm run --silent deadline -- --timer rights.response --kind subject-access --received 2026-11-02 \\
      --event clarification-requested=2026-11-05 --event clarification-received=2026-11-11 --json
  npm run --silent deadline -- --timer breach.regulator --aware 2027-03-26T10:15:00+00:00

A DATE is 2026-10-30 or, where hours count, a date and time with its offset: 2027-03-26T10:15:00+00:00.
Dates may lie in the past or the future; the computation does not look at today's date.

  --timer NAME              the timer; --timers lists them
  --received DATE           when it was received (or whatever else starts the timer)
  --aware DATE              when we became aware of a breach
  --event TYPE=DATE         anything else that happened; may be repeated, in any order
  --kind KIND               ${wrapped(caseKinds)}
  --nation NATION           whose bank holidays count: ${nations.join(', ')}
                            (england-and-wales unless given)
  --policy PERIOD           the organisation's own period: "28 days", "20 working days", "2 months", "24 hours"
  --policy-extended PERIOD  its own total once extended
  --policy-rolls            its own dates move to the next working day (they do not, unless given)
  --pause-counting MODE     strict (the day of an answer counts; the default) or inclusive (it does not)
  --as-of DATE              "now", for the states overdue and elapsed and for projections
  --json                    the whole result as JSON
  --timers                  the timers with what they are for
  --help                    this text

Events
${events}

Bad input ends with exit code 2 and one line on standard error.`;

/** The timers by name, with what they are for and the provision that gives them. */
export function listOfTimers(): string {
  return catalogue.map(({ name, title, law }) => `${name.padEnd(32)}${title} [${law[0].article}]`).join('\n');
}

function wrapped(words: readonly string[]): string {
  const lines = words.reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    return last !== undefined && last.length + word.length < 80
      ? [...lines.slice(0, -1), `${last}, ${word}`]
      : [...lines, word];
  }, []);
  return lines.join(`,\n${' '.repeat(28)}`);
}
