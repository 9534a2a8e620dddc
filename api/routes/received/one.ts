import type { Request } from 'express';
import { complain } from '../../../forms/complaint/sent';
import type { OpenReceived } from '../../../register/received';
import { viewerOf } from '../../auth/signed-in';
import { NotFound } from '../../errors';
import { fixedChoices } from '../../forms/choices';
import type { Services } from '../../services';

export type OneRequest = Request<{ id: string }>;

const UUID = /^[0-9a-f-]{36}$/;

/** The complaint of the address. Throws NotFound. */
export async function receivedOne({ register }: Services, req: OneRequest): Promise<OpenReceived> {
  const { id } = req.params;
  const found = UUID.test(id) ? await register.received.find(viewerOf(req), id) : null;
  if (!found) throw new NotFound();
  return found;
}

const choices = fixedChoices(complain);

/** What was sent, question by question, as the sender saw the questions. */
export const sentView = ({ sent }: OpenReceived) =>
  complain.fields.flatMap((field) => {
    const said = sent[field.name];
    if (said === undefined) return [];
    const text = choices[field.name]?.find(({ value }) => value === said)?.text ?? String(said);
    return [{ label: field.label, text }];
  });
