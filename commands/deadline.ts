import { atLondonTime, isDate, isInstant, nations } from '../domain/calendar';
import { caseKinds } from '../domain/cases/kinds';
import {
  deadline,
  explain,
  ImpossibleHistory,
  isClockEventType,
  isTimerName,
  parsePeriod,
  timerNamed,
  type ClockEvent,
  type ClockInput,
  type Deadline,
  type Instant,
  type PolicyPeriod,
  type TimerName,
} from '../domain/clock';
import { BadInput, readFlags, run, type Flags } from './command';
import { deadlineHelp, listOfTimers } from './deadline-help';

const textFlags = [
  'timer',
  'kind',
  'nation',
  'received',
  'aware',
  'event',
  'policy',
  'policy-extended',
  'pause-counting',
  'as-of',
];
const switches = ['policy-rolls', 'json', 'timers', 'help'];

/**
 * `npm run --silent deadline -- …`: one date and why, as text or as JSON.
 * @throws BadInput
 */
export function deadlineCommand(args: readonly string[]): string {
  const flags = readFlags(args, textFlags, switches);
  if (flags.has('help')) return deadlineHelp;
  if (flags.has('timers')) return listOfTimers();
  const [stray] = flags.positionals;
  if (stray !== undefined)
    throw new BadInput(`"${stray}" is not understood: every value needs its flag. Try --help.`);
  const found = computed(inputFrom(flags));
  return flags.has('json') ? JSON.stringify(found, null, 2) : asText(found);
}

function computed(input: ClockInput): Deadline {
  try {
    return deadline(input);
  } catch (error) {
    if (error instanceof ImpossibleHistory) throw new BadInput(error.message);
    throw error;
  }
}

function asText(found: Deadline): string {
  return [`${timerNamed(found.timer).title} (${found.timer}): ${found.state}`, '', explain(found)].join('\n');
}

function inputFrom(flags: Flags): ClockInput {
  const timer = timerFrom(flags);
  const kind = oneOf(flags, 'kind', caseKinds);
  const policy = policyFrom(flags);
  const pauseCounting = oneOf(flags, 'pause-counting', ['strict', 'inclusive'] as const);
  const asOf = asOfFrom(flags);
  return {
    timer,
    nation: oneOf(flags, 'nation', nations) ?? 'england-and-wales',
    events: eventsFrom(flags, timer),
    ...(kind && { kind }),
    ...(policy && { policy }),
    ...(pauseCounting && { pauseCounting }),
    ...(asOf && { asOf }),
    ...(flags.has('policy-rolls') && { policyRolls: true }),
  };
}

function timerFrom(flags: Flags): TimerName {
  const name = flags.one('timer');
  if (name === undefined) throw new BadInput('--timer is missing. See --timers for their names.');
  if (!isTimerName(name)) throw new BadInput(`There is no timer "${name}". See --timers for their names.`);
  return name;
}

/** `--received` and `--aware` also name the start of a timer that starts with something else not given. */
function eventsFrom(flags: Flags, timer: TimerName): ClockEvent[] {
  const starts = timerNamed(timer).law[0].start.events;
  const events = flags.all('event').map(eventFrom);
  for (const type of ['received', 'aware'] as const) {
    const at = flags.one(type);
    if (at === undefined) continue;
    const started = starts.includes(type) || events.some((event) => starts.includes(event.type));
    events.push({ type: started ? type : starts[0], at: dateFrom(at, `--${type}`) });
  }
  if (events.some(({ type }) => starts.includes(type))) return events;
  const flag =
    starts[0] === 'received' || starts[0] === 'aware' ? `--${starts[0]} DATE` : `--event ${starts[0]}=DATE`;
  throw new BadInput(`Nothing starts ${timer}: give ${flag}.`);
}

function eventFrom(text: string): ClockEvent {
  const [type = '', at = ''] = text.split(/=(.*)/s);
  if (!isClockEventType(type)) throw new BadInput(`"${type}" is no event. See --help for the events.`);
  return { type, at: dateFrom(at, `--event ${type}`) };
}

function dateFrom(text: string, flag: string): string {
  if (isDate(text) || isInstant(text)) return text;
  throw new BadInput(
    `${flag}: "${text}" is no date such as 2026-10-30, nor a date and time with offset such as 2027-03-26T10:15:00+00:00.`,
  );
}

function policyFrom(flags: Flags): PolicyPeriod | undefined {
  const [base, extended] = ['policy', 'policy-extended'].map((flag) => {
    const text = flags.one(flag);
    const period = text === undefined ? undefined : parsePeriod(text);
    if (text !== undefined && !period) {
      throw new BadInput(
        `--${flag}: "${text}" is no period such as "28 days", "20 working days", "2 months" or "24 hours".`,
      );
    }
    return period;
  });
  if (extended && !base) throw new BadInput('--policy-extended needs --policy beside it.');
  return base && { ...base, ...(extended && { extended }) };
}

function asOfFrom(flags: Flags): Instant | undefined {
  const text = flags.one('as-of');
  if (text === undefined) return undefined;
  const at = dateFrom(text, '--as-of');
  return isDate(at) ? atLondonTime(at, '12:00') : at;
}

function oneOf<T extends string>(flags: Flags, flag: string, allowed: readonly T[]): T | undefined {
  const text = flags.one(flag);
  const value = allowed.find((one) => one === text);
  if (text !== undefined && value === undefined) {
    throw new BadInput(`--${flag}: "${text}" is not one of ${allowed.join(', ')}.`);
  }
  return value;
}

if (require.main === module) void run(deadlineCommand);
