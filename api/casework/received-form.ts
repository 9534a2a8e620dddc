import type { Form } from '../../forms/form';
import type { ReceivedComplaint } from '../../register/received';
import { loggingForm } from './logging-form';

/** What came through the form says itself how and when it came: nobody types it. */
const SAID = ['channel', 'receivedOn'] as const;

/** The log form of a complaint with a telephone number, which the public form asks for as well. */
export function receivedForm(): Form {
  const form = loggingForm('complaint');
  const place = form.fields.findIndex(({ name }) => name === 'contactPost') + 1;
  return {
    ...form,
    fields: form.fields.toSpliced(place, 0, {
      ...{ name: 'contactPhone', label: 'Telephone number', kind: 'tel', personal: true },
      ...{ optional: true, max: 40, autocomplete: 'off' },
    }),
  };
}

/** The same as its page shows it. */
export function receivedFormShown(): Form {
  const form = receivedForm();
  return { ...form, fields: form.fields.filter(({ name }) => !SAID.some((said) => said === name)) };
}

/** What is answered for whoever logs it. */
export const saidByItself = ({ receivedOn }: ReceivedComplaint) => ({ channel: 'web', receivedOn });
