/** Forms of an objection (UK GDPR Arts 18(1)(d), (2), 21). */
import { againstWhat, isMarketing, type Against } from '../domain/cases/objection/grounds';
import { listOf } from '../domain/cases/process';
import { marketingSystems } from '../domain/cases/stopping';
import type { Form, Setting, Values } from './form';
import { listed } from './form';
import { assessObjection } from './objection/assess';
import { suppress } from './objection/suppress';
import { error, yesNo } from './shared/choices';
import { deathForms, decidedSystems } from './shared/death';
import { logForm } from './shared/log';
import {
  advice,
  byTask,
  carryOut,
  decide,
  doubtFields,
  impossibleForms,
  recipientForms,
  rightsForms,
  seekInstructions,
} from './shared/rights';
import { stopAtOnce } from './shared/stopping';

const weighed: readonly Against[] = ['public-task', 'legitimate-interests', 'research'];

export const logObjection: Form = logForm({
  title: 'Log an objection',
  intro:
    'Somebody wants us to stop using their data for something. They need not put it in writing, nor use the word.',
  extra: [
    {
      name: 'against',
      label: 'What is it against?',
      hint: 'The basis on which we use the data; the processing records name it.',
      kind: 'radios',
      alsoAsked: true,
      options: Object.entries(againstWhat).map(([value, { text, article }]) => ({
        ...{ value, text },
        hint: article,
      })),
    },
    {
      name: 'alsoAgainst',
      label: 'Did they object to something else as well?',
      hint: 'Each gets a case and a clock of its own: direct marketing stops at once, the rest is weighed.',
      kind: 'checkboxes',
      alsoAsked: true,
      optional: true,
      options: Object.entries(againstWhat).map(([value, { text }]) => ({ value, text })),
    },
    {
      name: 'situation',
      label: 'What in their situation speaks against it?',
      hint: 'Only if they say so. It is weighed; it is no condition.',
      kind: 'textarea',
      personal: true,
      optional: true,
      rows: 3,
      max: 10_000,
      when: { field: 'against', is: weighed },
    },
    {
      name: 'alsoFrom',
      label: 'From where else may marketing come?',
      hint: 'Systems that the profile names for marketing get their task in any case.',
      kind: 'checkboxes',
      options: 'systems',
      optional: true,
      when: { field: 'against', is: ['direct-marketing'] },
    },
  ],
  check: (values, { profile }) =>
    isMarketing(values as never) && marketingSystems(profile, chosen(values)).length === 0
      ? error('alsoFrom', 'The profile names no system for marketing: say from which it comes.')
      : [],
});

const chosen = ({ alsoFrom }: Values): readonly string[] => listed(alsoFrom);

const triage: Form = {
  id: 'triage',
  title: 'Check the request',
  fields: [
    ...doubtFields,
    {
      name: 'restriction',
      label: 'Propose a restriction until it is decided?',
      hint: 'A letter says that they may ask for it (Art 18(1)(d)), after somebody has decided what would go on meanwhile. Nothing is restricted by itself.',
      kind: 'radios',
      options: yesNo,
    },
  ],
};

const decideUses: Form = {
  id: 'decide-uses',
  title: 'Decide what goes on while restricted',
  intro:
    'If the person asks for the restriction, the data is kept and not used, but for what you name here. The letter tells them.',
  fields: [
    {
      name: 'uses',
      label: 'What must go on?',
      kind: 'checkboxes',
      optional: true,
      options: [
        {
          value: 'legal-claims',
          text: 'Establishing, exercising or defending legal claims',
          hint: 'Art 18(2)',
          under: { aspect: 'restriction.uses', any: ['legal-claims'] },
        },
        {
          value: 'protecting-another',
          text: 'Protecting the rights of another person',
          hint: 'Art 18(2): neighbours in an anti-social-behaviour case, for instance',
          under: { aspect: 'restriction.uses', any: ['protecting-another-person'] },
        },
        {
          ...{ value: 'public-interest', text: 'Important reasons of public interest', hint: 'Art 18(2)' },
          under: { aspect: 'restriction.uses', any: ['important-public-interest'] },
        },
      ],
    },
    {
      name: 'reasons',
      label: 'Why, or why nothing must go on',
      hint: 'For each use: what would be done, and why it cannot wait.',
      kind: 'textarea',
      personal: true,
      rows: 4,
      max: 10_000,
    },
  ],
};

/** The shared form without copies that expire: what is not used is stopped, whatever is kept. */
const stopUse: Form = {
  ...carryOut,
  title: 'Stop it on the system',
  fields: carryOut.fields
    .filter(({ name }) => name !== 'expiresOn')
    .map((field) =>
      field.name === 'outcome' && field.kind === 'radios' && typeof field.options !== 'string'
        ? { ...field, options: field.options.filter(({ value }) => value !== 'expires') }
        : field,
    ),
};

/** Where direct marketing stops at once; of other uses, where it was decided that they stop. */
const begunToStop = (setting: Setting): readonly string[] =>
  setting.facts && isMarketing(setting.facts)
    ? listOf(setting.facts, 'stopOn')
    : decidedSystems('assess-objection')(setting);

/** Forms by the task they finish. */
export const objectionForms = byTask([
  triage,
  decideUses,
  assessObjection,
  advice('dpo-advice', 'Give the DPO’s advice'),
  { ...decide, title: 'Decide on the objection' },
  seekInstructions,
  stopUse,
  ...impossibleForms,
  stopAtOnce,
  suppress,
  ...rightsForms,
  ...recipientForms,
  ...deathForms('On which systems must it still be stopped?', begunToStop),
]);
