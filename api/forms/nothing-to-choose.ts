import type { Refusal } from '../../domain/cases/process';
import type { Form } from '../../forms/form';
import type { Choices } from './choices';
import { offered } from './choices';

/** What is said in place of a form that nobody could fill in, because the record offers nothing to choose from. */
export function nothingToChoose(form: Form, choices: Choices): Refusal | null {
  const empty = offered(form).some(
    ({ name, options }) => options === 'contacts-on-file' && choices[name]?.length === 0,
  );
  return empty
    ? {
        code: 'no-safe-contact-on-file',
        message:
          'There is no safe contact on file from before this request, so no code can be sent. Ask for something else that shows who they are, or record on the person’s page that a contact is safe and was on file before.',
      }
    : null;
}
