import { listOf } from '../../../domain/cases/process';
import type { Row } from '../../../forms/form';
import type { CaseFile } from '../file';
import { lastWritten } from '../file';

/** To whom the data was disclosed, by name, as it was last said on a form (UK GDPR Art 19). */
export function recipientNames(file: CaseFile, form: string): readonly string[] {
  const { codes, personal } = lastWritten(file, form);
  const known = listOf(codes, 'recipients').map(
    (id) => file.profile.recipients.find((one) => one.id === id)?.name ?? id,
  );
  const others = (personal.otherRecipients ?? []) as readonly Row[];
  return [...known, ...others.map(({ name }) => String(name))];
}
