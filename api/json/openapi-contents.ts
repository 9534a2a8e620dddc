import { z } from 'zod';
import { addStaff, editStaff } from '../../forms/staff';
import { dealWithHidden, decideItem } from '../../forms/documents';
import { editContact, editPerson } from '../../forms/people';
import { reviewAfterBreach } from '../../forms/breach/review';
import type { Form } from '../../forms/form';
import { projectChanged } from '../../forms/impact-assessment/changed';
import { sectionNames, sections } from '../../forms/impact-assessment/sections';
import { parameter } from './openapi-parameter';
import { makeLink } from '../links/issuing';
import { announcement } from '../routes/documents/uploads';

/** The forms of contents, people and staff, whose schemas the description holds by their ids. */
export const contentForms: readonly Form[] = [
  decideItem,
  dealWithHidden,
  makeLink,
  editPerson,
  editContact,
  addStaff,
  editStaff,
  ...Object.values(sections),
  reviewAfterBreach,
  projectChanged,
];

const body = (schema: object, mediaType = 'application/json'): object => ({
  required: true,
  content: { [mediaType]: { schema } },
});

const formBody = ({ id }: Form, more: object = {}): object =>
  body({
    type: 'object',
    properties: { answers: { $ref: `#/components/schemas/${id}` }, ...more },
    required: ['answers', ...Object.keys(more)],
  });

interface Operation {
  readonly summary: string;
  readonly requestBody?: object;
  readonly status?: 200 | 201;
  /** Names of what may be said after the address to see fewer. */
  readonly filters?: readonly string[];
}

/** One operation: the names in braces are its parameters. */
function operation(path: string, { summary, requestBody, status = 200, filters = [] }: Operation): object {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  return {
    summary,
    ...(names.length + filters.length > 0
      ? {
          parameters: [
            ...names.map((name) => parameter(name)),
            ...filters.map((name) => parameter(name, 'query')),
          ],
        }
      : {}),
    ...(requestBody ? { requestBody } : {}),
    responses: {
      [status]: { description: 'Done.' },
      403: { description: 'Your role does not allow it.' },
      ...(names.length > 0 ? { 404: { description: 'No such thing for you.' } } : {}),
      ...(requestBody ? { 422: { description: 'Something is not right: what stands in the answer.' } } : {}),
    },
  };
}

const uploads = (at: string): [string, string, Operation][] => {
  const announced = { ...z.toJSONSchema(announcement, { io: 'input' }), $schema: undefined };
  return [
    [
      at,
      'post',
      {
        summary: 'Announce a file, or ask how far its upload has come',
        requestBody: body(announced),
        status: 201,
      },
    ],
    [
      `${at}/{id}/chunks/{index}`,
      'put',
      {
        summary: 'Send one piece; all but the last have the size that the announcement answered',
        requestBody: body({ type: 'string', format: 'binary' }, 'application/octet-stream'),
      },
    ],
    [`${at}/{id}/finish`, 'post', { summary: 'Close the upload' }],
  ];
};

const item = '/cases/{reference}/documents/{id}';
const ids = { documents: { type: 'array', items: { type: 'string', format: 'uuid' } } };
const file = body(
  { type: 'object', properties: { file: { type: 'string', format: 'binary' } } },
  'multipart/form-data',
);

