import type { RequestHandler } from 'express';
import { may } from '../../../domain/roles';
import { viewerOf } from '../../auth/signed-in';
import type { Services } from '../../services';

/**
 * Mails name the case, because they go out before there is a task. Whoever may not read it is led to the work on it that
 * waits for them: to the one task, or to their list where there are several.
 */
export function toOwnWork({ register }: Pick<Services, 'register'>): RequestHandler {
  return async (req, res, next) => {
    const viewer = viewerOf(req);
    const reference = String(req.params.reference);
    if (may(viewer.roles, 'case.view') || (await register.cases.follows(viewer, reference))) return next();
    const theirs = (await register.cases.myTasks(viewer)).filter((task) => task.reference === reference);
    const [only, ...others] = theirs;
    if (!only) return next();
    res.redirect(303, others.length > 0 ? '/' : `/cases/${reference}/tasks/${only.id}`);
  };
}
