import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { z } from 'zod';
import { BadRequest } from '../errors';
import type { Answers } from '../forms/fill';

/** What a program sends to hand a form in. */
export interface Handed {
  /** Chosen by the program, so that sending the same again is done once. Made here when absent. */
  readonly id: string;
  readonly answers: Answers;
  readonly person: string | undefined;
}

const schema = z.strictObject({
  id: z.uuid().toLowerCase().optional(),
  answers: z.record(z.string(), z.unknown()).default({}),
  person: z.union([z.uuid(), z.literal('new')]).optional(),
});

/** Throws BadRequest for anything but `{ id?, answers, person? }`. */
export function handedIn(req: Request, fields: readonly string[]): Handed {
  const parsed = schema.safeParse(req.body);
  if (!parsed.success)
    throw new BadRequest('Send a JSON object { "id": a UUID, "answers": { … } }.', 'bad-body');
  const { id, answers, person } = parsed.data;
  const unknown = Object.keys(answers).find((name) => !fields.includes(name));
  if (unknown !== undefined) throw new BadRequest(`This form has no field “${unknown}”.`, 'unknown-field');
  return { id: id ?? randomUUID(), answers, person };
}
