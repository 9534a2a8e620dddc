import type { Request, Response } from 'express';
import { viewerOf } from '../../auth/signed-in';
import { kindTitle, outcomeTitle, stageTitles } from '../../presentation/words';
import type { Services } from '../../services';

/** What the person handed in, and what became of it. */
export function getHandedIn({ register }: Services) {
  return async (req: Request, res: Response): Promise<void> => {
    const rows = await register.cases.handedIn(viewerOf(req));
    res.render('requests/handed-in', {
      title: 'What you handed in',
      rows: rows.map((row) => ({
        ...row,
        kindTitle: kindTitle(row.kind),
        state: outcomeTitle(row.kind, row.outcome) ?? stageTitles[row.stage],
      })),
    });
  };
}
