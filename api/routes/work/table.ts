import type { Request, Response } from 'express';
import { viewerOf } from '../../auth/signed-in';
import { csvOf } from '../../presentation/csv';
import { clockTitles, kindTitle, outcomeTitle, stageTitles } from '../../presentation/words';
import type { Services } from '../../services';
import { readQuery, toWorklist } from './query';

const EXPORTED = 10_000;

/** The same list as on the page, whole, for a spreadsheet. */
export function getTable({ register }: Services) {
  return async (req: Request, res: Response): Promise<void> => {
    const viewer = viewerOf(req);
    const query = { ...toWorklist(readQuery(req.query)), page: 1, pageSize: EXPORTED };
    const { rows } = await register.cases.worklist(viewer, query);
    const heading = [
      'Reference',
      'Kind',
      'Person or matter',
      'Stage',
      'Outcome',
      'Clock',
      'Due',
      'Received',
      'Closed',
      'Handled by',
    ];
    const lines = rows.map((row) => [
      row.reference,
      kindTitle(row.kind),
      row.subjectName ?? row.title,
      stageTitles[row.stage],
      outcomeTitle(row.kind, row.outcome),
      clockTitles[row.clockState],
      row.dueOn,
      row.receivedOn,
      row.closedAt?.slice(0, 10) ?? null,
      row.assigneeName,
    ]);
    res.attachment('cases.csv').type('text/csv; charset=utf-8').send(csvOf(heading, lines));
  };
}
