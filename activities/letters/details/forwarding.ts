import type { Details } from '../../../templates/data';
import { addressedTo } from '../addressees';
import type { CaseFile } from '../file';

/** What a controller needs in order to answer the request itself (UK GDPR Art 28(3)(e)). Never-use contacts stay here. */
export function withContactsOf(file: CaseFile): Details {
  const { requester, subject, contents } = file.dossier;
  const asRequester = addressedTo({ ...file, definition: { ...file.definition, to: 'requester' } });
  return {
    requester: requester?.contents.name ?? '',
    subject: subject && subject.id !== requester?.id ? subject.contents.name : null,
    request: contents.request,
    contacts: asRequester.contacts
      .filter(({ safety }) => safety !== 'never')
      .map(({ value }) => value.replace(/\n/g, ', ')),
    flagged: asRequester.flagged,
  };
}
