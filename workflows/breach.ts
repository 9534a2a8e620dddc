/**
 * A personal data breach, from the first word of it to the last lesson (UK GDPR Arts 33, 34).
 * Reads like processes/breach.bpmn, top to bottom.
 */
import { breach as definition } from '../domain/cases/breach';
import { peopleAreTold } from '../domain/cases/breach/duties';
import { listOf, type CaseInput, type Codes } from '../domain/cases/process';
import type { BreachSteps } from '../processes/breach.generated';
import { runCase, type Ending, type Steps } from './case';

type Case = Steps<BreachSteps>;

export async function breach(input: CaseInput): Promise<string> {
  return runCase<BreachSteps>(input, {
    definition,
    body: async (c): Promise<Ending<BreachSteps>> => {
      for (let round = c.reopened; ; round += 1) {
        const over = promised<void>();
        const handled = await handle(c, round > 0 ? 'taken-up-again' : 'reported', over.promise);
        const lessons = await c.userTask('lessons');
        const again = lessons.again === 'yes';
        if (!again) {
          await followActions(c, lessons);
          await c.userTask('close-case');
        }
        over.resolve();
        const outcome = await handled.outcome;
        if (!again) return { end: 'closed', outcome };
      }
    },
    interrupts: {},
    asides: { 'letter-returned': (c) => c.userTask('send-again'), 'something-new': takeUp },
    timer: { element: 'deadline-near', run: (c, point) => c.send('tell', point) },
  });
}

/** What a round comes to: the last judgement says, and a risk may be found higher until the round is over. */
interface Handled {
  readonly outcome: Promise<string>;
}

/** The DPO knows at once, and nothing that must happen waits for anything else. */
async function handle(c: Case, point: string, over: Promise<void>): Promise<Handled> {
  let outcome = Promise.resolve('');
  await c.parallel(
    () => c.send('alert', { point, tell: listOf(c.facts, 'reportTo') }),
    async () => {
      const triage = await c.userTask('triage');
      if (triage.outcome === 'breach') ({ outcome } = await respond(c, triage, over));
      else outcome = Promise.resolve(String(triage.outcome));
    },
  );
  return { outcome };
}

async function respond(c: Case, triage: Codes, over: Promise<void>): Promise<Handled> {
  const first = judgeAndTell(c, triage, Promise.resolve(nothingBegun));
  const outcome = judgeWhileHigher(c, triage, first, over);
  await c.parallel(
    () =>
      c.forEach('contain-it', listOf(triage, 'measures'), (one, measure) =>
        untilContained((data) => one.userTask('contain', data), givenTo(triage, measure)),
      ),
    () => c.forEach('tell-controllers', listOf(triage, 'controllers'), tellController),
    () => first.told,
  );
  return { outcome };
}

/** Every risk found higher before the round is over is judged anew at once; answers what it came to in the end. */
async function judgeWhileHigher(
  c: Case,
  triage: Codes,
  first: Judging,
  over: Promise<void>,
): Promise<string> {
  let last = first;
  while ((await c.until('found-higher', over)).early === true) last = judgeAndTell(c, triage, last.begun);
  return (await last.told).outcome;
}

/** What came to light beside the process is contained and told at once. */
async function takeUp(c: Case, news: Codes): Promise<void> {
  const controllers = listOf(news, 'controllers');
  const bodies = listOf(news, 'others').filter((body) => !controllers.includes(body));
  await c.parallel(
    () =>
      c.forEach('contain-new', listOf(news, 'measures'), (one, measure) =>
        untilContained((data) => one.userTask('contain-also', data), givenTo(news, measure)),
      ),
    () => c.forEach('tell-added-controllers', controllers, tellAddedController),
    () => c.forEach('tell-new', bodies, (one) => one.userTask('tell-also')),
  );
}

/** Whom a measure was given to and by which hour; nobody and none where it waits for whoever works on cases. */
function givenTo(said: Codes, measure: string): Codes {
  const at = listOf(said, 'givenMeasures').indexOf(measure);
  if (at < 0) return {};
  const due = listOf(said, 'givenDues')[at];
  return { assignee: listOf(said, 'givenOwners')[at], ...(due && { due }) };
}

/** The hour is that of the first try: who has tried goes on with it in the time that containment has. */
async function untilContained(task: (data: Codes) => Promise<Codes>, given: Codes): Promise<void> {
  const { assignee } = given;
  let { outcome } = await task(given);
  while (outcome === 'not-yet') ({ outcome } = await task(assignee === undefined ? {} : { assignee }));
}

/** Art 33(2) */
async function tellController(one: Case): Promise<void> {
  await one.send('notify-controller');
  await one.userTask('assist-controller');
}

/** Art 33(2), of one that turned out to be concerned later. */
async function tellAddedController(one: Case): Promise<void> {
  await one.send('notify-added-controller');
  await one.userTask('assist-added-controller');
}

/** What was found and, where we are the controller, what the accountable manager decided on the DPO's advice. */
interface Judgement {
  readonly decision: string;
  readonly people: string;
  readonly others: readonly string[];
}

