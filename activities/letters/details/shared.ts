import type { CaseKind } from '../../../domain/cases/kinds';
import type { Details } from '../../../templates/data';
import type { CaseFile } from '../file';
import { lastWritten } from '../file';
import type { DetailsByElement, Needed } from './needed';
import { closing, refusal } from './refusal';
import { recipientNames } from './told';

/** What letters with these names say in every kind of case that has them. */
export const shared: DetailsByElement = {
  /** UK GDPR Art 12(6). */
  'request-identity': ({ file }) => ({ doubt: lastWritten(file, 'triage').codes.identity ?? 'identity' }),
  /** UK GDPR Art 12A(3)–(4): why, and until when. */
  'extension-notice': extension,
  'refusal-letter': ({ file }) => refusal(file),
  'closing-letter': closing,
  'name-recipients': ({ file }) => ({ told: recipientNames(file, 'tell-who') }),
  'notify-recipient': ({ file }) => concerning(file),
  'remind-recipient': ({ file }) => concerning(file),
};

/** What was done to the data, in the words of the notice (UK GDPR Art 19). */
const changes: Readonly<Partial<Record<CaseKind, string>>> = {
  rectification: 'corrected or completed',
  erasure: 'erased',
  restriction: 'restricted, so that it may be kept but not used',
};

/** UK GDPR Art 19: whom the notice is about, by what a recipient can find them with. */
export function concerning({ dossier: { kind, subject } }: CaseFile): Details {
  return {
    change: changes[kind] ?? 'changed',
    person: subject?.contents.name ?? '',
    references: subject?.contents.references ?? [],
  };
}

async function extension({ register, file: { step } }: Needed): Promise<Details> {
  return {
    ground: step.data.ground ?? 'complexity',
    due: await register.cases.dueWith(step.reference, [{ type: 'extended', at: step.at }]),
  };
}
