import type { Request, Response } from 'express';
import { viewerOf } from '../../auth/signed-in';
import { itemViews } from '../../documents/items';
import { csvOf } from '../../presentation/csv';
import type { Services } from '../../services';
import { openCase } from './case';

const heads = [
  'Number',
  'Name',
  'Sort',
  'Bytes',
  'From',
  'In item',
  'Decision',
  'Exemption',
  'Decided by',
  'Decided at',
  'SHA-256',
];

/** The list of items as a table for a spreadsheet. */
export function getTable(services: Services) {
  return async (req: Request<{ reference: string }>, res: Response): Promise<void> => {
    const opened = await openCase(services, req);
    const rows = (await services.register.documents.list(viewerOf(req), req.params.reference)) ?? [];
    const byId = new Map(rows.map((row) => [row.id, row]));
    const lines = itemViews(rows, opened.systems).map((view) => {
      const row = byId.get(view.id);
      return [
        view.number,
        view.name,
        view.sort,
        row?.bytes,
        view.from,
        view.parent,
        view.decision.text,
        view.decision.exemption,
        row?.decision?.decidedByName,
        row?.decision?.decidedAt,
        row?.sha256,
      ];
    });
    res.attachment(`${req.params.reference}-items.csv`).type('text/csv').send(csvOf(heads, lines));
  };
}
