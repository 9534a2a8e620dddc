import type { Request, Response } from 'express';
import { Router } from 'express';
import { trendsOf } from '../../domain/cases/breach/trends';
import { reviewAfterBreach } from '../../forms/breach/review';
import { readsCase } from '../auth/case-access';
import { requires, viewerOf } from '../auth/signed-in';
import { haveReviewed } from '../casework/review-assessment';
import { openBreach } from '../routes/breaches/review';
import type { Services } from '../services';
import { answerJson } from './answer';
import { handedIn } from './body';

/** Breaches for programs: the register (Art 33(5)), what it shows in sum, and the assessment that one calls into question. */
export function breachesJson(services: Services): Router {
  const mayRead = requires('breach.register');
  return Router()
    .get('/registers/breaches', mayRead, register(services))
    .get('/registers/breaches/trends', mayRead, trends(services))
    .post('/cases/:reference/review-assessment', readsCase(services, 'case.view'), review(services));
}

const register =
  (services: Services) =>
  async (req: Request, res: Response): Promise<void> =>
    void res.json({ breaches: await services.register.breaches.register(viewerOf(req)) });

const trends =
  (services: Services) =>
  async (req: Request, res: Response): Promise<void> =>
    void res.json(trendsOf(await services.register.breaches.register(viewerOf(req))));

/** `{ "answers": { "assessment": reference } }`; 409 where it is being reviewed or written already. */
const review =
  (services: Services) =>
  async (req: Request, res: Response): Promise<void> => {
    const { viewer, page } = await openBreach(services, req);
    const { id, answers } = handedIn(
      req,
      reviewAfterBreach.fields.map(({ name }) => name),
    );
    const done = await haveReviewed(services, viewer, { page, token: id, answers });
    answerJson(res, done, { id, reference: String(answers.assessment) });
  };
