import type { Request, Response } from 'express';
import { Router } from 'express';
import type { ActionName } from '../../domain/cases/process';
import { may } from '../../domain/roles';
import { actionForm } from '../../forms/registry';
import { readsCase } from '../auth/case-access';
import { requires, viewerOf } from '../auth/signed-in';
import { carriedOutIn } from '../casework/carried-out';
import { restrictedUsesIn } from '../casework/restricted-uses';
import { knownFrom } from '../casework/linked';
import type { Logged } from '../casework/log-request';
import { logRequest } from '../casework/log-request';
import { loggedKinds, loggingForm } from '../casework/logging-form';
import { openCase } from '../casework/open-case';
import { actingRole, actionOf, offeredActions } from '../casework/rules';
import { takeAction } from '../casework/take-action';
import { Forbidden, NotFound } from '../errors';
import { linkedKind } from '../routes/cases/open-linked';
import { readQuery, toWorklist } from '../routes/work/query';
import type { Services } from '../services';
import { answerJson } from './answer';
import { handedIn } from './body';

/** Cases for programs: what the pages show and do, in JSON. */
export function casesJson(services: Services): Router {
  const mayView = readsCase(services, 'case.view');
  const at = '/cases/:reference';
  return Router()
    .get('/cases', requires('case.list'), list(services))
    .post('/cases/:kind', requires('case.log', 'request.hand-in'), log(services))
    .get(at, mayView, show(services))
    .post(`${at}/open/:kind`, mayView, openLinked(services))
    .get(`${at}/clock`, mayView, clock(services))
    .get(`${at}/events`, mayView, events(services))
    .post(`${at}/actions/:action`, mayView, act(services))
    .get(`${at}/submissions/:id`, submission(services));
}

const list =
  ({ register }: Services) =>
  async (req: Request, res: Response): Promise<void> =>
    void res.json(await register.cases.worklist(viewerOf(req), toWorklist(readQuery(req.query))));

const log =
  (services: Services) =>
  async (req: Request<{ kind: string }>, res: Response): Promise<void> => {
    const kind = loggedKinds.find((one) => one === req.params.kind);
    if (!kind) throw new NotFound('There is no such kind of request.');
    const viewer = viewerOf(req);
    const { id, answers, person } = handedIn(req, namesOf(loggingForm(kind)));
    const logged = await logRequest(services, viewer, { kind, token: id, answers, person });
    answerLogged(res, logged, id);
  };

/** A case linked to this one. What is known from there need not be sent again. */
const openLinked =
  (services: Services) =>
  async (req: Request, res: Response): Promise<void> => {
    const opened = await openCase(services, req);
    const kind = linkedKind(opened, req);
    const form = loggingForm(kind);
    const { id, answers, person } = handedIn(req, namesOf(form));
    const known = knownFrom(services, opened.page, kind);
    const logged = await logRequest(services, opened.viewer, {
      ...{ kind, token: id, person, from: opened.page },
      answers: { ...known, ...answers },
    });
    answerLogged(res, logged, id);
  };

function answerLogged(res: Response, logged: Logged, id: string): void {
  if (logged.status === 'invalid') return answerJson(res, logged, { id, reference: '' });
  if (logged.status === 'similar') {
    const message =
      'Nothing is stored yet: somebody like this is on record. Send “person”: their id, or “new”.';
    return void res.status(409).json({ error: { code: 'similar-people', message, cases: logged.cases } });
  }
  const { reference, warnings, repeated } = logged.opened;
  res
    .status(repeated ? 200 : 201)
    .location(`/api/v1/cases/${reference}`)
    .json({ id, reference, references: logged.references, warnings, started: logged.started });
}

const show =
  (services: Services) =>
  async (req: Request, res: Response): Promise<void> => {
    const { viewer, page } = await openCase(services, req);
    const mayKnow = may(viewer.roles, 'person.view');
    res.json({
      ...page,
      subject: mayKnow ? page.subject : null,
      requester: mayKnow ? page.requester : null,
      carriedOut: carriedOutIn(services, page),
      restrictedUses: await restrictedUsesIn(services, viewer, page),
      actions: offeredActions(page, viewer, services.now().toISOString()),
    });
  };

const clock =
  (services: Services) =>
  async (req: Request, res: Response): Promise<void> => {
    const { viewer, page } = await openCase(services, req);
    res.json({ deadlines: await services.register.cases.deadlines(viewer, page.reference) });
  };

const events =
  (services: Services) =>
  async (req: Request, res: Response): Promise<void> => {
    const { viewer, page } = await openCase(services, req);
    res.json({ events: await services.register.cases.events(viewer, page.reference) });
  };

const act =
  (services: Services) =>
  async (req: Request, res: Response): Promise<void> => {
    const { viewer, page } = await openCase(services, req);
    const action = String(req.params.action) as ActionName;
    if (!actionOf(page, action)) throw new NotFound('This kind of case has no such action.');
    if (actingRole(viewer, action) === null) throw new Forbidden('Your role does not allow this action.');
    const { id, answers } = handedIn(req, namesOf(actionForm(action)));
    const done = await takeAction(services, viewer, { page, action, token: id, answers });
    answerJson(res, done, { id, reference: page.reference });
  };

/** What became of something that was handed in. */
const submission =
  ({ register }: Services) =>
  async (req: Request<{ reference: string; id: string }>, res: Response): Promise<void> => {
    const viewer = viewerOf(req);
    const known = await register.submissions.state(viewer.organisationId, req.params.id);
    if (!known || known.reference !== req.params.reference || known.actorId !== viewer.staffId)
      throw new NotFound();
    const { id, state, refusal, storedAt } = known;
    res.json({ id, state, refusal, storedAt });
  };

const namesOf = ({ fields }: { fields: readonly { name: string }[] }): string[] =>
  fields.map(({ name }) => name);
