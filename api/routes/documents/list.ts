import type { Request, Response } from 'express';
import { isHiddenOpen } from '../../../domain/cases/items';
import type { FieldError } from '../../../forms/form';
import { decideItem } from '../../../forms/documents';
import type { DocumentRow } from '../../../register/documents';
import { may } from '../../../domain/roles';
import type { Filter } from '../../documents/items';
import { filterTexts, filters, isDecidable, itemViews, matches } from '../../documents/items';
import { searchCounts, searchViews } from '../../documents/searches';
import type { Body } from '../../forms/page';
import { formView } from '../../forms/view';
import { viewerOf } from '../../auth/signed-in';
import type { Services } from '../../services';
import { openCase } from './case';

/** What went wrong with a form of this page, and what was typed in it. */
export interface Mistake {
  readonly form: 'decide' | 'add';
  readonly errors: readonly FieldError[];
  readonly body: Body;
  readonly chosen?: readonly string[];
}

/** Searches and items of a case, with what was decided of each; `?show=` filters. */
export function getList(services: Services) {
  return (req: Request<{ reference: string }>, res: Response): Promise<void> => showList(services, req, res);
}

export async function showList(
  services: Services,
  req: Request<{ reference: string }>,
  res: Response,
  mistake?: Mistake,
): Promise<void> {
  const viewer = viewerOf(req);
  const opened = await openCase(services, req);
  const { reference } = req.params;
  const [rows, searches] = await Promise.all([
    services.register.documents.list(viewer, reference),
    services.register.documents.searches(viewer, reference),
  ]);
  const all = rows ?? [];
  const filter = filterOf(req.query.show);
  const shown = new Set(all.filter(matches[filter]).map(({ id }) => id));
  const items = itemViews(all, opened.systems).filter(({ id }) => shown.has(id));
  res.status(mistake ? 422 : 200).render('documents/list', {
    ...opened.context,
    matter: opened.matter,
    items: items.map((item) => ({ ...item, chosen: mistake?.chosen?.includes(item.id) ?? false })),
    counts: countsOf(all),
    filter,
    filters: filters.map((value) => ({
      value,
      text: filterTexts[value],
      count: all.filter(matches[value]).length,
    })),
    searches: searchViews(searches ?? [], opened.systems),
    searchCounts: searchCounts(searches ?? []),
    mayDecide: may(viewer.roles, 'document.decide') && opened.decided === null && !opened.matter,
    decided: may(viewer.roles, 'document.decide') && !opened.matter ? opened.decided : null,
    mayAdd: opened.mayAdd,
    mayLink: may(viewer.roles, 'document.add') && !opened.closed && !opened.matter,
    decide: formView(decideItem, {
      action: `/cases/${reference}/documents/decisions`,
      choices: await opened.choices(decideItem),
      ...typedIn(mistake, 'decide'),
    }),
    upload: {
      action: `/cases/${reference}/documents`,
      then: `/cases/${reference}/documents`,
      form: formView(opened.adding, {
        action: `/cases/${reference}/documents`,
        choices: await opened.choices(opened.adding),
        ...typedIn(mistake, 'add'),
      }),
    },
  });
}

const typedIn = (
  mistake: Mistake | undefined,
  form: Mistake['form'],
): Pick<Mistake, 'errors' | 'body'> | object =>
  mistake?.form === form ? { errors: mistake.errors, body: mistake.body } : {};

const filterOf = (asked: unknown): Filter => filters.find((one) => one === asked) ?? 'all';

const countsOf = (rows: readonly DocumentRow[]): { all: number; decided: number; hidden: number } => {
  const items = rows.filter(isDecidable);
  return {
    all: items.length,
    decided: items.filter(({ decision }) => decision !== null).length,
    hidden: rows.filter((row) => isHiddenOpen(row, rows)).length,
  };
};
