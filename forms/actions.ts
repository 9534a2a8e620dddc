/** Forms of the case-wide actions, by action name. */
import { elementOf, type ActionName } from '../domain/cases/process';
import { filedLateByThis } from './breach/moved';
import { riskHigher, somethingNew } from './breach/new';
import { complaintActionForms } from './complaint/actions';
import { decisionCheckActionForms } from './decision-check';
import type { Form } from './form';
import { rowsIn } from './form';
import { impactActionForms } from './impact-assessment/actions';
import { restrictionActionForms } from './restriction/actions';
import { amendRequest } from './shared/amend';
import { error } from './shared/choices';
import { exemptionOptions } from './shared/exemptions';

const reasons = (label = 'Reasons'): Form['fields'][number] => ({
  name: 'reasons',
  label,
  kind: 'textarea',
  personal: true,
  rows: 4,
  max: 4000,
});

export const actionForms: Readonly<Record<ActionName, Form>> = {
  ...complaintActionForms,
  ...decisionCheckActionForms,
  ...impactActionForms,
  ...restrictionActionForms,
  assign: {
    id: 'assign',
    title: 'Assign the case, or one of its tasks',
    fields: [
      { name: 'assignee', label: 'Who handles it?', kind: 'select', options: 'handlers' },
      {
        name: 'task',
        label: 'Only one task?',
        hint: 'The rest stays with whoever handles the case.',
        kind: 'select',
        options: 'tasks-to-give',
        none: 'No: the whole case',
        optional: true,
      },
    ],
  },
  note: {
    id: 'note',
    title: 'Add a note',
    fields: [{ name: 'note', label: 'Note', kind: 'textarea', personal: true, rows: 5, max: 10_000 }],
  },
  extend: {
    id: 'extend',
    title: 'Extend the time',
    intro:
      'By two further months, once. It takes effect only when the notice has been given, before the first month ends (Art 12A(3)–(4)).',
    fields: [
      {
        name: 'ground',
        label: 'On which ground?',
        hint: 'Needing clarification does not make a request complex.',
        kind: 'radios',
        options: [
          {
            ...{ value: 'complexity', text: 'Complexity of the requests' },
            under: { aspect: 'extension.grounds', any: ['complexity'] },
          },
          {
            ...{ value: 'number', text: 'Number of requests from this person' },
            under: { aspect: 'extension.grounds', any: ['number'] },
          },
        ],
      },
      reasons('Why more time is needed in this case'),
    ],
    check: ({ ground }, { requests }) =>
      ground === 'number' && requests && Math.max(requests.open, requests.lastYear) < 2
        ? error(
            'ground',
            'This is the only request of this person on record, so their number is no ground (Art 12A(3)).',
          )
        : [],
  },
  'undo-extension': {
    id: 'undo-extension',
    title: 'Correct a mis-recorded extension',
    fields: [reasons('What was recorded by mistake')],
  },
  clarify: {
    id: 'clarify',
    title: 'Ask for clarification',
    intro:
      'Only where we reasonably need it to know what they are asking for. The clock is paused from the day the question goes to the day the answer comes (Art 12A(5)).',
    fields: [
      {
        name: 'why',
        label: 'Why do we need it?',
        kind: 'radios',
        options: [
          { value: 'large-amount', text: 'We hold a large amount about them' },
          { value: 'unclear', text: 'We cannot tell what they ask for' },
        ],
      },
      {
        name: 'question',
        label: 'What do we need to know?',
        kind: 'textarea',
        personal: true,
        rows: 4,
        max: 4000,
      },
    ],
  },
  'propose-refusal': {
    id: 'propose-refusal',
    title: 'Propose to refuse',
    fields: [
      {
        name: 'ground',
        label: 'On which ground?',
        kind: 'radios',
        options: [
          {
            value: 'manifestly-unfounded',
            text: 'Manifestly unfounded',
            hint: 'No real intention to exercise the right, or harassment',
            under: { aspect: 'refusal.grounds', any: ['manifestly-unfounded'] },
          },
          {
            value: 'manifestly-excessive',
            text: 'Manifestly excessive',
            hint: 'Clearly or obviously unreasonable',
            under: { aspect: 'refusal.grounds', any: ['manifestly-excessive'] },
          },
          { value: 'exempt', text: 'Everything asked for is exempt' },
        ],
      },
      {
        name: 'exemption',
        label: 'Which exemption?',
        kind: 'select',
        options: 'exemptions',
        when: { field: 'ground', is: ['exempt'] },
      },
      reasons(),
    ],
    check: ({ ground }, { facts }) =>
      ground === 'exempt' && facts && exemptionOptions(facts.kind).length === 0
        ? error('ground', 'No exemption reaches this right (DPA Sch 2 ¶¶1, 6): choose another ground.')
        : [],
  },
  withdraw: {
    id: 'withdraw',
    title: 'Record a withdrawal',
    effective: 'on',
    fields: [
      { name: 'on', label: 'When did they withdraw it?', kind: 'date', notFuture: true },
      reasons('What they said'),
    ],
  },
  'reopen-search': {
    id: 'reopen-search',
    title: 'Search again',
    fields: [
      { name: 'system', label: 'Which system?', kind: 'select', options: 'case-systems' },
      reasons('What was missed'),
    ],
  },
  'letter-returned': {
    id: 'letter-returned',
    title: 'A letter came back',
    effective: 'on',
    fields: [
      { name: 'letter', label: 'Which letter?', kind: 'select', options: 'letters' },
      { name: 'on', label: 'When did it come back?', kind: 'date', notFuture: true },
    ],
    // What came back sooner than it would have counted as given is undone from the day on which it would have.
    derive: ({ letter, on }, { givenAt }) => {
      const given = givenAt(elementOf(String(letter)))?.slice(0, 10) ?? '';
      return given > String(on) ? { undoneOn: given } : {};
    },
  },
  'send-code': {
    id: 'send-code',
    title: 'Send a one-time code',
    intro:
      'To a contact that was on file before this request, never to the mailbox that asks. They read the code back to us. By e-mail it works for 30 minutes, by post for ten days.',
    submit: 'Send the code',
    fields: [
      {
        name: 'contact',
        label: 'Where should it go?',
        hint: 'Do not tell the person who asks where it goes. Where contacting them may put somebody at risk, it waits until somebody has confirmed that this is safe.',
        kind: 'radios',
        options: 'contacts-on-file',
      },
      reasons('Why is a code needed?'),
    ],
  },
  'amend-request': amendRequest,
  'record-death': {
    id: 'record-death',
    title: 'Record a death',
    intro:
      'Of the person whose information it is, or of whoever asks for them. Letters to them wait and nothing is disclosed until the DPO has decided.',
    effective: 'on',
    fields: [
      { name: 'on', label: 'When did we learn of it?', kind: 'date', notFuture: true },
      reasons('Who has died, who told us, and what shows it'),
    ],
  },
  'tell-who': {
    id: 'tell-who',
    title: 'Say who received the data',
    intro:
      'The person has asked to whom the data was disclosed. A letter names them; you check it before it goes (Art 19).',
    submit: 'Prepare the letter',
    begins: ({ said }) => {
      const found = ['assess-accuracy', 'assess-erasure', 'assess-grounds']
        .map((form) => said(form))
        .find(({ recipients, otherRecipients }) => recipients !== undefined || otherRecipients !== undefined);
      if (!found) return {};
      const otherRecipients = rowsIn(found, 'otherRecipients').map(({ name }) => ({ name }));
      return { recipients: found.recipients ?? [], otherRecipients };
    },
    fields: [
      {
        name: 'recipients',
        label: 'To whom was the data disclosed?',
        hint: 'Ticked are those of the assessment; before there is one, those whom our processing records, or the answer to an access request of this person, name.',
        kind: 'checkboxes',
        options: 'recipients-of-person',
        suggest: 'recipients-of-data',
        optional: true,
      },
      {
        ...{ name: 'otherRecipients', label: 'Did anybody else receive it?', rowLabel: 'Recipient' },
        suggest: 'other-recipients-of-data',
        ...({ kind: 'rows', personal: true } as const),
        ...{ optional: true, max: 20 },
        of: [{ name: 'name', label: 'Who is it?', kind: 'text', personal: true, max: 200 }] as const,
      },
      reasons('What they asked, and when'),
    ],
  },
  'withdraw-identity-request': {
    id: 'withdraw-identity-request',
    title: 'Withdraw our request for identity',
    intro: 'The clock falls back to the day the request was received.',
    fields: [reasons()],
  },
  'correct-received-date': {
    id: 'correct-received-date',
    title: 'Correct the date received',
    fields: [
      { name: 'receivedOn', label: 'When was it received?', kind: 'date', notFuture: true },
      reasons('What shows it'),
    ],
  },
  'move-aware': {
    id: 'move-aware',
    title: 'Move the moment we became aware',
    intro:
      'Aware means: reasonably certain that personal data were compromised. The 72 hours are computed anew, and both moments stay on record.',
    fields: [
      { name: 'awareAt', label: 'When did we become aware?', kind: 'datetime', notFuture: true },
      reasons('Who became aware, and why from then?'),
      {
        name: 'delayReasons',
        label:
          'If the notification was filed after the 72 hours by this: what are the reasons for the delay?',
        hint: 'The law wants them with the notification (Art 33(1)): tell the regulator.',
        kind: 'textarea',
        personal: true,
        optional: true,
        rows: 2,
        max: 10_000,
      },
    ],
    check: filedLateByThis,
  },
  'something-new': somethingNew,
  'risk-higher': riskHigher,
  'recompute-deadline': {
    id: 'recompute-deadline',
    title: 'Confirm a later due date',
    intro:
      'Newer bank holidays, law or policy give this case a later date. The earlier date stands until you confirm the later one; the Clock page says why it moves. Both dates stay on record.',
    fields: [
      {
        name: 'accept',
        label: 'The later date is right for this case',
        kind: 'confirm',
        mustBeTicked: true,
      },
      reasons('How you satisfied yourself'),
    ],
  },
  hold: { id: 'hold', title: 'Place a legal hold', fields: [reasons()] },
  'release-hold': { id: 'release-hold', title: 'Release the legal hold', fields: [reasons()] },
  link: {
    id: 'link',
    title: 'Link to another case',
    fields: [
      { name: 'reference', label: 'Reference of the other case', kind: 'reference' },
      {
        name: 'relation',
        label: 'How are they related?',
        kind: 'radios',
        options: [
          { value: 'duplicate', text: 'The same request again' },
          { value: 'follows', text: 'This follows from it' },
          { value: 'complaint-about', text: 'This is a complaint about it' },
          { value: 'related', text: 'Related' },
        ],
      },
    ],
    check: ({ relation }, { facts }) =>
      relation === 'complaint-about' && facts?.kind !== 'complaint'
        ? error('relation', 'This case is no complaint: link the complaint to it, from the complaint’s page.')
        : [],
  },
  'restrict-access': {
    id: 'restrict-access',
    title: 'Restrict to named staff',
    intro: 'What is ticked here takes the place of what was said before. To others the case will not exist.',
    fields: [
      {
        name: 'staff',
        label: 'Who alone may see it?',
        hint: 'Leave it empty: everybody whose role allows it, but for those below.',
        kind: 'checkboxes',
        options: 'staff',
        optional: true,
      },
      {
        name: 'excluded',
        label: 'Who must not work on it?',
        hint: 'The person complained of, for instance',
        kind: 'checkboxes',
        options: 'staff',
        optional: true,
      },
    ],
  },
  reopen: { id: 'reopen', title: 'Reopen', fields: [reasons()] },
};
