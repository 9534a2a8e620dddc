import type { TaskRow } from '../../register/cases';
import type { Register } from '../../register';
import type { Viewer } from '../../register/viewer';

/** What stopped a step, and what a person can do about it. */
const sentences: Readonly<Record<string, string>> = {
  'mandatory-paragraph-missing':
    'The letter lacks a paragraph that the law requires, so it was not made. Its template must be mended by whoever maintains the templates.',
  'letter-not-made':
    'The letter could not be made: its template does not fit what is on record. Look at what the task before it says, and ask whoever maintains the templates.',
  'no-such-letter': 'This version of the process has no letter for this step. Ask whoever runs Custodian.',
  'no-such-system':
    'The organisation’s profile no longer knows this system. Put it back in the profile, or search it again under its new name.',
  'owner-unreachable':
    'The mail server refuses both the owner of the system and the governance team. Correct the owner’s address in the profile, or tell them yourself.',
  'not-replaced':
    'An item is to go out redacted and its redacted file is missing. Add it under “Searches and documents”.',
  'not-ready':
    'An item that is to go out has not wholly arrived. Upload it again under “Searches and documents”.',
  'hidden-content':
    'An item that is to go out hides content that nobody has dealt with. Deal with it under “Searches and documents”.',
  'mail-unavailable': 'The mail server takes no messages. Ask whoever runs it, and try again when it does.',
};

const unknown = (code: string): string =>
  `It failed in a way that we have no words for. Give whoever runs Custodian this code: ${code}.`;

/** Why a step waits to be put right; null for a task that waits for anything else. */
export async function whatFailed(
  register: Register,
  viewer: Viewer,
  { need, reference, step }: Pick<TaskRow, 'need' | 'reference' | 'step'>,
): Promise<string | null> {
  if (need !== 'repair') return null;
  const events = (await register.cases.events(viewer, reference)) ?? [];
  const last = events.findLast((event) => event.type === 'step-needs-person' && event.step === step);
  const code = String(last?.data.failure ?? 'failed');
  return sentences[code] ?? unknown(code);
}
