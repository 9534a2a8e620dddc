import type { Profile } from '../../domain/organisation/profile';
import type { Field, Form, Option } from '../form';
import { yesNo } from '../shared/choices';
import { logForm } from '../shared/log';
import { issue, issues } from './fields';

/** The laws under which our answer may be reviewed, of those that the profile says bind us; and none of them. */
export const reviewRegimes = (binding: Profile['informationRequests']['regimes']): readonly Option[] => [
  ...regimes.filter(({ value }) => binding.some((one) => one === value)),
  { value: 'other', text: 'No such law binds us here: we review it of our own will' },
];

const regimes: readonly Option[] = [
  { value: 'foi', text: 'Freedom of Information Act', hint: 'Guidance: 20 working days for a review' },
  { value: 'eir', text: 'Environmental Information Regulations', hint: 'Regulation 11: 40 working days' },
];

const about: readonly Field[] = [
  {
    name: 'about',
    label: 'What is it about?',
    kind: 'radios',
    options: [
      { value: 'case', text: 'A case of ours', hint: 'How we dealt with a request or a breach' },
      {
        value: 'handling',
        text: 'How we handle personal data',
        hint: 'Anything else under data protection law',
      },
      {
        value: 'information-request',
        text: 'Our answer to a request for information',
        hint: 'An internal review. Whoever did not decide it before looks at it anew.',
      },
    ],
  },
  {
    name: 'complainedOf',
    label: 'Reference of the case complained of',
    hint: 'If it is on record here. The two are linked; that case’s clock goes on as it is.',
    kind: 'reference',
    optional: true,
    when: { field: 'about', is: ['case', 'information-request'] },
  },
  {
    name: 'regime',
    label: 'Under which law was the information asked for?',
    kind: 'radios',
    options: 'information-regimes',
    when: { field: 'about', is: ['information-request'] },
  },
  {
    name: 'housing',
    label: 'Is it a housing complaint as well?',
    hint: 'Then the times of the Housing Ombudsman’s Code are shown beside. Log it in the housing complaints system too.',
    kind: 'radios',
    options: yesNo,
  },
  {
    name: 'acknowledgement',
    label: 'How is it acknowledged?',
    kind: 'radios',
    options: [
      { value: 'now', text: 'Now, by itself' },
      {
        value: 'with-outcome',
        text: 'With the outcome',
        hint: 'Only where that will surely go within 30 days of receipt (DPA s.164A(3))',
      },
    ],
  },
];

const form = logForm({
  title: 'Log a complaint',
  intro:
    'Somebody is not content with how we handle personal data or with an answer of ours. It needs no form and no magic words, and nobody must complain to us before they go to the regulator.',
  extra: [issues(issue, 'Each thing that they complain of'), ...about],
});

/** DPA s.164A(2): by any channel. */
export const logComplaint: Form = {
  ...form,
  submit: 'Log the complaint',
  fields: form.fields.map((field) =>
    field.name === 'request' ? { ...field, label: 'What do they complain of?' } : field,
  ),
};