const operations: readonly [path: string, method: string, operation: Operation][] = [
  [
    '/cases/{reference}/documents',
    'get',
    { summary: 'Searches and items, each with the decision that stands' },
  ],
  ...uploads('/cases/{reference}/documents/uploads'),
  ...uploads('/cases/{reference}/tasks/{taskId}/documents/uploads'),
  [
    '/cases/{reference}/documents/decisions',
    'post',
    { summary: 'One decision for several items', requestBody: formBody(decideItem, ids) },
  ],
  [item, 'get', { summary: 'An item, and everything decided of it' }],
  [`${item}/content`, 'get', { summary: 'The item itself; the view is recorded' }],
  [
    `${item}/hidden`,
    'post',
    { summary: 'Hidden content was dealt with', requestBody: formBody(dealWithHidden) },
  ],
  [
    `${item}/replacement`,
    'post',
    { summary: 'Add the redacted file that goes out instead', requestBody: file, status: 201 },
  ],
  [`${item}/discard`, 'post', { summary: 'Give up an upload that will not be finished' }],
  ['/cases/{reference}/links', 'get', { summary: 'Protected links of a case, and what one can be made for' }],
  [
    '/cases/{reference}/links',
    'post',
    {
      summary: 'Make a protected link; its address and code are in this answer only',
      requestBody: formBody(makeLink),
      status: 201,
    },
  ],
  ['/cases/{reference}/links/{id}/revoke', 'post', { summary: 'Withdraw a link' }],
  [
    '/tasks/{id}/preview',
    'post',
    {
      summary: 'A letter to be checked, with its free parts as they are sent; nothing is stored',
      requestBody: body({ type: 'object', properties: { answers: { type: 'object' } } }),
    },
  ],
  ['/people/import', 'get', { summary: 'When the people index was last replaced, and its size' }],
  [
    '/people/import',
    'post',
    {
      summary: 'Replace the people index, whole, or change nothing',
      requestBody: body({ type: 'string' }, 'text/csv'),
    },
  ],
  ['/cases/{reference}/letters', 'get', { summary: 'Letters of a case' }],
  [
    '/cases/{reference}/letters/{id}',
    'get',
    { summary: 'A letter exactly as it went; the view is recorded' },
  ],
  [
    '/people/search',
    'post',
    {
      summary: 'Find people',
      requestBody: body({ type: 'object', properties: { text: { type: 'string' } } }),
    },
  ],
  ['/people/{id}', 'get', { summary: 'A person' }],
  [
    '/people/{id}/cases',
    'get',
    { summary: 'The cases of a person, and for which purposes they withdrew their consent (Art 7(3))' },
  ],
  ['/people/{id}', 'put', { summary: 'Change a person’s details', requestBody: formBody(editPerson) }],
  [
    '/people/{id}/contacts/{contactId}',
    'put',
    { summary: 'Change a way to reach them; “new” adds one', requestBody: formBody(editContact) },
  ],
  [
    '/registers/breaches',
    'get',
    { summary: 'The register of breaches: facts, effects, what was done (Art 33(5))' },
  ],
  ['/registers/breaches/trends', 'get', { summary: 'What the register of breaches shows in sum' }],
  [
    '/cases/{reference}/review-assessment',
    'post',
    {
      summary: 'From a breach, or a report of change: have an impact assessment reviewed, and link the two',
      requestBody: formBody(reviewAfterBreach),
    },
  ],
  [
    '/projects/changed',
    'post',
    {
      summary: 'Report that something changed in a project: its assessment is reviewed (Art 35(11))',
      requestBody: formBody(projectChanged),
    },
  ],
  [
    '/registers/impact-assessments',
    'get',
    {
      summary: 'The log of impact assessments',
      filters: ['state', 'residual', 'year', 'measures'],
    },
  ],
  ['/cases/{reference}/assessment', 'get', { summary: 'A whole impact assessment' }],
  ['/cases/{reference}/assessment/summary', 'get', { summary: 'Its summary for publication' }],
  [
    '/cases/{reference}/assessment/{section}',
    'get',
    { summary: 'A section: what it begins with, and every version' },
  ],
  ...sectionNames.map((name): [string, string, Operation] => [
    `/cases/{reference}/assessment/${name}`,
    'post',
    {
      summary: `Save the section “${sections[name].title}”; the answer “basedOn” names the version before it`,
      requestBody: formBody(sections[name]),
    },
  ]),
  ['/organisation', 'get', { summary: 'The organisation’s profile' }],
  ['/organisation/policy', 'get', { summary: 'Its policy against the law' }],
  ['/organisation/processing-records', 'get', { summary: 'Its record of processing activities' }],
  [
    '/organisation/automated-decisions',
    'get',
    { summary: 'Its register of automated decisions and profiling, and the checks of each' },
  ],
  [
    '/organisation/automated-decisions/{decision}/checks',
    'post',
    { summary: 'Begin the regular checks of a decision; 200 where they run already', status: 201 },
  ],
  ['/staff', 'get', { summary: 'Staff of the organisation' }],
  ['/staff', 'post', { summary: 'Add a member of staff', requestBody: formBody(addStaff), status: 201 }],
  [
    '/staff/{id}',
    'put',
    { summary: 'Change what a member of staff may do', requestBody: formBody(editStaff) },
  ],
];

/** Addresses of documents, letters, people, the organisation and its staff. */
export function contentPaths(): Record<string, Record<string, object>> {
  const paths: Record<string, Record<string, object>> = {};
  for (const [path, method, one] of operations)
    paths[path] = { ...paths[path], [method]: operation(path, one) };
  return paths;
}
