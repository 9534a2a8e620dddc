import type { Response } from 'express';
import type { Finished } from '../casework/finish-task';

/** The four ends of a form that a program handed in. */
export function answerJson(
  res: Response,
  finished: Finished,
  { id, reference }: { id: string; reference: string },
): void {
  switch (finished.status) {
    case 'recorded':
      return void res.json({ status: 'recorded', id });
    case 'pending':
      return void res
        .status(202)
        .location(`/api/v1/cases/${reference}/submissions/${id}`)
        .json({ status: 'pending', id });
    case 'refused':
      return void res.status(409).json({ error: { ...finished.refusal, id } });
    case 'invalid':
      return void res.status(422).json({
        error: {
          code: 'invalid',
          message: 'Nothing was recorded: some answers are not right.',
          fields: finished.errors,
        },
      });
  }
}
