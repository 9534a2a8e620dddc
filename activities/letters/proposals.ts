import type { Proposal } from '../../domain/cases/definition';
import { itemOf } from '../../domain/cases/process';
import type { CaseFile } from './file';
import { lastWritten, wrote } from './file';

const leastForIdentity =
  'Please tell us two of these: your date of birth, an earlier address of yours, or a number from one of our letters to you. You need not send a copy of a passport or another document.';

const leastForAuthority =
  'Please send us a note, signed by the person whose information it is, which says that you may make this request for them. If you act under a power of attorney or a court order, tell us which, and how we can see it.';

/** What a definition cannot say by itself, by the name of the part: a choice between words, the profile's own words. */
const computed: Readonly<Record<string, (file: CaseFile) => string>> = {
  'request-identity/asked': (file) =>
    lastWritten(file, 'triage').codes.identity === 'authority' ? leastForAuthority : leastForIdentity,
  'tell-not-a-request/explanation': () =>
    'It does not ask for a copy of personal data, or for information about how personal data is used.',
  'tell-not-a-request/instead': (file) =>
    wrote(file, 'decide-kind', 'instead') || wrote(file, 'decide-unverified', 'instead'),
  'respond/opening': ({ profile }) => profile.letters.opening,
  // Begun by the process where enquiries take longer, else by the action.
  'progress-letter/news': (file) => wrote(file, file.step.data.by ? 'enquire' : 'tell-progress', 'news'),
};

/** The free parts to begin a draft with: as the letter's definition proposes, or the least that is needed. */
export function proposedParts(file: CaseFile): Record<string, string> {
  const { freeParts, proposes = {} } = file.definition;
  return Object.fromEntries(
    Object.keys(freeParts).map((part) => {
      const words = computed[`${file.step.element}/${part}`];
      return [part, part in proposes ? proposed(file, proposes[part]) : (words?.(file) ?? '')];
    }),
  );
}

function proposed(file: CaseFile, proposal: string | Proposal | undefined): string {
  if (proposal === undefined || typeof proposal === 'string') return proposal ?? '';
  const { form, field, otherwise = '' } = proposal;
  return aboutItem(file, form, field) || wrote(file, form, field) || otherwise;
}

/** In a repeated step, what was written about the same recipient or system. */
function aboutItem({ step: { item }, written }: CaseFile, form: string, field: string): string {
  const same = written.findLast((one) => one.form === form && one.step !== null && itemOf(one.step) === item);
  const text = item === null ? undefined : same?.personal[field];
  return typeof text === 'string' ? text.trim() : '';
}
