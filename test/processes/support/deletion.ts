import { flow, task } from './diagram';

const event = (tag: 'startEvent' | 'endEvent', id: string, name: string, inside = '', attributes = '') =>
  `<bpmn:${tag} id="${id}" name="${name}"${attributes}>${inside}</bpmn:${tag}>`;
const gateway = (id: string, name = '') => `<bpmn:exclusiveGateway id="${id}" name="${name}" />`;
const answer = (from: string, to: string, name: string) =>
  `<bpmn:sequenceFlow id="${from}.${to}" name="${name}" sourceRef="${from}" targetRef="${to}" />`;
const chain = (...ids: string[]) => ids.slice(1).map((to, index) => flow(ids[index] ?? '', to));
const when = (id: string) =>
  `<bpmn:timerEventDefinition id="${id}-at"><bpmn:timeDate xsi:type="bpmn:tFormalExpression">the day agreed</bpmn:timeDate></bpmn:timerEventDefinition>`;
const message = (id: string) => `<bpmn:messageEventDefinition id="${id}-trigger" />`;

/** An event sub-process of one task. */
const aside = (id: string, trigger: string, name: string, attributes = ' isInterrupting="false"') =>
  `<bpmn:subProcess id="${id}" name="${name}" triggeredByEvent="true">${[
    event('startEvent', `${id}-asked`, `${name} is asked for`, trigger, attributes),
    task(`${id}-work`, name),
    event('endEvent', `${id}-over`, `${name} is over`),
    ...chain(`${id}-asked`, `${id}-work`, `${id}-over`),
  ].join('')}</bpmn:subProcess>`;

const eachRecipient = `<bpmn:subProcess id="tell-recipients" name="Tell each recipient"><bpmn:multiInstanceLoopCharacteristics />${[
  event('startEvent', 'recipient-known', 'Recipient known'),
  task('tell-recipient', 'Tell the recipient'),
  task('record-answer', 'Record the answer'),
  event('endEvent', 'recipient-told', 'Recipient told'),
  ...chain('recipient-known', 'tell-recipient', 'record-answer', 'recipient-told'),
].join('')}</bpmn:subProcess>`;

/** Twelve tasks, a loop, a wait, something done for each, and four event sub-processes: without any layout. */
export const deletion: readonly string[] = [
  event('startEvent', 'received', 'Request received'),
  task('triage', 'Check the request'),
  gateway('examining'),
  task('examine', 'Examine the records'),
  task('decide', 'Decide what is deleted'),
  gateway('decision', 'Is everything clear?'),
  `<bpmn:intermediateCatchEvent id="await-retention" name="Retention has run out">${when('retention')}</bpmn:intermediateCatchEvent>`,
  task('delete', 'Delete'),
  eachRecipient,
  task('answer', 'Answer the request'),
  task('close', 'Close the case'),
  event(
    'endEvent',
    'deleted',
    'Deleted: case closed',
    '<bpmn:terminateEventDefinition id="deleted-trigger" />',
  ),
  ...chain('received', 'triage', 'examining', 'examine', 'decide', 'decision'),
  answer('decision', 'await-retention', 'Yes'),
  answer('decision', 'examining', 'No: look again'),
  ...chain('await-retention', 'delete', 'tell-recipients', 'answer', 'close', 'deleted'),
  aside('extension', message('extension'), 'Extension of time'),
  aside('more', message('more'), 'More records'),
  aside('escalation', when('escalation'), 'Escalation'),
  aside('withdrawal', message('withdrawal'), 'Withdrawal', ''),
];

/** The tasks and events of its main line. */
export const mainLine = ['received', 'examine', 'decide', 'await-retention', 'delete', 'answer', 'deleted'];