async function judge(c: Case, { role }: Codes): Promise<Judgement> {
  for (;;) {
    const others = listOf(await c.userTask('assess'), 'others');
    if (role === 'processor') return { decision: 'told-controller', people: 'none', others };
    await c.userTask('dpo-advice');
    const { decision, people } = await c.userTask('decide');
    if (decision !== 'back') return { decision: String(decision), people: String(people ?? 'none'), others };
  }
}

/** What earlier judgements set going and nobody begins again. */
interface Begun {
  readonly others: readonly string[];
  /** Ends when the people of those judgements were told: each list of people is told by itself. */
  readonly people: Promise<void>;
  readonly outcome: string;
}

const nothingBegun: Begun = { others: [], people: Promise.resolve(), outcome: '' };

/** A judgement and what follows from it. */
interface Judging {
  /** Once nothing is open with the regulator; the telling of others may go on. */
  readonly begun: Promise<Begun>;
  readonly told: Promise<Begun>;
}

/** Beside whatever earlier judgements are still being told of. */
function judgeAndTell(c: Case, triage: Codes, before: Promise<Begun>): Judging {
  const begun = promised<Begun>();
  const told = c
    .within('judge-and-tell', async (inside) => {
      const { others, outcome } = await judgeIn(inside, triage, await before, begun.resolve);
      return { others, outcome };
    })
    .then((answer): Begun => {
      const all = { ...nothingBegun, others: listOf(answer, 'others'), outcome: String(answer.outcome) };
      begun.resolve(all);
      return all;
    });
  return { begun: begun.promise, told };
}

/** Where a follow-up finds the risk higher it is judged anew at once, beside whatever else is still being told. */
async function judgeIn(c: Case, triage: Codes, before: Begun, begun: (sofar: Begun) => void): Promise<Begun> {
  const judgement = await judge(c, triage);
  const { decision, people, others } = judgement;
  const toRegulator = decision === 'risk' || decision === 'high-risk';
  const peopleTold = before.people.then(() =>
    peopleAreTold({ decision, people }) ? tellPeople(c, people) : undefined,
  );
  let sofar: Begun = {
    others: [...before.others, ...others],
    people: peopleTold,
    outcome: furthest(before.outcome, outcomeOf(judgement)),
  };
  await c.parallel(
    async () => {
      if (toRegulator && (await notifyRegulator(c))) sofar = await judgeIn(c, triage, sofar, begun);
      else begun(sofar);
    },
    () => peopleTold,
    () =>
      c.forEach(
        'tell-others',
        others.filter((body) => !before.others.includes(body)),
        (one) => one.userTask('tell-other'),
      ),
  );
  return sofar;
}

function outcomeOf({ decision, people }: Judgement): string {
  if (decision === 'no-risk') return 'register-only';
  if (decision === 'told-controller') return decision;
  return peopleAreTold({ decision, people }) ? 'notified-and-told' : 'notified';
}

const outcomes = ['', 'register-only', 'told-controller', 'notified', 'notified-and-told'];

/** Whom an earlier judgement had told stays told, whatever a later one finds. */
const furthest = (one: string, other: string): string =>
  outcomes.indexOf(one) > outcomes.indexOf(other) ? one : other;

/** Art 33(4): in phases, until it is complete; answers whether the risk is found higher on the way. */
async function notifyRegulator(c: Case): Promise<boolean> {
  for (;;) {
    await c.call('prepare-notification');
    const { complete } = await c.userTask('file-notification');
    if (complete === 'yes') return false;
    // What changed before it was filed goes into a pack made anew.
    if (complete !== 'remake' && (await c.userTask('follow-up')).higher === true) return true;
  }
}

/** Art 34: each of them, as far as they are known; in public where that takes disproportionate effort (34(3)(c)). */
async function tellPeople(c: Case, how: string): Promise<void> {
  let rest = how === 'public' ? 'public' : 'more';
  while (rest === 'more') {
    const notice = await c.userTask('prepare-notice');
    await c.forEach('tell-each', numbered(notice.peopleCount), tellPerson);
    rest = String(notice.others);
  }
  if (rest === 'public') await c.userTask('publish-notice');
}

async function tellPerson(one: Case): Promise<Codes> {
  const { way } = await one.send('tell-person');
  return { way };
}

/** Art 33(5): each action has somebody and a day, and is followed to its end. */
async function followActions(c: Case, lessons: Codes): Promise<void> {
  const [owners, dues] = [listOf(lessons, 'owners'), listOf(lessons, 'dues')];
  await c.forEach('follow-actions', numbered(owners.length), async (one, number) => {
    const assignee = owners[Number(number) - 1];
    for (let due: unknown = dues[Number(number) - 1]; ;) {
      const acted = await one.userTask('carry-out-action', { assignee, due: String(due) });
      if (acted.outcome !== 'later') return;
      due = acted.due;
    }
  });
}

/** A promise, and what keeps it. */
function promised<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((keep) => (resolve = keep));
  return { promise, resolve };
}

/** People and actions go by number: who and what they are stays in the submission. */
const numbered = (count: unknown): string[] => Array.from({ length: Number(count) }, (_, i) => String(i + 1));
