import { knownHolidays, nationNames, snapshot } from '../domain/calendar';
import { holidayAmendments } from '../domain/calendar/holidays';
import { catalogue, longDate, periodText, type LawVersion, type TimerDeclaration } from '../domain/clock';
import { questions } from '../domain/clock/questions';
import { chapters, type Example } from '../domain/clock/examples';

const introduction = `# The law’s clock

Every deadline in the product is one declaration, and this page is generated from the declarations and from the worked examples that test them (\`npm run docs:law\`): it cannot drift from the code. It is not legal advice: the controller and its data protection officer decide.

The declarations are in \`domain/clock/timers/\`, the computation in \`domain/clock/\`, the examples in \`domain/clock/examples/\`; \`test/domain/clock/examples.test.ts\` runs each of them. \`npm run --silent deadline -- --help\` answers for any case.`;

const counting = `## How days are counted

- The day of the event is not counted; the period ends with the last moment of its last day, 23:59:59.999 in London (Regulation 1182/71 Article 3(1) and (2)).
- A month ends on the same-numbered date of a later month or, where there is none, on its last day (Article 3(2)).
- A last day that is a Saturday, a Sunday or a bank holiday rolls to the next working day, once, at the end; hours do not roll (Article 3(4)).
- Bank holidays are those of one nation, where the office that acts is; for FOIA and EIR they are those of any part of the United Kingdom (FOIA section 10(6), EIR regulation 2(1)).
- Days left out while a question is open move the last day before it rolls. Counted \`strict\` (the default) the day of the answer counts; counted \`inclusive\` it does not (Article 12A(5)).
- A question put after the period is over stops nothing.
- The organisation’s own period may shorten, never lengthen: the earlier date applies. Its dates do not roll unless its profile says so.`;

const binding: Record<TimerDeclaration['binds'], string> = {
  organisation: 'a duty of the organisation',
  'someone-else': 'a wait for someone else',
  policy: 'a matter of policy',
};

const calendars: Record<LawVersion['calendar'], string> = {
  'own-nation': 'the nation’s holidays; the last day rolls',
  'all-uk': 'working days of the whole United Kingdom',
  none: 'no holidays; nothing rolls',
};

/** docs/law.md, as it should be. */
export function lawDocument(): string {
  return (
    [introduction, counting, holidays(), '## The timers', summary(), ...catalogue.map(section)].join('\n\n') +
    '\n'
  );
}

function holidays(): string {
  const amendments = holidayAmendments.map(
    ({ date, title, nation, source }) => `- ${longDate(date)}, ${nationNames[nation]}: ${title}. ${source}.`,
  );
  return [
    '## Bank holidays',
    `From ${snapshot.source}, taken ${snapshot.taken}, SHA-256 \`${snapshot.sha256}\` (\`domain/calendar/bank-holidays.json\`). Known from ${longDate(knownHolidays.knownFrom)} to ${longDate(knownHolidays.knownUntil)}; a statutory date beyond is marked provisional. Amendments (\`domain/calendar/amendments.json\`):`,
    amendments.join('\n'),
    '`npm run holidays:update -- FILE` takes a newer official file.',
  ].join('\n\n');
}

function summary(): string {
  return table(
    ['Timer', 'Length', 'Binds', 'Basis'],
    catalogue.map(({ name, law: [law], binds }) => [
      `\`${name}\``,
      lengthOf(law),
      binding[binds],
      law.article,
    ]),
  );
}

function section(timer: TimerDeclaration): string {
  const { name, title, kinds, binds, minimum, defaultPolicy, law } = timer;
  const facts = [
    `Binds: ${binding[binds]}. Kinds of case: ${kinds.join(', ')}.`,
    ...(minimum ? ['A minimum: the policy may be longer, never shorter.'] : []),
    ...(defaultPolicy ? [`Unless the organisation says otherwise: ${periodText(defaultPolicy)}.`] : []),
  ];
  return [`### ${name}`, `${title}. ${facts.join(' ')}`, ...law.map(version), examplesOf(name)].join('\n\n');
}

function version(law: LawVersion): string {
  const rows: [string, string, string][] = [
    ['Starts', startOf(law), law.start.article],
    ...(law.start.delayedBy ?? []).map(({ sort, article }): [string, string, string] => [
      'Delayed',
      `until the answer to our ${questions[sort].name}, if one was made`,
      article,
    ]),
    ['Length', lengthOf(law), law.article],
    ...(law.wording ? [['Says', law.wording, law.article] as [string, string, string]] : []),
    ['Calendar', calendars[law.calendar], law.countedBy],
    ...particulars(law),
  ];
  return [`What began on or after ${longDate(law.from)}:`, table(['', 'Rule', 'Source'], rows)].join('\n\n');
}

function particulars({
  pause,
  extension,
  restart,
  endsOn,
  withoutEffect,
  article,
}: LawVersion): [string, string, string][] {
  const rows: [string, string, string][] = [];
  if (pause) {
    const only = pause.onlyFor ? `, for ${pause.onlyFor} only` : '';
    const answer =
      pause.dayOfAnswer === 'excluded'
        ? 'both end days left out'
        : 'the day of the answer by `pauseCounting`';
    rows.push(['Pauses', `while the ${questions[pause.sort].name} is open${only}; ${answer}`, pause.article]);
  }
  if (extension) {
    rows.push(['Extends', `once, to ${periodText(extension.to)} from the same start`, extension.article]);
    rows.push(['Notice', `within ${periodText(extension.noticeWithin)}, as paused`, extension.noticeArticle]);
  }
  if (restart)
    rows.push(['Restarts', `from the answer to our ${questions[restart.sort].name}`, restart.article]);
  if (endsOn)
    rows.push(['Ends early', `on ${endsOn.events.join(' or ')}, if that is earlier`, endsOn.article]);
  if (withoutEffect) rows.push(['No effect', withoutEffect.sorts.join(', '), article]);
  return rows;
}

function startOf({ start: { events, take } }: LawVersion): string {
  const names = events.map((event) => `\`${event}\``).join(' or ');
  return `${names}, the ${take} if there are several`;
}

function lengthOf({ length }: LawVersion): string {
  return length ? periodText(length) : 'no number in law';
}

function examplesOf(name: string): string {
  const found = Object.values(chapters)
    .flat()
    .filter(({ timer }) => timer === name);
  return table(['Example', 'Shows', 'What happened', 'Nation', 'Due', 'Source'], found.map(exampleRow));
}

function exampleRow({
  id,
  shows,
  events,
  nation,
  due,
  article,
  origin,
  pauseCounting,
  policy,
}: Example): string[] {
  const settings = [pauseCounting && `counted ${pauseCounting}`, policy && `policy ${policy}`].filter(
    Boolean,
  );
  const happened = [
    events
      .split(' ')
      .map((event) => `\`${event}\``)
      .join(' '),
    ...settings,
  ].join('; ');
  return [id, shows, happened, nationNames[nation], due ?? 'no date', `${article} (${origin})`];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
