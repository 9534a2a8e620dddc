import type { CaseKind } from '../../../domain/cases/kinds';
import type { Codes } from '../../../domain/cases/process';
import type { Details } from '../../../templates/data';
import type { CaseFile } from '../file';
import { lastWritten } from '../file';
import { groundOf } from './exemptions';

const manifestly: Readonly<Record<string, string>> = {
  'manifestly-unfounded':
    'We consider that your request is manifestly unfounded (Article 12(5) of the UK GDPR). It is for us to show that this is so.',
  'manifestly-excessive':
    'We consider that your request is manifestly excessive (Article 12(5) of the UK GDPR). It is for us to show that this is so.',
};

/**
 * UK GDPR Art 12(4): the reasons, or as much of them as may be said (`limitReasons`). Where neither Art 12(5) nor an
 * exemption is the ground, there is `otherwise`, or the reasons that whoever checks the letter writes.
 */
export function refusal(file: CaseFile, otherwise: readonly string[] = []): Details {
  const proposed = { ...lastWritten(file, 'propose-refusal').codes, ...file.step.data };
  const limited = proposed.limitReasons ?? lastWritten(file, 'decide-refusal').codes.limitReasons;
  return {
    result: 'refused',
    limitReasons: limited === 'yes',
    grounds: groundsOf(proposed, file.dossier.kind) ?? otherwise,
  };
}

function groundsOf({ ground, exemption }: Codes, kind: CaseKind): string[] | null {
  const words = manifestly[String(ground)];
  if (words) return [words];
  return ground === 'exempt' || exemption ? [groundOf(exemption, kind)] : null;
}

/** Closed because identity or authority was never shown (Art 12(6)); a person decided it. */
export const closing = (): Details => ({
  result: 'unanswered',
  limitReasons: false,
  grounds: [
    'We asked for information that shows who you are, or that you may act for the person whose information it is. It has not reached us, so we may not act on your request.',
  ],
});
