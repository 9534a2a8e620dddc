import type { Request, Response } from 'express';
import { projectChanged } from '../../../forms/impact-assessment/changed';
import { viewerOf } from '../../auth/signed-in';
import { reportChange } from '../../casework/report-change';
import { choicesOf } from '../../forms/options';
import type { Body } from '../../forms/page';
import { answersFrom } from '../../forms/page';
import { tokenOf } from '../../forms/token';
import type { FormViewOptions } from '../../forms/view';
import { formView } from '../../forms/view';
import type { Services } from '../../services';

/** Where any employee says that a project is no longer as it was assessed. */
export function getChanged(services: Services) {
  return (req: Request, res: Response): Promise<void> => show(services, req, res);
}

export function postChanged(services: Services) {
  return async (req: Request, res: Response): Promise<void> => {
    const body = req.body as Body;
    const token = tokenOf(body);
    const answers = answersFrom(projectChanged, body);
    const reported = await reportChange(services, viewerOf(req), { token, answers });
    if (reported.status === 'invalid') {
      res.status(422);
      return show(services, req, res, { body, token, errors: reported.errors });
    }
    req.session.banner =
      reported.status === 'reviewed'
        ? 'Thank you. The assessment of the project is reviewed at once.'
        : `Thank you. It is recorded as ${reported.reference}: the governance officer finds the project’s assessment and looks into it.`;
    res.redirect(303, '/requests');
  };
}

async function show(
  { register }: Services,
  req: Request,
  res: Response,
  given?: Partial<FormViewOptions>,
): Promise<void> {
  const choices = await choicesOf(projectChanged, register, { viewer: viewerOf(req), page: null });
  res.render('parts/form-page', {
    view: formView(projectChanged, { action: '/projects/changed', choices, ...given }),
    backTo: '/requests/new',
    refused: null,
  });
}
