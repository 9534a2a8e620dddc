import { z } from 'zod';
import type { Stage } from '../../../domain/cases/definition';
import { openKinds } from '../../../domain/cases/registry';
import type { WorklistQuery } from '../../../register/cases';
import { stageTitles } from '../../presentation/words';

const stages = Object.keys(stageTitles) as Stage[];
const sorts = ['due', 'reference', 'received', 'stage', 'assignee'] as const;

/** What the address says of the list. What cannot be read is as if it were not said. */
const schema = z.object({
  state: z.enum(['open', 'closed', 'all']).catch('open'),
  kind: z.enum(openKinds).optional().catch(undefined),
  stage: z.enum(stages).optional().catch(undefined),
  assignee: z
    .union([z.enum(['me', 'nobody']), z.uuid()])
    .optional()
    .catch(undefined),
  due: z.enum(['overdue', 'this-week', 'paused']).optional().catch(undefined),
  mine: z.literal('yes').optional().catch(undefined),
  /** Part of a reference and nothing else: a name does not belong in an address. */
  text: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9-]{1,20}$/)
    .optional()
    .catch(undefined),
  sort: z.enum(sorts).catch('due'),
  order: z.enum(['ascending', 'descending']).catch('ascending'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export type ListQuery = z.infer<typeof schema>;

export const readQuery = (query: unknown): ListQuery => schema.parse(query);

export const toWorklist = ({ kind, stage, mine, ...query }: ListQuery): WorklistQuery => ({
  ...query,
  ...(kind === undefined ? {} : { kinds: [kind] }),
  ...(stage === undefined ? {} : { stages: [stage] }),
  ...(mine === undefined ? {} : { mine: true }),
});

/** The address of the same list with something changed; defaults are left out. */
export function addressWith(path: string, query: ListQuery, change: Partial<ListQuery>): string {
  const defaults: Record<string, unknown> = { state: 'open', sort: 'due', order: 'ascending', page: 1 };
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, page: 1, ...change }))
    if (value !== undefined && value !== defaults[name]) parameters.set(name, String(value));
  return parameters.size === 0 ? path : `${path}?${parameters.toString()}`;
}
