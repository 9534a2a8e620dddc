import type { Request, Response } from 'express';
import { dealWithHidden, decideItem } from '../../../forms/documents';
import type { FieldError } from '../../../forms/form';
import type { DocumentRow } from '../../../register/documents';
import { may } from '../../../domain/roles';
import { itemViews } from '../../documents/items';
import { excerptOf } from '../../documents/excerpt';
import { decisionViews } from '../../documents/decisions';
import { previewOf } from '../../documents/preview';
import { dateTime } from '../../presentation/dates';
import type { Body } from '../../forms/page';
import { formView } from '../../forms/view';
import { viewerOf } from '../../auth/signed-in';
import { NotFound } from '../../errors';
import type { Services } from '../../services';
import { openCase } from './case';

type Params = { reference: string; id: string };

interface Typed {
  readonly errors: readonly FieldError[];
  readonly body: Body;
}

/** What went wrong with one of the page's forms. */
export interface Mistake {
  readonly decide?: Typed;
  readonly hidden?: Typed;
  readonly replacement?: string;
}

/** One item: what it is, how it looks, what was decided, what is hidden in it. */
export function getItem(services: Services) {
  return (req: Request<Params>, res: Response): Promise<void> => showItem(services, req, res);
}

export async function showItem(
  services: Services,
  req: Request<Params>,
  res: Response,
  mistake?: Mistake,
): Promise<void> {
  const viewer = viewerOf(req);
  const { reference, id } = req.params;
  const opened = await openCase(services, req);
  const rows = (await services.register.documents.list(viewer, reference)) ?? [];
  const row = rows.find((one) => one.id === id);
  if (!row) throw new NotFound();
  const views = itemViews(rows, opened.systems);
  const position = views.findIndex((one) => one.id === id);
  const address = (view: { id: string } | undefined): string | null =>
    view ? `/cases/${reference}/documents/${view.id}` : null;
  const history = (await services.register.documents.decisions(viewer, id)) ?? [];

  res.status(mistake ? 422 : 200).render('documents/item', {
    ...opened.context,
    item: views[position],
    children: views.filter((_view, index) => sorted(rows)[index]?.parentId === id),
    replacement: views.find((one) => one.id === row.replacedBy),
    neighbours: { previous: address(views[position - 1]), next: address(views[position + 1]) },
    facts: factsOf(row, views[position]?.from ?? ''),
    preview: await previewFor(services, req, row),
    history: decisionViews(history),
    mayDecide: may(viewer.roles, 'document.decide') && opened.decided === null,
    decided: may(viewer.roles, 'document.decide') ? opened.decided : null,
    decide: formView(decideItem, {
      action: `${address(row)}/decision`,
      choices: await opened.choices(decideItem),
      ...mistake?.decide,
    }),
    hidden: formView(dealWithHidden, {
      action: `${address(row)}/hidden`,
      choices: await opened.choices(dealWithHidden),
      ...mistake?.hidden,
    }),
    replacementProblem: mistake?.replacement,
  });
}

const sorted = (rows: readonly DocumentRow[]): DocumentRow[] => [...rows].sort((a, b) => a.number - b.number);

const factsOf = (row: DocumentRow, from: string): object[] =>
  [
    ['From', from],
    ['Added', dateTime(row.addedAt)],
    ['Fingerprint (SHA-256)', row.sha256 ?? 'Not all of it has arrived'],
  ].map(([key, value]) => ({ key: { text: key }, value: { text: value } }));

/** Text is read here, and the view of it recorded; everything else is fetched, and recorded, by the browser. */
async function previewFor(services: Services, req: Request<Params>, row: DocumentRow): Promise<object> {
  const kind = row.state === 'ready' ? previewOf(row.mediaType) : null;
  const src = `/cases/${row.reference}/documents/${row.id}/preview`;
  if (kind !== 'text' && kind !== 'email') return { kind, src };
  const opened = await services.register.documents.view(viewerOf(req), row.id);
  return opened ? { kind, ...(await excerptOf(opened)) } : { kind: null };
}
