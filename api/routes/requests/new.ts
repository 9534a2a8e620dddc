import type { Request, Response } from 'express';
import type { CaseKind } from '../../../domain/cases/kinds';
import { openKinds } from '../../../domain/cases/registry';
import { may } from '../../../domain/roles';
import { logForm } from '../../../forms/registry';
import type { FieldError } from '../../../forms/form';
import type { SimilarCase } from '../../../register/intake';
import { viewerOf } from '../../auth/signed-in';
import { logRequest } from '../../casework/log-request';
import { NotFound } from '../../errors';
import { choicesOf } from '../../forms/options';
import type { Body } from '../../forms/page';
import { answersFrom, typed } from '../../forms/page';
import { tokenOf } from '../../forms/token';
import { formView } from '../../forms/view';
import { kindTitle, outcomeTitle, stageTitles } from '../../presentation/words';
import type { Stage } from '../../../domain/cases/definition';
import type { Services } from '../../services';

type KindRequest = Request<{ kind: string }>;

/** Which kind of request it is; straight to the form where there is only one. */
export function getKinds(_req: Request, res: Response): void {
  const [only, ...others] = openKinds;
  if (only && others.length === 0) return res.redirect(303, `/requests/new/${only}`);
  const kinds = openKinds.map((kind) => ({ href: `/requests/new/${kind}`, text: kindTitle(kind) }));
  res.render('requests/kinds', { title: 'What sort of request is it?', kinds });
}

export function getNew(services: Services) {
  return async (req: KindRequest, res: Response): Promise<void> => {
    await show(services, req, res, kindOf(req));
  };
}

export function postNew(services: Services) {
  return async (req: KindRequest, res: Response): Promise<void> => {
    const viewer = viewerOf(req);
    const kind = kindOf(req);
    const body = req.body as Body;
    const token = tokenOf(body);
    const person = typed(body, 'person') || undefined;
    const answers = answersFrom(logForm(kind), body);
    const logged = await logRequest(services, viewer, { kind, token, answers, person });
    if (logged.status === 'invalid') {
      res.status(422);
      return show(services, req, res, kind, { body, token, errors: logged.errors });
    }
    if (logged.status === 'similar') return askWho(req, res, { body, kind, cases: logged.cases });
    const { reference } = logged.opened;
    req.session.banner = logged.started
      ? `Logged as ${reference}.`
      : `Logged as ${reference}. The next steps begin by themselves as soon as the engine is back.`;
    res.redirect(303, may(viewer.roles, 'case.view') ? `/cases/${reference}` : '/requests');
  };
}

/** Part of a page: who the name being typed may belong to. */
export function postMatches({ register }: Services) {
  return async (req: Request, res: Response): Promise<void> => {
    const hits = await register.people.search(viewerOf(req), typed(req.body as Body, 'text'), 5);
    res.render('requests/matches', { hits });
  };
}

function kindOf({ params }: KindRequest): CaseKind {
  const kind = openKinds.find((one) => one === params.kind);
  if (!kind) throw new NotFound('There is no such kind of request.');
  return kind;
}

interface Typed {
  readonly body: Body;
  readonly token: string;
  readonly errors: readonly FieldError[];
}

async function show(
  { register }: Services,
  req: KindRequest,
  res: Response,
  kind: CaseKind,
  given?: Typed,
): Promise<void> {
  const viewer = viewerOf(req);
  const form = logForm(kind);
  const choices = await choicesOf(form, register, { viewer, page: null });
  res.render('requests/new', {
    title: form.title,
    form: formView(form, { action: `/requests/new/${kind}`, choices, ...given }),
    matches: may(viewer.roles, 'person.search') ? '/requests/matches' : null,
  });
}

/** Somebody like this is on record: the same person, or somebody else? Everything typed goes along unseen. */
function askWho(
  req: Request,
  res: Response,
  { body, kind, cases }: { body: Body; kind: CaseKind; cases: readonly SimilarCase[] },
) {
  const kept = Object.entries(body)
    .filter(([name]) => name !== '_csrf' && name !== 'person')
    .flatMap(([name, value]) => [value].flat().map((one) => ({ name, value: String(one) })));
  const people = new Map(cases.map(({ subjectId, subjectName }) => [subjectId, subjectName]));
  res.render('requests/similar', {
    title: 'Is it one of these people?',
    action: `/requests/new/${kind}`,
    kept,
    cases: cases.map((one) => ({
      ...one,
      kindTitle: kindTitle(one.kind),
      stageTitle: stageTitles[one.stage as Stage] ?? outcomeTitle(one.kind, one.stage),
    })),
    people: [...people].map(([id, name]) => ({
      id,
      name,
      cases: cases.filter(({ subjectId }) => subjectId === id),
    })),
  });
}
