import { definitionOf, openKinds } from '../../domain/cases/registry';
import { loggedKinds, loggingForm } from '../casework/logging-form';
import { contentPaths } from './openapi-contents';
import { parameter } from './openapi-parameter';

const text = { type: 'string' } as const;

const handsIn = (answers: object, more: object = {}) => ({
  required: true,
  content: {
    'application/json': {
      schema: {
        type: 'object',
        properties: {
          id: {
            type: 'string',
            format: 'uuid',
            description: 'The same id again is the same action, done once.',
          },
          answers,
          ...more,
        },
      },
    },
  },
});

const answers = {
  200: { description: 'Recorded.' },
  202: { description: 'Stored; done as soon as the engine is back. Ask again at Location.' },
  403: { description: 'Your role does not allow it.' },
  404: { description: 'No such thing for you.' },
  409: { description: 'The state of the case does not allow it now: why is in the answer.' },
  422: { description: 'Some answers are not right: which ones is in the answer. Nothing was recorded.' },
};

const read = (summary: string, ...parameters: object[]) => ({
  get: { summary, parameters, responses: { 200: { description: 'Found.' }, 404: answers[404] } },
});

/** Every address of the JSON API: those of cases, tasks and actions. */
export function paths(): Record<string, unknown> {
  const reference = parameter('reference');
  const filters = ['state', 'kind', 'stage', 'assignee', 'due', 'mine', 'text', 'sort', 'order', 'page'];
  const logs = loggedKinds.map((kind) => [
    `/cases/${kind}`,
    {
      post: {
        summary: loggingForm(kind).title,
        requestBody: handsIn(
          { $ref: `#/components/schemas/log-${kind}` },
          { person: { ...text, description: 'Id of somebody on record, or “new”.' } },
        ),
        responses: { 201: { description: 'Opened.' }, 409: answers[409], 422: answers[422] },
      },
    },
  ]);
  const linked = loggedKinds.map((kind) => [
    `/cases/{reference}/open/${kind}`,
    {
      post: {
        summary: `${loggingForm(kind).title}, linked to a case: what is known from there need not be sent`,
        parameters: [reference],
        requestBody: handsIn({ $ref: `#/components/schemas/log-${kind}` }),
        responses: { 201: { description: 'Opened.' }, 422: answers[422] },
      },
    },
  ]);
  const actions = openKinds.flatMap((kind) =>
    Object.entries(definitionOf(kind).actions).map(([action, { title }]) => [
      `/cases/{reference}/actions/${action}`,
      {
        post: {
          summary: title,
          parameters: [reference],
          requestBody: handsIn({ $ref: `#/components/schemas/${action}` }),
          responses: answers,
        },
      },
    ]),
  );
  return {
    '/me': read('Who this token speaks for'),
    '/cases': read('The work list', ...filters.map((name) => parameter(name, 'query'))),
    ...Object.fromEntries(logs),
    ...Object.fromEntries(linked),
    '/cases/{reference}': read('A case', reference),
    '/cases/{reference}/clock': read('Its deadlines, each with why', reference),
    '/cases/{reference}/events': read('Its history', reference),
    '/cases/{reference}/submissions/{id}': read(
      'What became of something handed in',
      reference,
      parameter('id'),
    ),
    ...Object.fromEntries(actions),
    ...contentPaths(),
    '/tasks': read('Open tasks you can do'),
    '/tasks/{id}': {
      ...read('A task, what it rests on and the fields that finish it', parameter('id')),
      post: {
        summary: 'Finish a task',
        description:
          'Answers are those of the schema named like the task’s element, or like the letter’s form.',
        parameters: [parameter('id')],
        requestBody: handsIn({ type: 'object' }),
        responses: answers,
      },
    },
  };
}
