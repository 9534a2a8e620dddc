import type { Request, Response } from 'express';
import { Router } from 'express';
import { BadRequest } from '../errors';
import { viewerOf } from './signed-in';

/** For staff who work for several organisations: each session is for one of them at a time. */
export function chooseOrganisationRouter(): Router {
  return Router().get('/choose-organisation', get).post('/choose-organisation', post);
}

function get(req: Request, res: Response): void {
  viewerOf(req);
  res.render('auth/choose-organisation');
}

function post(req: Request, res: Response): void {
  const { affiliations } = viewerOf(req);
  const { organisation } = req.body as { organisation?: unknown };
  const chosen = affiliations.find(({ organisationId }) => organisationId === organisation);
  if (!chosen) throw new BadRequest('Choose one of your organisations.');
  req.session.organisationId = chosen.organisationId;
  const { returnTo } = req.session;
  delete req.session.returnTo;
  res.redirect(303, returnTo ?? '/');
}
