/** Forms of the actions that only a complaint has (DPA ss.164A(5), 165). */
import type { ActionName } from '../../domain/cases/process';
import type { Form } from '../form';
import { error } from '../shared/choices';
import { words } from './fields';

export const complaintActionForms = {
  'tell-progress': {
    id: 'tell-progress',
    title: 'Tell how far it is',
    intro: 'A letter with these words; you check it before it goes (DPA s.164A(5)).',
    submit: 'Prepare the letter',
    fields: [words('news', 'What has been done, and what comes next', { rows: 5 })],
  },
  'regulator-wrote': {
    id: 'regulator-wrote',
    title: 'Record that the regulator wrote',
    intro: 'It becomes a task with the date that the regulator set. Add the letter to the documents.',
    effective: 'on',
    fields: [
      { name: 'on', label: 'When did it reach us?', kind: 'date', notFuture: true },
      { name: 'due', label: 'By when does the regulator want an answer?', kind: 'date' },
      { name: 'assignee', label: 'Who answers?', kind: 'select', options: 'handlers' },
      { name: 'theirReference', label: 'Their reference', kind: 'text', personal: true, max: 60 },
      words('asked', 'What do they ask or say?', { rows: 4 }),
    ],
    check: ({ on, due }) =>
      String(due) < String(on) ? error('due', 'This day is before the letter reached us.') : [],
  },
  'extend-housing': {
    id: 'extend-housing',
    title: 'Tell that stage 1 takes longer',
    intro:
      'Of the housing complaint, once, by ten working days: a letter gives these reasons, the new date and the Housing Ombudsman; you check it before it goes. The Housing Ombudsman’s Code wants it given within the first ten working days, and no date moves before it is. The clock of the complaint under data protection law goes on as it is.',
    submit: 'Prepare the letter',
    fields: [words('reasons', 'Why does it take longer?', { hint: 'The person reads it.' })],
    check: (_values, { legalDue }) =>
      legalDue?.('housing.stage1')
        ? []
        : error('reasons', 'Stage 1 begins with the acknowledgement, and that has not been given yet.'),
  },
  'escalate-housing': {
    id: 'escalate-housing',
    title: 'Record that it went to stage 2',
    intro: 'Of the housing complaint: its 20 working days under the Housing Ombudsman’s Code begin.',
    effective: 'on',
    fields: [
      { name: 'on', label: 'When?', kind: 'date', notFuture: true },
      words('reasons', 'Why are they not content with stage 1?'),
    ],
  },
} as const satisfies Partial<Record<ActionName, Form>>;
