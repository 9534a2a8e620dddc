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
        const outcome = await handle(c, round > 0 ? 'taken-up-again' : 'reported');
        const lessons = await c.userTask('lessons');
        if (lessons.again === 'yes') continue;
        await followActions(c, lessons);
        await c.userTask('close-case');
        return { end: 'closed', outcome };
      }
    },
    interrupts: {},
    asides: { 'letter-returned': (c) => c.userTask('send-again'), 'something-new': takeUp },
    timer: { element: 'deadline-near', run: (c, point) => c.send('tell', point) },
  });
}

/** The DPO knows at once, and nothing that must happen waits for anything else. */
async function handle(c: Case, point: string): Promise<string> {
  let outcome = '';
  await c.parallel(
    () => c.send('alert', { point, tell: listOf(c.facts, 'reportTo') }),
    async () => {
      const triage = await c.userTask('triage');
      outcome = triage.outcome === 'breach' ? await respond(c, triage) : String(triage.outcome);
    },
  );
  return outcome;
}

async function respond(c: Case, triage: Codes): Promise<string> {
  let outcome = '';
  await c.parallel(
    () =>
      c.forEach('contain-it', listOf(triage, 'measures'), (one, measure) =>
        untilContained((data) => one.userTask('contain', data), givenTo(triage, measure)),
      ),
    () => c.forEach('tell-controllers', listOf(triage, 'controllers'), tellController),
    async () => {
      const judged = await c.within('judge-and-tell', async (inside) => ({
        outcome: await judgeAndTell(inside, triage),
      }));
      outcome = String(judged.outcome);
    },
  );
  return outcome;
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

/** What an earlier judgement set going and nobody begins again. */
interface Begun {
  readonly others: readonly string[];
  /** Ends when the people of that judgement were told: each list of people is told by itself. */
  readonly people: Promise<void>;
}

const nothingBegun: Begun = { others: [], people: Promise.resolve() };

/** Where the risk is found higher it is judged anew at once, beside whatever else is still being told. */
async function judgeAndTell(c: Case, triage: Codes, before: Begun = nothingBegun): Promise<string> {
  const judgement = await judge(c, triage);
  const { decision, people, others } = judgement;
  const toRegulator = decision === 'risk' || decision === 'high-risk';
  let outcome = outcomeOf(judgement);
  const peopleTold = before.people.then(() =>
    peopleAreTold({ decision, people }) ? tellPeople(c, people) : undefined,
  );
  await c.parallel(
    async () => {
      if (!toRegulator || !(await notifyRegulator(c))) return;
      const begun = { others: [...before.others, ...others], people: peopleTold };
      outcome = await judgeAndTell(c, triage, begun);
    },
    () => peopleTold,
    () =>
      c.forEach(
        'tell-others',
        others.filter((body) => !before.others.includes(body)),
        (one) => one.userTask('tell-other'),
      ),
  );
  return outcome;
}

function outcomeOf({ decision, people }: Judgement): string {
  if (decision === 'no-risk') return 'register-only';
  if (decision === 'told-controller') return decision;
  return peopleAreTold({ decision, people }) ? 'notified-and-told' : 'notified';
}

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

/** People and actions go by number: who and what they are stays in the submission. */
const numbered = (count: unknown): string[] => Array.from({ length: Number(count) }, (_, i) => String(i + 1));
