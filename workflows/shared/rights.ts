/** Parts of a process that the rights share (UK GDPR Arts 12, 12A, 19). Each reads like its part of the diagram. */
import { listOf, type Codes } from '../../domain/cases/process';
import { otherRecipient } from '../../domain/cases/recipients';
import type { Undone } from '../../domain/cases/undone';
import type { ByItem, Steps, StepNames } from '../case/spec';

/** Step names of which only those given exist. */
type Only<N extends Partial<StepNames>> = {
  [K in keyof StepNames]: K extends keyof N ? Extract<N[K], string> : never;
};

/** The place in any process whose diagram has the steps that a shared part needs. */
export interface Part<N extends Partial<StepNames>> extends Pick<
  Steps<Only<N>>,
  'facts' | 'userTask' | 'send' | 'until' | 'raise'
> {
  forEach(
    element: Only<N>['repeated'],
    items: readonly string[],
    body: (one: Part<N>, item: string) => Promise<Codes | void>,
  ): Promise<ByItem>;
}

/** Somebody who may be asked to do these tasks. */
type Asks<T extends string> = Pick<Part<{ userTask: T }>, 'userTask' | 'facts'>;

/** Art 12(6): only on recorded doubt, asking for the least; a person decides when nothing comes. */
export async function establishIdentity(
  c: Part<{
    sendTask: 'request-identity';
    userTask: 'check-identity' | 'decide-unverified';
    interrupt: 'unanswered';
  }>,
): Promise<void> {
  for (let reminder = false; ;) {
    await c.send('request-identity', { reminder });
    const { outcome } = await c.userTask('check-identity');
    if (outcome === 'confirmed' || outcome === 'not-upheld') return;
    reminder = outcome !== 'ask-again';
    if (!reminder) continue;
    const { decision } = await c.userTask('decide-unverified');
    if (decision === 'go-on') return;
    if (decision === 'close') return c.raise('unanswered', { because: outcome });
  }
}

/** Who decides on what somebody proposed, and in what order. */
type Deciding = Asks<'second-check' | 'dpo-advice' | 'decide' | 'seek-instructions'>;

/**
 * Until what is proposed is agreed on. What refuses something is decided by the accountable manager on the DPO's
 * advice (Art 12(4)); where the controller keeps the decision to itself, its approval comes last (Art 28(3)(a)).
 *
 * @param propose the assessment; it answers how much is `refused`
 */
export async function agreeOn(c: Deciding, propose: () => Promise<Codes>): Promise<Codes> {
  for (;;) {
    const proposal = await propose();
    const agreed = proposal.refused === 'none' ? await checked(c, proposal) : await decidedOn(c, proposal);
    if (agreed && (await controllerApproves(c))) return agreed;
  }
}

async function checked(c: Asks<'second-check'>, proposal: Codes): Promise<Codes | null> {
  return (await c.userTask('second-check')).outcome === 'right' ? proposal : null;
}

/** The DPO advises, the accountable manager decides; null where it is sent back. */
export async function decidedOn(c: Asks<'dpo-advice' | 'decide'>, proposal: Codes): Promise<Codes | null> {
  await c.userTask('dpo-advice');
  const { decision, limitReasons } = await c.userTask('decide');
  return decision === 'approve' ? { ...proposal, limitReasons } : null;
}

/** Asked only where we act for a controller that keeps the decision to itself. */
export async function controllerApproves(c: Asks<'seek-instructions'>): Promise<boolean> {
  if (c.facts.approvalRequired !== true) return true;
  return (await c.userTask('seek-instructions')).instruction === 'approved';
}

/** The DPO advises, the accountable manager decides, the controller approves; the case goes on meanwhile. */
export async function considerRefusal(
  c: Part<{ userTask: 'advise-refusal' | 'decide-refusal' | 'instruct-refusal'; interrupt: 'refused' }>,
  proposal: Codes,
): Promise<void> {
  await c.userTask('advise-refusal');
  const { decision, limitReasons } = await c.userTask('decide-refusal');
  if (decision !== 'refuse') return;
  if (c.facts.approvalRequired === true) {
    const { instruction } = await c.userTask('instruct-refusal');
    if (instruction !== 'approved') return;
  }
  await c.raise('refused', { ...proposal, limitReasons });
}

/** A copy that a system could not change, and the day it expires. */
export interface Expiry {
  readonly system: string;
  readonly on: string;
}

/** What carrying a decision out came to. */
export interface CarriedOut extends Undone {
  /** Copies that are left, each until a day. */
  readonly left: readonly Expiry[];
}

/** Where nothing was to be carried out. */
export const nothingToDo: CarriedOut = { left: [], impossible: [], nowhere: false };

type CarryingOut = Part<{
  repeated: 'carry-out-everywhere';
  sendTask: 'ask-carry-out';
  userTask: 'carry-out' | 'advise-undone' | 'decide-undone';
}>;

/**
 * A task for the owner of each affected system, until each says what came of it. What is impossible is refused in
 * part, which is no owner's word: the DPO advises, and the accountable manager agrees or has it tried again
 * (Art 12(4)).
 */
export async function carryOut(c: CarryingOut, systems: readonly string[]): Promise<CarriedOut> {
  for (let asked = systems, answers: ByItem = {}; ;) {
    answers = { ...answers, ...(await everywhere(c, asked)) };
    const undone = impossibleIn(answers);
    if (undone.length === 0 || (await agreedUndone(c, undone))) return carriedOut(answers);
    asked = undone;
  }
}

