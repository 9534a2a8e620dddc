import type { Request, Response } from 'express';
import type { CaseKind } from '../../../domain/cases/kinds';
import { linkedKinds, knownFrom } from '../../casework/linked';
import { logRequest } from '../../casework/log-request';
import { loggingForm } from '../../casework/logging-form';
import type { OpenedCase } from '../../casework/open-case';
import { openCase } from '../../casework/open-case';
import { Forbidden } from '../../errors';
import { choicesOf } from '../../forms/options';
import type { Body } from '../../forms/page';
import { answersFrom, bodyOf, typed } from '../../forms/page';
import { changedRows } from '../../forms/rows';
import { tokenOf } from '../../forms/token';
import type { FormViewOptions } from '../../forms/view';
import { formView } from '../../forms/view';
import { caseHeader } from '../../presentation/case-header';
import type { Services } from '../../services';
import { afterLogging } from '../requests/logged';
import { askWho, kindOf } from '../requests/new';

/** The log page of another kind, with what is known from this case filled in. */
export function getOpenLinked(services: Services) {
  return async (req: Request, res: Response): Promise<void> => {
    const opened = await openCase(services, req);
    const kind = linkedKind(opened, req);
    const known = knownFrom(services, opened.page, kind);
    await show(services, req, res, opened, kind, { body: bodyOf(loggingForm(kind), known) });
  };
}

export function postOpenLinked(services: Services) {
  return async (req: Request, res: Response): Promise<void> => {
    const opened = await openCase(services, req);
    const { viewer, page } = opened;
    const kind = linkedKind(opened, req);
    const form = loggingForm(kind);
    const body = req.body as Body;
    const token = tokenOf(body);
    const changed = changedRows(form, body);
    if (changed) return show(services, req, res, opened, kind, { ...changed, token });
    const answers = answersFrom(form, body);
    const person = typed(body, 'person') || undefined;
    const logged = await logRequest(services, viewer, { kind, token, answers, person, from: page });
    if (logged.status === 'opened') return afterLogging(services, req, res, logged);
    if (logged.status === 'similar') return askWho(req, res, { body, cases: logged.cases });
    res.status(422);
    await show(services, req, res, opened, kind, { body, token, errors: logged.errors });
  };
}

/** 404 for a kind that does not exist, 403 for one that the viewer may not open from this case. */
export function linkedKind({ viewer, page }: OpenedCase, req: Request): CaseKind {
  const kind = kindOf({ params: { kind: String(req.params.kind) } });
  if (!linkedKinds(viewer, page).includes(kind))
    throw new Forbidden('Such a case cannot be opened from this one, or your role does not allow it.');
  return kind;
}

async function show(
  services: Services,
  req: Request,
  res: Response,
  { viewer, page }: OpenedCase,
  kind: CaseKind,
  given: Partial<FormViewOptions>,
): Promise<void> {
  const form = loggingForm(kind);
  const choices = await choicesOf(form, services.register, { viewer, page });
  res.render('cases/open-linked', {
    title: `${form.title} – ${page.reference}`,
    header: caseHeader(services, viewer, page, 'overview'),
    form: formView(form, { action: req.originalUrl, choices, ...given }),
  });
}
