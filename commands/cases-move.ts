import type { Code, Codes, StepKey } from '../domain/cases/process';
import { createRegister } from '../register';
import { masterKey } from '../register/master-key';
import { loadOrganisations } from '../register/organisations';
import type { Waiver } from '../register/recorder/moving';
import type { Flags } from './command';
import { BadInput, readFlags, run } from './command';
import { gatewayOf } from './engine';
import type { Environment } from './environment';
import { productEnvironment } from './environment';
import type { Asked, MovedCase, Verdict } from './moving';
import { judgeAll, moveAll } from './moving';

const help = `Moves open cases to the present version of their process, after its diagram has changed.

  npm run --silent cases:move -- [--apply] [--reference REFERENCE]
  npm run --silent cases:move -- [--apply] --reference REFERENCE --waive STEP --because CODE [--with KEY=VALUE]

  without --apply   lists each case on an older version, whether its record fits the present diagram and where
                    it would stand, and changes nothing
  --apply           moves those that fit, and starts each from its record: nobody is asked twice, no letter
                    goes twice
  --reference       only this case; may be repeated
  --waive           a visit that was drawn in after the case had gone by, as second-check#1; may be repeated
  --because         why it is waived, as a code: letters, digits and hyphens
  --with            what the step would have answered, as codes; STEP:KEY=VALUE where several are waived

Run it from the new release: first without --apply, then, once the new workers run, with it. Safe to run again.
Uses the environment of the product, or of the local demonstration while it runs.
Exit code 0: all fit, or all were moved. 1: some do not fit, or could not be started. 2: bad input.`;

interface Answer {
  readonly text: string;
  readonly whole: boolean;
}

/** `npm run --silent cases:move -- …`: what each case on an older version fits, and what became of it. */
export async function casesMove(args: readonly string[], env: Environment): Promise<Answer> {
  const flags = readFlags(args, ['reference', 'waive', 'because', 'with'], ['apply', 'help']);
  if (flags.has('help')) return { text: help, whole: true };
  if (flags.positionals.length > 0) throw new BadInput('Name a case with --reference. Try --help.');
  const asked: Asked = { references: flags.all('reference'), waivers: waiversOf(flags) };
  const product = productEnvironment(env);
  const register = createRegister({
    databaseUrl: product.DATABASE_URL,
    masterKey: masterKey(product),
    organisations: loadOrganisations(product.CUSTODIAN_ORGANISATIONS ?? 'organisations'),
    now: () => new Date(),
  });
  try {
    if (!flags.has('apply')) return report(await judgeAll(register, asked));
    const gateway = gatewayOf(product);
    return report(await moveAll(register, gateway, asked).finally(() => gateway.close()));
  } finally {
    await register.close();
  }
}

/** What the flags waive. @throws BadInput where it is not said of which case, or why, or with what is no code. */
export function waiversOf(flags: Flags): readonly Waiver[] {
  const steps = flags.all('waive').map((step): StepKey => (/#\d+$/.test(step) ? step : `${step}#1`));
  const because = flags.one('because');
  if (steps.length === 0) {
    if (because === undefined && !flags.has('with')) return [];
    throw new BadInput('--because and --with say something of a step that is waived: name it with --waive.');
  }
  if (flags.all('reference').length !== 1)
    throw new BadInput('A step is waived for one case at a time: name it with --reference.');
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(because ?? ''))
    throw new BadInput('Say why with --because, as a code: small letters, digits and hyphens.');
  const given = flags.all('with').map((one) => answerOf(one, steps));
  return steps.map((step) => ({ step, because: String(because), codes: codesOf(step, given) }));
}

interface Given {
  readonly step: StepKey;
  readonly key: string;
  readonly value: Code;
}

function answerOf(text: string, steps: readonly StepKey[]): Given {
  const match = /^(?:([^:=]+):)?([A-Za-z]\w*)=([\w.-]+)$/.exec(text);
  if (!match) throw new BadInput(`--with ${text} is not KEY=VALUE: a code, a date or a number, no words.`);
  const [, of, key = '', value = ''] = match;
  const step = of === undefined ? steps[0] : steps.find((one) => one === of || one === `${of}#1`);
  if (step === undefined || (of === undefined && steps.length > 1))
    throw new BadInput(`--with ${text} does not say for which of the waived steps: STEP:KEY=VALUE.`);
  return { step, key, value: valueOf(value) };
}

function valueOf(text: string): Code {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^\d+$/.test(text) ? Number(text) : text;
}

const codesOf = (step: StepKey, given: readonly Given[]): Codes =>
  Object.fromEntries(given.filter((one) => one.step === step).map(({ key, value }) => [key, value]));

/** A line for each case, what to do about those left alone, and a count. */
export function report(cases: readonly MovedCase[]): Answer {
  if (cases.length === 0)
    return { text: 'Every open case is on the present version of its process.', whole: true };
  const good = cases.filter(({ verdict, became }) => verdict.fits && ['judged', 'moved'].includes(became));
  const applied = cases.some(({ became }) => became !== 'judged');
  const said = applied ? 'were moved' : 'fit the present diagram. Nothing was changed';
  return {
    text: [...cases.flatMap(linesOf), `${good.length} of ${cases.length} open cases ${said}.`].join('\n'),
    whole: good.length === cases.length,
  };
}

function linesOf({ reference, from, to, verdict, became }: MovedCase): readonly string[] {
  const line = `${reference}  ${from} → ${to}: ${verdict.fits ? outcomes[became] : 'does not fit, left alone'}`;
  return [line, ...detailsOf(reference, verdict).map((detail) => `    ${detail}`)];
}

const outcomes: Readonly<Record<MovedCase['became'], string>> = {
  judged: 'fits',
  moved: 'moved, and started from its record',
  'not-started': 'moved, but it could not be started. Run this again',
  busy: 'is being worked on, and is as it was. Run this again',
};

function detailsOf(reference: string, verdict: Verdict): readonly string[] {
  if (verdict.fits) {
    const { position, next } = verdict;
    return [
      `Stands at ${position.join(', ')}.`,
      ...(next.length > 0 ? [`Begins at once: ${next.join(', ')}.`] : []),
    ];
  }
  const { reason, waivers } = verdict;
  if (waivers === null)
    return [
      reason,
      'No waiver helps: its record holds what the diagram no longer has there. Put that back on the diagram.',
    ];
  const waive = waivers.map((step) => `--waive '${step}'`).join(' ');
  return [
    reason,
    `It fits once passed: ${waivers.join(', ')}. Where that is right in law, move it with`,
    `npm run cases:move -- --apply --reference ${reference} ${waive} --because CODE [--with KEY=VALUE]`,
  ];
}

if (require.main === module) {
  void run(async () => {
    const { text, whole } = await casesMove(process.argv.slice(2), process.env);
    if (!whole) process.exitCode = 1;
    return text;
  });
}
