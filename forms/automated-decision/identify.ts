/** Which decision, how it was taken, and whether that was permitted (UK GDPR Arts 22A, 22B). */
import {
  notPermitted,
  safeguardsApply,
  UNREGISTERED,
  type Circumstances,
  type NotPermitted,
} from '../../domain/cases/automated-decision/rules';
import { applied } from '../../domain/organisation/reading';
import type { Cell, Field, Form, Setting, Values } from '../form';
import { yesNo } from '../shared/choices';

const words = (name: string, label: string, more: Partial<Cell> = {}): Cell =>
  ({ name, label, kind: 'textarea', personal: true, rows: 3, max: 4000, ...more }) as Cell;

const unnamed = { field: 'decision', is: [UNREGISTERED] } as const;

/** What the register would say of it. */
const unregistered: readonly Field[] = [
  {
    ...{ name: 'what', label: 'What is the decision called?', hint: 'The person reads this.' },
    ...{ kind: 'text', personal: true, max: 300, when: unnamed },
  },
  words('logic', 'How does it work?', {
    hint: 'What goes in, and how it comes to its result, in plain words. The person reads this.',
    when: unnamed,
  }),
  words('significance', 'What does it mean for people?', { hint: 'The person reads this.', when: unnamed }),
  words('ranBy', 'Who runs it?', {
    hint: 'We ourselves, a supplier or another body, and on which system. The person reads this.',
    ...{ rows: 2, when: unnamed },
  }),
];

export const identifyDecision: Form = {
  id: 'identify-decision',
  title: 'Identify the decision',
  intro: 'The register of automated decisions says how each works; here you say how it was in this case.',
  startFrom: 'identify-decision',
  begins: ({ profile, facts }) => registered(profile, facts?.decision),
  fields: [
    {
      name: 'decision',
      label: 'Which decision is it?',
      hint: 'Where it is not in the register, the governance officer brings the register up to date before the case is closed.',
      kind: 'select',
      options: 'automated-decisions-met',
    },
    ...unregistered,
    {
      name: 'madeOn',
      label: 'When was it taken?',
      hint: 'Before 5 February 2026 the former Article 22 applies.',
      kind: 'date',
      notFuture: true,
    },
    {
      name: 'solelyAutomated',
      label: 'Was it taken without meaningful human involvement?',
      hint: 'Somebody who only passed on what the computer said was not meaningfully involved. The more profiling there was, the less likely it is that somebody was (Art 22A).',
      kind: 'radios',
      options: yesNo,
    },
    words('involvement', 'Who was involved, what did they look at, and what could they change?'),
    {
      name: 'significant',
      label: 'Does it have a legal effect, or a similarly significant one?',
      hint: 'An offer of a home, money, a service: Art 22A(1)(b)',
      kind: 'radios',
      options: yesNo,
    },
    words('effect', 'What does it mean for this person?'),
    {
      name: 'basis',
      label: 'What does it rest on?',
      kind: 'radios',
      options: [
        { value: '6(1)(a)', text: 'Consent', hint: 'Art 6(1)(a)' },
        { value: '6(1)(b)', text: 'A contract', hint: 'Art 6(1)(b)' },
        { value: '6(1)(c)', text: 'A legal obligation', hint: 'Art 6(1)(c)' },
        { value: '6(1)(d)', text: 'Vital interests', hint: 'Art 6(1)(d)' },
        { value: '6(1)(e)', text: 'A public task', hint: 'Art 6(1)(e)' },
        {
          value: '6(1)(ea)',
          text: 'A recognised legitimate interest',
          hint: 'Art 6(1)(ea): never by automated means alone (Art 22B(4))',
        },
        { value: '6(1)(f)', text: 'Legitimate interests', hint: 'Art 6(1)(f)' },
      ],
    },
    {
      name: 'explicitConsent',
      label: 'Was the consent explicit, to this decision?',
      hint: 'They expressly said yes to being decided on by a computer; consent to the use of their data is not enough.',
      kind: 'radios',
      options: yesNo,
      when: { field: 'basis', is: ['6(1)(a)'] },
    },
    {
      name: 'specialCategory',
      label: 'Is it based on special-category data, wholly or in part?',
      hint: 'Health, ethnic origin, beliefs and the like (Arts 9, 22B)',
      kind: 'radios',
      options: yesNo,
    },
    {
      name: 'condition',
      label: 'What permits that?',
      kind: 'radios',
      options: [
        { value: 'explicit-consent', text: 'Explicit consent to the decision', hint: 'Art 22B(2)' },
        {
          value: 'contract',
          text: 'A contract, with a substantial public interest',
          hint: 'Arts 22B(3), 9(2)(g)',
        },
        {
          value: 'law',
          text: 'Required or authorised by law, with a substantial public interest',
          hint: 'Arts 22B(3), 9(2)(g)',
        },
        { value: 'none', text: 'None of these' },
      ],
      when: { field: 'specialCategory', is: ['yes'] },
    },
    {
      name: 'tookPart',
      label: 'Who of us took part in it?',
      hint: 'They do not review it (Art 22C(2)(c)).',
      kind: 'checkboxes',
      options: 'staff',
      optional: true,
    },
  ],
  derive: (values, setting) => ({
    applies: safeguardsApply(circumstances(values)) ? 'yes' : 'no',
    forbiddenBy: ruleBroken(values, setting),
  }),
};

const circumstances = (values: Values): Circumstances => values as unknown as Circumstances;

/** Which rule forbade taking this decision by automated means alone, on what was said of it. */
export const ruleBroken = (values: Values, { profile }: Pick<Setting, 'profile'>): NotPermitted | null =>
  notPermitted(circumstances(values), applied(profile, 'automated.permission'));

/** Whether somebody was named as having taken part in the decision. */
export function tookPartIn({ said }: Setting, staffId: string): boolean {
  const { tookPart } = said('identify-decision');
  return Array.isArray(tookPart) && tookPart.includes(staffId as never);
}

/** What the register says of the decision that was named when the request was logged. */
function registered({ automatedDecisions }: Setting['profile'], id: unknown): Values {
  const found = automatedDecisions.find((one) => one.id === id);
  if (!found) return {};
  const { id: decision, solelyAutomated, significant, basis, specialCategory, condition } = found;
  return {
    ...{ decision, basis, condition },
    solelyAutomated: solelyAutomated ? 'yes' : 'no',
    significant: significant ? 'yes' : 'no',
    specialCategory: specialCategory ? 'yes' : 'no',
  };
}
