/** Forms of the actions that only an impact assessment has (UK GDPR Arts 35(11), 36(2)). */
import type { ActionName } from '../../domain/cases/process';
import type { Form } from '../form';
import { words } from './fields';
import { sectionNames, sections } from './sections';

export const impactActionForms = {
  'save-section': {
    id: 'save-section',
    title: 'Write a section',
    fields: [
      {
        name: 'section',
        label: 'Which section?',
        kind: 'radios',
        options: sectionNames.map((name) => ({ value: name, text: sections[name].title })),
      },
    ],
  },
  'record-regulator': {
    id: 'record-regulator',
    title: 'Record what the regulator wrote',
    intro:
      'What it writes before its advice, and what we send it. The dates on the Clock page follow (Art 36(2)).',
    effective: 'on',
    fields: [
      {
        name: 'what',
        label: 'What happened?',
        kind: 'radios',
        options: [
          { value: 'accepted', text: 'It accepted the consultation' },
          { value: 'asks-information', text: 'It asked for information', hint: 'Its time may be suspended' },
          { value: 'information-supplied', text: 'We supplied the information' },
          { value: 'information-withdrawn', text: 'It no longer needs the information' },
          {
            value: 'extends',
            text: 'It extended its time by six weeks',
            hint: 'Within a month, with reasons',
          },
        ],
      },
      { name: 'on', label: 'When?', kind: 'date', notFuture: true },
      words('note', 'What was written', { rows: 3 }),
    ],
  },
  'report-risk-change': {
    id: 'report-risk-change',
    title: 'Report that the risk has changed',
    intro: 'The assessment is reviewed at once (Art 35(11)).',
    submit: 'Report it',
    fields: [
      words('what', 'What has changed?', { hint: 'A breach, a new supplier, another use of the data …' }),
    ],
  },
  'hand-over': {
    id: 'hand-over',
    title: 'Name another project lead',
    intro:
      'They see the whole case from now on, and what waits for the former lead waits for them. The former lead no longer sees it.',
    fields: [
      {
        name: 'lead',
        label: 'Who leads the project from now on?',
        hint: 'Whoever leads it never signs it off.',
        kind: 'select',
        options: 'project-leads',
      },
      words('reasons', 'Why?', { rows: 2 }),
    ],
  },
  'name-owner': {
    id: 'name-owner',
    title: 'Name another owner of a measure',
    intro: 'The measure waits for them from now on, with the same words and the same date.',
    fields: [
      { name: 'measure', label: 'Which measure?', kind: 'select', options: 'open-measures' },
      { name: 'owner', label: 'Who sees to it from now on?', kind: 'select', options: 'staff' },
      words('reasons', 'Why?', { rows: 2 }),
    ],
  },
  abandon: {
    id: 'abandon',
    title: 'Abandon the project',
    intro: 'The case is closed. The project may not start.',
    fields: [words('reasons', 'Why?')],
  },
  'end-project': {
    id: 'end-project',
    title: 'The project has ended',
    effective: 'on',
    fields: [
      { name: 'on', label: 'When did it end?', kind: 'date', notFuture: true },
      words('reasons', 'Why has it ended?', { rows: 2, optional: true }),
    ],
  },
} as const satisfies Partial<Record<ActionName, Form>>;
