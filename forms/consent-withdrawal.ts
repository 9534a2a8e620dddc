/** Forms of a withdrawal of consent (UK GDPR Arts 7(3), 17(1)(b)): no reason is asked and no proof of identity. */
import type { Field, Form } from './form';
import { error } from './shared/choices';
import { logForm } from './shared/log';
import { byTask, closeCase, sendAgain } from './shared/rights';
import { stopAtOnce } from './shared/stopping';

/** What would be a hurdle: whoever gave consent did not have to show any of it. */
const notAsked: readonly string[] = ['authority', 'dateOfBirth', 'reference'];

const whole = logForm({
  title: 'Log a withdrawal of consent',
  intro:
    'Somebody no longer agrees to something. Do not ask why, and do not ask for proof: it is as easy as agreeing was. It cannot be refused.',
  extra: [
    {
      name: 'purposes',
      label: 'For what do they withdraw their consent?',
      hint: 'If they do not say, tick everything they may have agreed to.',
      kind: 'checkboxes',
      options: 'consent-purposes',
      alsoAsked: true,
    },
  ],
});

export const logConsentWithdrawal: Form = {
  ...whole,
  fields: whole.fields.filter(({ name }) => !notAsked.includes(name)),
};

const otherBasis: Field = {
  name: 'basis',
  label: 'On which?',
  kind: 'radios',
  options: [
    { value: 'contract', text: 'A contract with the person', hint: 'Art 6(1)(b)' },
    { value: 'legal-obligation', text: 'A legal obligation', hint: 'Art 6(1)(c)' },
    { value: 'vital-interests', text: 'Vital interests', hint: 'Art 6(1)(d)' },
    { value: 'public-task', text: 'A task in the public interest', hint: 'Art 6(1)(e)' },
    {
      value: 'legitimate-interests',
      text: 'Legitimate interests, recognised ones included',
      hint: 'Art 6(1)(ea), (f): the person may object to it',
    },
  ],
  when: { field: 'outcome', is: ['other-basis'] },
};

const checkErasure: Form = {
  id: 'check-erasure',
  title: 'Check whether the data must go',
  intro:
    'What was done before the withdrawal stays lawful (Art 7(3)). What is kept from now on needs a basis of its own, and one that was there all along: do not look for a new one to keep what was given by consent.',
  fields: [
    {
      name: 'outcome',
      label: 'What becomes of the data?',
      kind: 'radios',
      options: [
        { value: 'other-basis', text: 'It is kept: there is another basis' },
        {
          value: 'erasure',
          text: 'It goes: there is no other basis',
          hint: 'Open the erasure first, with the link above, and choose it here (Art 17(1)(b)).',
        },
        { value: 'nothing-held', text: 'Nothing is held that rested on the consent' },
      ],
    },
    otherBasis,
    {
      name: 'erasure',
      label: 'Which case erases it?',
      kind: 'select',
      options: 'other-cases',
      when: { field: 'outcome', is: ['erasure'] },
    },
    {
      name: 'reasons',
      label: 'What is held, and why it may be kept or not',
      kind: 'textarea',
      personal: true,
      rows: 4,
      max: 10_000,
    },
  ],
  check: ({ outcome, erasure }) =>
    outcome === 'erasure' && !String(erasure).startsWith('ERA-')
      ? error('erasure', 'This is no erasure. Open one from this case’s page, and choose it here.')
      : [],
};

/** Forms by the task they finish. */
export const consentWithdrawalForms = byTask([stopAtOnce, checkErasure, sendAgain, closeCase]);
