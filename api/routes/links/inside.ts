import type { Request, Response } from 'express';
import { answersFrom } from '../../forms/page';
import type { Body } from '../../forms/page';
import { choicesOf } from '../../forms/options';
import type { RowFocus } from '../../forms/rows';
import { changedRows } from '../../forms/rows';
import { tokenOf } from '../../forms/token';
import { formView } from '../../forms/view';
import type { Finished } from '../../casework/finish-task';
import { finishTask } from '../../casework/finish-task';
import { formOfTask } from '../../casework/task-form';
import { downloadHeaders } from '../../documents/preview';
import { sendContent } from '../../documents/serve';
import { sizeOf } from '../../documents/words';
import { NotFound } from '../../errors';
import { openedLink } from '../../links/opened';
import type { LinkedTask } from '../../links/search-task';
import { linkedTask } from '../../links/search-task';
import type { Services } from '../../services';
import { addedAt } from '../documents/task-files';

type Params = { token: string };

/** What the link opens: the files to download, or the search to answer. */
export function getInside(services: Services) {
  return async (req: Request<Params>, res: Response): Promise<void> => {
    const link = await openedLink(services, req);
    if (link.purpose === 'answer-search')
      return showSearch(services, req, res, await linkedTask(services, req));
    const ids = link.target.split(',');
    const rows = (await services.register.documents.ofCase(link.reference)).filter(({ id }) =>
      ids.includes(id),
    );
    res.render('links/download', {
      reference: link.reference,
      // Recipients and others are sent a letter, and nothing that is theirs.
      title: rows.some(({ purpose }) => copies.includes(purpose)) ? 'Your information' : 'A letter for you',
      expiresAt: link.expiresAt,
      base: `/links/${req.params.token}`,
      files: rows.map((row) => ({
        id: row.id,
        title: titles[row.purpose] ?? `Item ${row.number}`,
        size: sizeOf(row.bytes),
      })),
    });
  };
}

const copies: readonly string[] = ['bundle', 'bundle-pdf'];

const titles: Readonly<Record<string, string>> = {
  bundle: 'Everything, as a ZIP file',
  'bundle-pdf': 'Everything that can be printed, as one PDF',
  // Of a case's other files only a letter goes behind a link.
  other: 'Our letter',
};

const endings: Readonly<Record<string, string>> = { 'application/zip': '.zip', 'application/pdf': '.pdf' };

/** One of the link's files, under a name that says nothing. The download is recorded. */
export function getFile(services: Services) {
  return async (req: Request<Params & { id: string }>, res: Response): Promise<void> => {
    const link = await openedLink(services, req);
    const { id } = req.params;
    if (link.purpose !== 'download' || !link.target.split(',').includes(id)) throw new NotFound();
    const opened = await services.register.documents.viewByLink(link.id, id);
    const name = `${link.reference}-${opened.row.number}${endings[opened.row.mediaType] ?? ''}`;
    await sendContent(req, res, opened, downloadHeaders(name));
  };
}

/** The data holder's answer: the same task, the same checks, in the name of the system's owner. */
export function postAnswer(services: Services) {
  return async (req: Request<Params>, res: Response): Promise<void> => {
    const body = req.body as Body;
    const token = tokenOf(body);
    if (await answeredBefore(services, req, token)) return res.render('links/answered', { recorded: true });
    const linked = await linkedTask(services, req);
    const { viewer, task } = linked;
    const form = formOfTask(task, null);
    const changed = changedRows(form, body);
    if (changed) return showSearch(services, req, res, linked, { ...changed, token });
    const answers = answersFrom(form, body);
    const finished = await finishTask(services, viewer, { task, page: null, token, answers });
    if (finished.status === 'recorded' || finished.status === 'pending')
      return res.render('links/answered', { recorded: finished.status === 'recorded' });
    await showSearch(services, req, res, linked, { body, finished, token });
  };
}

/** A second press of the same button ends on the same page, although the search is closed by now. */
async function answeredBefore(services: Services, req: Request<Params>, token: string): Promise<boolean> {
  const { reference } = await openedLink(services, req);
  const { organisationId } = await services.register.cases.dossier(reference);
  const known = await services.register.submissions.state(organisationId, token);
  return known?.reference === reference && known.state === 'handled';
}

interface Again {
  readonly body: Body;
  /** Absent where only rows were added or removed. */
  readonly finished?: Finished;
  readonly focus?: RowFocus;
  readonly token: string;
}

async function showSearch(
  services: Services,
  req: Request<Params>,
  res: Response,
  { viewer, task }: LinkedTask,
  again?: Again,
): Promise<void> {
  const form = formOfTask(task, null);
  const { systems } = services.register.organisations.get(viewer.organisationId);
  const system = systems.find(({ id }) => id === task.item);
  const refused = again?.finished?.status === 'refused' ? again.finished.refusal : null;
  const errors = again?.finished?.status === 'invalid' ? again.finished.errors : [];
  const base = `/links/${req.params.token}`;
  res.status(refused ? 409 : errors.length ? 422 : 200).render('links/search', {
    reference: task.reference,
    system: system?.label ?? task.item,
    subject: task.subject,
    wording: task.shows[0]?.text ?? task.request,
    hints: system?.searchHints ?? [],
    refused,
    added: await addedAt(services.register.documents, {
      viewer,
      reference: task.reference,
      ...(task.item ? { foundIn: task.item } : {}),
    }),
    upload: { action: `${base}/documents`, then: `${base}/open` },
    view: formView(form, {
      action: `${base}/open`,
      choices: await choicesOf(form, services.register, { viewer, page: null }),
      errors,
      focus: again?.focus,
      ...(again ? { body: again.body } : {}),
      ...(again && !refused ? { token: again.token } : {}),
    }),
  });
}

/** Ends the visit on this computer; the link itself stays until it expires. */
export function postLeave(req: Request<Params>, res: Response): void {
  delete req.session.link;
  res.render('links/left');
}
