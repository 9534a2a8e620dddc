import { Router } from 'express';
import { z } from 'zod';
import { definitionOf, openKinds } from '../../domain/cases/registry';
import type { ActionName } from '../../domain/cases/process';
import type { Form } from '../../forms/form';
import { allLetterForms } from '../../forms/letters';
import { actionForm, taskForm } from '../../forms/registry';
import { loggingForm } from '../casework/logging-form';
import { fixedChoices } from '../forms/choices';
import { formSchema } from '../forms/schema';
import type { Services } from '../services';
import { contentForms } from './openapi-contents';
import { paths } from './openapi-paths';

/** The description of the JSON API, made from the same forms that pages and checks come from. */
export function openApiJson({ config, now }: Services): Router {
  return Router().get('/openapi.json', (_req, res) => {
    res.json(openApi(config.baseUrl, now()));
  });
}

export function openApi(baseUrl: string, now: Date): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Custodian',
      version: '1',
      description: 'Cases of data protection, as the pages have them.',
    },
    servers: [{ url: `${baseUrl}/api/v1` }],
    security: [{ token: [] }],
    paths: paths(),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { ...schemas(now), Error: errorSchema },
    },
  };
}

const errorSchema = {
  type: 'object',
  properties: {
    error: {
      type: 'object',
      properties: {
        code: { type: 'string' },
        message: { type: 'string' },
        fields: {
          type: 'array',
          items: { type: 'object', properties: { field: { type: 'string' }, message: { type: 'string' } } },
        },
      },
    },
  },
};

/**
 * Every form: what `answers` may hold. Tasks of a kind under `KIND.ELEMENT` (`erasure.triage`), for elements of the
 * same name ask other things of other kinds; logging under `log-KIND`; actions and letters by their own name.
 */
function schemas(now: Date): Record<string, unknown> {
  const forms = openKinds.flatMap((kind) => {
    const { tasks, actions } = definitionOf(kind);
    return [
      { ...loggingForm(kind), id: `log-${kind}` },
      ...Object.keys(tasks).map((element) => ({
        ...taskForm(kind, element, null),
        id: `${kind}.${element}`,
      })),
      ...Object.keys(actions).map((action) => actionForm(action as ActionName)),
    ];
  });
  const all = [...forms, ...allLetterForms(), ...contentForms];
  return Object.fromEntries(all.map((form) => [form.id, schemaOf(form, now)]));
}

/** What `answers` may hold for a form, as JSON Schema. */
export function schemaOf(form: Form, now: Date): unknown {
  const schema = z.toJSONSchema(formSchema(form, { choices: fixedChoices(form), now }), { io: 'input' });
  return { ...schema, title: form.title, $schema: undefined };
}
