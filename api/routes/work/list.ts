import type { Request, Response } from 'express';
import { openKinds } from '../../../domain/cases/registry';
import { may } from '../../../domain/roles';
import type { CaseRow, Worklist } from '../../../register/cases';
import { viewerOf } from '../../auth/signed-in';
import { Forbidden } from '../../errors';
import { dueOf } from '../../presentation/due';
import { taskView } from '../../presentation/tasks';
import { kindTitle, outcomeTitle, stageTitles } from '../../presentation/words';
import type { Services } from '../../services';
import { waitingView } from '../received/list';
import type { ListQuery } from './query';
import { addressWith, readQuery, toWorklist } from './query';

/** Most tasks to show before the table; the rest are behind “waiting for me”. */
const TASKS_SHOWN = 10;

/** The start page: what is late or about to be, what waits for me, and the list of cases. */
export function getWork(services: Services) {
  return async (req: Request, res: Response): Promise<void> => {
    const viewer = viewerOf(req);
    const { cases } = services.register;
    if (!may(viewer.roles, 'case.list')) return home(services, req, res);
    const query = readQuery(req.query);
    const { received, staff } = services.register;
    const [counts, tasks, list, colleagues, waiting] = await Promise.all([
      cases.counts(viewer),
      cases.myTasks(viewer),
      cases.worklist(viewer, toWorklist(query)),
      staff.colleagues(viewer.organisationId),
      may(viewer.roles, 'case.log') ? received.waiting(viewer) : [],
    ]);
    res.render('work/list', {
      title: 'Work list',
      counts,
      waiting: waiting.map((one) => waitingView(one, services.now())),
      tasks: tasks.slice(0, TASKS_SHOWN).map(taskView(services, viewer.organisationId)),
      moreTasks: tasks.length - TASKS_SHOWN,
      rows: list.rows.map((row) => rowView(row, services.now())),
      query,
      headings: headings(query),
      kinds: openKinds.map((kind) => ({ value: kind, text: kindTitle(kind) })),
      stages: Object.entries(stageTitles).map(([value, text]) => ({ value, text })),
      handlers: colleagues
        .filter(({ roles }) => may(roles, 'case.assign'))
        .map(({ id, name }) => ({ value: id, text: name })),
      total: list.total,
      pages: pagesOf(list, query),
      csv: addressWith('/cases.csv', query, {}),
    });
  };
}

/** The start page of those who work on no cases: their tasks, or what they may do instead. */
async function home(services: Services, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(req);
  const tasks = await services.register.cases.myTasks(viewer);
  if (tasks.length > 0 || may(viewer.roles, 'search.answer'))
    return res.render('work/tasks', {
      title: 'My tasks',
      tasks: tasks.map(taskView(services, viewer.organisationId)),
    });
  // What is to be said once is said on the page that is shown: their last task is done, say.
  if (res.locals.banner) req.session.banner = String(res.locals.banner);
  if (may(viewer.roles, 'request.hand-in')) return res.redirect(303, '/requests');
  if (may(viewer.roles, 'staff.manage')) return res.redirect(303, '/admin/staff');
  if (may(viewer.roles, 'organisation.view')) return res.redirect(303, '/organisation');
  throw new Forbidden('You have no role in this organisation yet.');
}

const rowView = (row: CaseRow, now: Date) => ({
  ...row,
  kindTitle: kindTitle(row.kind),
  name: row.subjectName ?? row.title,
  state: outcomeTitle(row.kind, row.outcome) ?? stageTitles[row.stage],
  due: dueOf(row, now),
});

const columns = [
  { text: 'Reference', sort: 'reference' },
  { text: 'Person or matter', sort: null },
  { text: 'Kind', sort: null },
  { text: 'Stage', sort: 'stage' },
  { text: 'Due', sort: 'due' },
  { text: 'Received', sort: 'received' },
  { text: 'Handled by', sort: 'assignee' },
] as const;

/** Column headings; those that sort link to themselves the other way round. */
function headings(query: ListQuery) {
  return columns.map(({ text, sort }) => {
    const current = sort === query.sort;
    const order = current && query.order === 'ascending' ? 'descending' : 'ascending';
    return {
      text,
      href: sort === null ? null : addressWith('/', query, { sort, order }),
      ariaSort: current ? query.order : 'none',
    };
  });
}

function pagesOf({ total, page, pageSize }: Worklist, query: ListQuery): object | null {
  const last = Math.ceil(total / pageSize);
  if (last <= 1) return null;
  const link = (number: number) => addressWith('/', query, { page: number });
  return {
    previous: page > 1 ? { href: link(page - 1) } : undefined,
    next: page < last ? { href: link(page + 1) } : undefined,
    items: [...new Set([1, page - 1, page, page + 1, last])]
      .filter((number) => number >= 1 && number <= last)
      .map((number) => ({ number, href: link(number), current: number === page })),
  };
}
