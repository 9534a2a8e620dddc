/**
 * Letters that every request from a person may need, whichever right it is about. A kind takes them as they are, or
 * with its own words: `{ ...sharedLetters['refusal-letter'], template: 'objection/refusal-letter' }`.
 * Workflow-safe.
 */
import type { LetterDefinition } from './definition';

/** Whom they may turn to, in every letter that tells somebody no or not yet. */
export const signpost = {
  'complain-to-us': 'UK GDPR Art 12(4)(b); DPA s.164A',
  'complain-to-regulator': 'UK GDPR Art 12(4)(b); DPA s.165',
} as const;

/** What a refusal owes: the reasons and every way to have them looked at. */
export const refusalParagraphs = {
  'why-refused': 'UK GDPR Art 12(4)(a)',
  ...signpost,
  'judicial-remedy': 'UK GDPR Art 12(4)(b); DPA s.167',
} as const;

const unchecked = { checked: false, freeParts: {}, mandatory: {}, confidential: false } as const;

/** Word to staff as a date nears; every kind of case has it. */
export const tell = { ...unchecked, title: 'Escalation', to: 'staff', template: 'shared/tell' } as const;

/** By send task id. `confidential` where the letter says more than that a request came in. */
export const sharedLetters = {
  acknowledge: {
    title: 'Acknowledgement',
    to: 'requester',
    template: 'shared/acknowledge',
    ...unchecked,
  },
  'request-identity': {
    title: 'Request for identity or authority',
    to: 'requester',
    template: 'shared/request-identity',
    checked: true,
    freeParts: { asked: 'What we ask for, and why' },
    mandatory: { 'reasonable-doubt': 'UK GDPR Art 12(6)' },
    confidential: false,
  },
  'extension-notice': {
    title: 'Notice of extension',
    to: 'requester',
    template: 'shared/extension-notice',
    checked: true,
    freeParts: { reasons: 'Why more time is needed in this case' },
    proposes: { reasons: { form: 'extend', field: 'reasons' } },
    effectiveOnDelivery: true,
    mandatory: { 'extension-reasons': 'UK GDPR Art 12A(3)–(4)', ...signpost },
    confidential: false,
  },
  'refusal-letter': {
    title: 'Refusal',
    to: 'requester',
    template: 'shared/refusal-letter',
    checked: true,
    freeParts: { explanation: 'The reasons, in your words' },
    mandatory: refusalParagraphs,
    confidential: true,
  },
  'confirm-withdrawal': {
    title: 'Confirmation of withdrawal',
    to: 'requester',
    template: 'shared/confirm-withdrawal',
    ...unchecked,
  },
  'closing-letter': {
    title: 'Closing without an answer',
    to: 'requester',
    template: 'shared/closing-letter',
    checked: true,
    freeParts: { explanation: 'Why we are closing, and how to continue' },
    proposes: {
      explanation:
        'You can send the information, or show us your authority, at any time and in any way that suits you.',
    },
    mandatory: refusalParagraphs,
    confidential: false,
  },
} as const satisfies Readonly<Record<string, LetterDefinition>>;
