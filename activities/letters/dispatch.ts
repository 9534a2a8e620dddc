import type { StepRef, LetterResult } from '../contract';
import type { OpenLetter } from '../../register/letters';
import type { Profile } from '../../domain/organisation/profile';
import { compose, domainOf, type Mailer } from '../mail';
import type { EffectRegister } from '../ports';
import type { KeptContents } from './kept';
import { keptOf } from './kept';

export interface DispatchDeps {
  readonly register: EffectRegister;
  readonly mailer: Mailer;
  readonly now: () => Date;
}

export interface Mail {
  readonly profile: Profile;
  /** `email`, or `link` where the words themselves stay here. */
  readonly way: 'email' | 'link';
  readonly to: readonly string[];
  readonly contents: KeptContents;
  /** What the mail itself says, where that is not the letter. */
  readonly instead?: { readonly subject: string; readonly html: string; readonly text: string };
}

/**
 * Stores the finished message first, then hands it to the mail server. A crash in between repeats the very same
 * bytes under the same Message-ID: docs/decisions/0004-letters.md says what that guarantees.
 */
export async function dispatch(
  deps: DispatchDeps,
  step: StepRef,
  letter: OpenLetter,
  mail: Mail,
): Promise<LetterResult> {
  const { profile, way, to, contents, instead } = mail;
  const from = profile.governance.email;
  const messageId = `<${letter.id}${again(contents)}@${domainOf(from)}>`;
  const message = await compose({
    ...(instead ?? { subject: contents.subject, html: contents.html, text: contents.text }),
    id: messageId,
    from: { name: profile.name, address: from },
    to,
    date: letter.preparedAt,
  });
  const sending = await deps.register.letters.change(letter.id, {
    ...{ state: 'sending', need: null, way, messageId },
    contents: { ...contents, to: to.join(', '), message } as KeptContents,
  });
  return send(deps, step, sending, from);
}

/** Hands over a message that is stored; also after a crash, with the same bytes. */
export async function send(
  { register, mailer, now }: DispatchDeps,
  step: StepRef,
  letter: OpenLetter,
  from: string,
): Promise<LetterResult> {
  const { message = '', to = '' } = keptOf(letter);
  const answer = await mailer.send(message, from, to.split(', '));
  if (answer === 'refused') {
    await register.letters.change(letter.id, { state: 'undeliverable', need: 'undeliverable' });
    return { state: 'needs', letter: letter.id, need: 'undeliverable' };
  }
  const givenAt = momentOf(step, now());
  await register.letters.change(letter.id, { state: 'given', need: null, givenAt });
  return { state: 'given', letter: letter.id, way: letter.way ?? 'email', givenAt };
}

/** An effect that waited for a mail server happened when it happened, not when it was first tried. */
export const momentOf = (step: StepRef, now: Date): string =>
  new Date(Math.max(Date.parse(step.at), now.getTime())).toISOString();

/** Another address is another message. */
const again = ({ refused }: KeptContents): string => (refused.length > 0 ? `.${refused.length}` : '');
