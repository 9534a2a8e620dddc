import type { LetterState } from '../../../register/letters';

const states: Readonly<Record<LetterState, { text: string; colour: string }>> = {
  draft: { text: 'Being prepared', colour: 'govuk-tag--yellow' },
  checked: { text: 'Checked', colour: 'govuk-tag--light-blue' },
  sending: { text: 'Being sent', colour: 'govuk-tag--light-blue' },
  'to-post': { text: 'To be posted', colour: 'govuk-tag--orange' },
  given: { text: 'Given', colour: 'govuk-tag--green' },
  undeliverable: { text: 'Refused by the mail server', colour: 'govuk-tag--red' },
  returned: { text: 'Came back', colour: 'govuk-tag--red' },
};

export const stateTag = (state: LetterState): { text: string; colour: string } => states[state];

const ways: Readonly<Record<string, string>> = {
  email: 'by e-mail',
  post: 'by post',
  link: 'by protected link',
  portal: 'on the recipient’s portal',
  collection: 'collected',
  'read-aloud': 'read aloud',
  'by-hand': 'by hand, or read aloud',
  together: 'inside the answer to another request',
  'not-sent': 'not sent: no contact was safe',
};

export const wayText = (way: string | null): string => (way === null ? '' : (ways[way] ?? way));

/** Whether these words have left the house, so that they are shown as they went. */
export const hasGone = (state: LetterState): boolean => state === 'given' || state === 'returned';
