/** Parts of a process that the rights share (UK GDPR Arts 12, 12A, 19). Each reads like its part of the diagram. */
import type { Codes } from '../../domain/cases/process';
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

/** The DPO advises, the accountable manager decides; the case goes on meanwhile. */
export async function considerRefusal(
  c: Part<{ userTask: 'advise-refusal' | 'decide-refusal'; interrupt: 'refused' }>,
  proposal: Codes,
): Promise<void> {
  await c.userTask('advise-refusal');
  const { decision, limitReasons } = await c.userTask('decide-refusal');
  if (decision === 'refuse') await c.raise('refused', { ...proposal, limitReasons });
}

/** A copy that a system could not change, and the day it expires. */
export interface Expiry {
  readonly system: string;
  readonly on: string;
}

/** What carrying a decision out came to. */
export interface CarriedOut {
  /** Copies that are left, each until a day. */
  readonly left: readonly Expiry[];
  /** Systems on which it was impossible. */
  readonly impossible: readonly string[];
}

/** A task for the owner of each affected system, until each says what came of it. */
export async function carryOut(
  c: Part<{ repeated: 'carry-out-everywhere'; sendTask: 'ask-carry-out'; userTask: 'carry-out' }>,
  systems: readonly string[],
): Promise<CarriedOut> {
  const answers = await c.forEach('carry-out-everywhere', systems, async (one) => {
    await one.send('ask-carry-out');
    for (;;) {
      const { outcome, expiresOn } = await one.userTask('carry-out');
      if (outcome !== 'failed') return { outcome, expiresOn };
    }
  });
  const by = Object.entries(answers);
  return {
    left: by.flatMap(([system, { outcome, expiresOn }]) =>
      outcome === 'expires' ? [{ system, on: String(expiresOn) }] : [],
    ),
    impossible: by.filter(([, { outcome }]) => outcome === 'impossible').map(([system]) => system),
  };
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

/**
 * Art 19: each recipient is told, unless a person decides that it is impossible or disproportionate. Answers those
 * who were told.
 */
export async function tellRecipients(
  c: Part<{
    repeated: 'tell-recipients';
    sendTask: 'notify-recipient';
    userTask: 'choose-notice' | 'confirm-recipient' | 'decide-not-told';
  }>,
  recipients: readonly string[],
): Promise<readonly string[]> {
  const answers = await c.forEach('tell-recipients', recipients, async (one) => {
    const { way } = await one.userTask('choose-notice');
    if (way === 'not-told' && (await one.userTask('decide-not-told')).decision === 'not-told')
      return { told: false };
    await one.send('notify-recipient');
    await one.userTask('confirm-recipient');
    return { told: true };
  });
  return recipients.filter((recipient) => answers[recipient]?.told === true);
}

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
