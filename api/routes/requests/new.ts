import type { Request, Response } from 'express';
import type { Stage } from '../../../domain/cases/definition';
import type { CaseKind } from '../../../domain/cases/kinds';
import { may } from '../../../domain/roles';
import type { SimilarCase } from '../../../register/intake';
import { projectChanged } from '../../../forms/impact-assessment/changed';
import { viewerOf } from '../../auth/signed-in';
import { logRequest } from '../../casework/log-request';
import { loggedKinds, loggingForm, matterKinds, personKinds } from '../../casework/logging-form';
import { NotFound } from '../../errors';
import { choicesOf } from '../../forms/options';
import type { Body } from '../../forms/page';
import { answersFrom, typed } from '../../forms/page';
import { changedRows } from '../../forms/rows';
import { tokenOf } from '../../forms/token';
import type { FormViewOptions } from '../../forms/view';
import { formView } from '../../forms/view';
import { kindTitle, outcomeTitle, stageTitles } from '../../presentation/words';
import type { Services } from '../../services';
import { afterLogging, outOfHours } from './logged';

type KindRequest = Request<{ kind: string }>;

/** What sort of case it is; straight to the form where there is only one. */
export function getKinds(_req: Request, res: Response): void {
  const [only, ...others] = loggedKinds;
  if (only && others.length === 0) return res.redirect(303, `/requests/new/${only}`);
  const linked = (kinds: readonly CaseKind[]) =>
    kinds.map((kind) => ({ href: `/requests/new/${kind}`, text: kindTitle(kind) }));
  const groups = [
    {
      title: 'Something went wrong',
      hint: 'Personal data was lost, seen by somebody or sent where it should not be, or cannot be reached. Report it at once, even if you are not sure.',
      kinds: linked(matterKinds.filter((kind) => kind === 'breach')),
    },
    {
      title: 'Somebody asks or complains',
      hint: 'By any channel, in any words: nobody has to name a law.',
      kinds: linked(personKinds),
    },
    {
      title: 'A project',
      hint: 'Before personal data is used in a new way, and when a project is no longer as it was assessed.',
      kinds: [
        ...linked(matterKinds.filter((kind) => kind !== 'breach')),
        { href: '/projects/changed', text: projectChanged.title },
      ],
    },
  ].filter(({ kinds }) => kinds.length > 0);
  res.render('requests/kinds', { title: 'Start a case', groups });
}

export function getNew(services: Services) {
  return async (req: KindRequest, res: Response): Promise<void> => {
    await show(services, req, res, kindOf(req));
  };
}

export function postNew(services: Services) {
  return async (req: KindRequest, res: Response): Promise<void> => {
    const kind = kindOf(req);
    const form = loggingForm(kind);
    const body = req.body as Body;
    const token = tokenOf(body);
    const changed = changedRows(form, body);
    if (changed) return show(services, req, res, kind, { ...changed, token });
    const person = typed(body, 'person') || undefined;
    const answers = answersFrom(form, body);
    const logged = await logRequest(services, viewerOf(req), { kind, token, answers, person });
    if (logged.status === 'invalid') {
      res.status(422);
      return show(services, req, res, kind, { body, token, errors: logged.errors });
    }
    if (logged.status === 'similar') return askWho(req, res, { body, cases: logged.cases });
    await afterLogging(services, req, res, logged);
  };
}

/** Part of a page: who the name being typed may belong to. */
export function postMatches({ register }: Services) {
  return async (req: Request, res: Response): Promise<void> => {
    const hits = await register.people.search(viewerOf(req), typed(req.body as Body, 'text'), 5);
    res.render('requests/matches', { hits });
  };
}

/** The kind of the address. Throws NotFound for one that the product does not open. */
export function kindOf({ params }: { readonly params: { readonly kind?: string } }): CaseKind {
  const kind = loggedKinds.find((one) => one === params.kind);
  if (!kind) throw new NotFound('There is no such kind of request.');
  return kind;
}

async function show(
  { register }: Services,
  req: KindRequest,
  res: Response,
  kind: CaseKind,
  given?: Partial<FormViewOptions>,
): Promise<void> {
  const viewer = viewerOf(req);
  const form = loggingForm(kind);
  const choices = await choicesOf(form, register, { viewer, page: null });
  const asksName = form.fields.some(({ name }) => name === 'subjectName');
  res.render('requests/new', {
    title: form.title,
    call: outOfHours(register.organisations.get(viewer.organisationId), kind),
    form: formView(form, { action: `/requests/new/${kind}`, choices, ...given }),
    matches: asksName && may(viewer.roles, 'person.search') ? '/requests/matches' : null,
  });
}

/** Somebody like this is on record: the same person, or somebody else? Everything typed goes along unseen. */
export function askWho(
  req: Request,
  res: Response,
  { body, cases }: { body: Body; cases: readonly SimilarCase[] },
) {
  const kept = Object.entries(body)
    .filter(([name]) => name !== '_csrf' && name !== 'person')
    .flatMap(([name, value]) => [value].flat().map((one) => ({ name, value: String(one) })));
  const people = new Map(cases.map(({ subjectId, subjectName }) => [subjectId, subjectName]));
  res.render('requests/similar', {
    title: 'Is it one of these people?',
    action: req.originalUrl,
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