const everywhere = (c: CarryingOut, systems: readonly string[]): Promise<ByItem> =>
  c.forEach('carry-out-everywhere', systems, async (one) => {
    await one.send('ask-carry-out');
    for (;;) {
      const { outcome, expiresOn } = await one.userTask('carry-out');
      if (outcome !== 'failed') return { outcome, expiresOn };
    }
  });

const impossibleIn = (answers: ByItem): readonly string[] =>
  Object.keys(answers).filter((system) => answers[system]?.outcome === 'impossible');

const carriedOut = (answers: ByItem): CarriedOut => ({
  left: Object.entries(answers).flatMap(([system, { outcome, expiresOn }]) =>
    outcome === 'expires' ? [{ system, on: String(expiresOn) }] : [],
  ),
  impossible: impossibleIn(answers),
  nowhere: Object.keys(answers).length > 0 && impossibleIn(answers).length === Object.keys(answers).length,
});

/** What is not done after all, with the DPO's advice; false where it is to be tried again. */
export async function agreedUndone(
  c: Asks<'advise-undone' | 'decide-undone'>,
  undone: readonly string[],
): Promise<boolean> {
  await c.userTask('advise-undone', { undone });
  return (await c.userTask('decide-undone', { undone })).decision === 'agreed';
}

/** On the day a copy expires its owner says whether it is gone. */
export async function afterExpiry(
  c: Part<{ repeated: 'after-expiry'; wait: 'await-expiry'; userTask: 'confirm-expiry' }>,
  left: readonly Expiry[],
): Promise<void> {
  await c.forEach(
    'after-expiry',
    left.map(({ system }) => system),
    async (one, system) => {
      const until = left.find((copy) => copy.system === system)?.on ?? null;
      await one.until('await-expiry', until);
      await one.userTask('confirm-expiry');
    },
  );
}

type Telling = Part<{
  repeated: 'tell-recipients';
  wait: 'await-recipient';
  sendTask: 'notify-recipient' | 'remind-recipient';
  userTask: 'choose-notice' | 'confirm-recipient' | 'decide-not-told';
}>;

/**
 * Art 19: each recipient is told, unless a person decides that it is impossible or disproportionate, and asked again
 * until they say what they did. Answers those who were told.
 */
export async function tellRecipients(c: Telling, recipients: readonly string[]): Promise<readonly string[]> {
  const answers = await c.forEach('tell-recipients', recipients, async (one) => {
    const { way } = await one.userTask('choose-notice');
    if (way === 'not-told' && (await one.userTask('decide-not-told')).decision === 'not-told')
      return { told: false };
    await one.send('notify-recipient');
    await answered(one);
    return { told: true };
  });
  return recipients.filter((recipient) => answers[recipient]?.told === true);
}

async function answered(one: Telling): Promise<void> {
  for (;;) {
    const { outcome, againOn } = await one.userTask('confirm-recipient');
    if (outcome !== 'will-act' && outcome !== 'no-answer') return;
    await one.until('await-recipient', String(againOn));
    await one.send('remind-recipient');
  }
}

/** Those of the profile, and those whom somebody entered beside them, by number. */
export const recipientsOf = (assessment: Codes): readonly string[] => [
  ...listOf(assessment, 'recipients'),
  ...Array.from({ length: Number(assessment.otherRecipientsCount ?? 0) }, (_one, index) =>
    otherRecipient(index),
  ),
];

/** Art 19, last sentence: whoever asks is told to whom the data was disclosed. */
export async function nameRecipients(c: Part<{ sendTask: 'name-recipients' }>): Promise<void> {
  await c.send('name-recipients');
}

/** Interrupting event sub-processes that every right with a clock has. */
export const rightsInterrupts = {
  async withdrawn(
    c: Part<{ sendTask: 'confirm-withdrawal'; end: 'closed-withdrawn' }>,
  ): Promise<{ end: 'closed-withdrawn'; outcome: string }> {
    await c.send('confirm-withdrawal');
    return { end: 'closed-withdrawn', outcome: 'withdrawn' };
  },

  /** Art 12(4) */
  async refused(
    c: Part<{ sendTask: 'refusal-letter'; end: 'closed-refused' }>,
    ground: Codes,
  ): Promise<{ end: 'closed-refused'; outcome: string }> {
    await c.send('refusal-letter', ground);
    return { end: 'closed-refused', outcome: 'refused' };
  },

  /** Art 12(6): nobody is dropped in silence; a letter to the dead reaches nobody. */
  async unanswered(
    c: Part<{ sendTask: 'closing-letter'; end: 'closed-unanswered' }>,
    { because }: Codes,
  ): Promise<{ end: 'closed-unanswered'; outcome: string }> {
    if (because !== 'deceased') await c.send('closing-letter');
    return { end: 'closed-unanswered', outcome: 'unanswered' };
  },
};

/** Non-interrupting event sub-processes that every right with a clock has. */
export const rightsAsides = {
  'extension-needed': (c: Part<{ sendTask: 'extension-notice' }>, ground: Codes) =>
    c.send('extension-notice', ground),
  'refusal-proposed': considerRefusal,
  'letter-returned': (c: Part<{ userTask: 'send-again' }>) => c.userTask('send-again'),
};

/** The ladder of escalation. */
export const rightsTimer = {
  element: 'deadline-near' as const,
  run: (c: Part<{ sendTask: 'tell' }>, point: Codes) => c.send('tell', point),
};
