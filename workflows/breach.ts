/**
 * A personal data breach, from the first word of it to the last lesson (UK GDPR Arts 33, 34).
 * Reads like processes/breach.bpmn, top to bottom.
 */
import { breach as definition } from '../domain/cases/breach';
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
    () => c.forEach('contain-it', listOf(triage, 'measures'), contain),
    () => c.forEach('tell-controllers', listOf(triage, 'controllers'), tellController),
    async () => {
      do outcome = await tell(c, await judge(c, triage));
      while (outcome === HIGHER);
    },
  );
  return outcome;
}

/** What came to light beside the process is contained and told at once. */
async function takeUp(c: Case, news: Codes): Promise<void> {
  await c.parallel(
    () =>
      c.forEach('contain-new', listOf(news, 'measures'), async (one) => {
        while ((await one.userTask('contain-also')).outcome === 'not-yet');
      }),
    () => c.forEach('tell-new', listOf(news, 'others'), (one) => one.userTask('tell-also')),
  );
}

/** What has become known makes the risk higher than was decided: it is judged anew. */
const HIGHER = 'higher';

async function contain(one: Case): Promise<void> {
  while ((await one.userTask('contain')).outcome === 'not-yet');
}

/** Art 33(2) */
async function tellController(one: Case): Promise<void> {
  await one.send('notify-controller');
  await one.userTask('assist-controller');
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

async function tell(c: Case, { decision, people, others }: Judgement): Promise<string> {
  const toRegulator = decision === 'risk' || decision === 'high-risk';
  const toPeople = decision === 'high-risk' && (people === 'each' || people === 'public');
  let higher = false;
  await c.parallel(
    async () => {
      if (toRegulator) higher = await notifyRegulator(c);
    },
    async () => {
      if (toPeople) await tellPeople(c, people);
    },
    () => c.forEach('tell-others', others, (one) => one.userTask('tell-other')),
  );
  if (higher) return HIGHER;
  if (decision === 'no-risk') return 'register-only';
  if (!toRegulator) return decision;
  return toPeople ? 'notified-and-told' : 'notified';
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
