import type { Request, Response } from 'express';
import { isReportOfChange } from '../../../domain/cases/impact-assessment';
import type { Finished } from '../../casework/finish-task';
import type { OpenedCase } from '../../casework/open-case';
import { openCase } from '../../casework/open-case';
import { haveReviewed, mayHaveReviewed, reviewFormOf } from '../../casework/review-assessment';
import { Forbidden, NotFound } from '../../errors';
import { choicesOf } from '../../forms/options';
import type { Body } from '../../forms/page';
import { answersFrom } from '../../forms/page';
import { tokenOf } from '../../forms/token';
import { formView } from '../../forms/view';
import { caseHeader } from '../../presentation/case-header';
import type { Services } from '../../services';
import { answer } from '../cases/answer';

/** One click on the breach's page: the assessment chosen there is reviewed. */
export function postReview(services: Services) {
  return async (req: Request, res: Response): Promise<void> => {
    const opened = await openBreach(services, req);
    const { viewer, page } = opened;
    const body = req.body as Body;
    const token = tokenOf(body);
    const answers = answersFrom(reviewFormOf(page), body);
    const finished = await haveReviewed(services, viewer, { page, token, answers });
    await answer(req, res, finished, {
      // What is still on its way belongs to the assessment.
      ...{ token, reference: String(answers.assessment), next: `/cases/${page.reference}` },
      done: 'Done: the assessment is reviewed, and the two cases are linked.',
      again: (again) => show(services, req, res, opened, { body, finished, token: again }),
    });
  };
}

/** The breach, or the report of a change, of the address. 404 for any other case, 403 for a viewer who may not have an assessment reviewed. */
export async function openBreach(services: Services, req: Request): Promise<OpenedCase> {
  const opened = await openCase(services, req);
  const { kind, facts } = opened.page;
  if (kind !== 'breach' && !isReportOfChange(facts))
    throw new NotFound('This case is neither a breach nor a report of a change.');
  if (!mayHaveReviewed(opened.viewer, opened.page)) throw new Forbidden('Your role does not allow this.');
  return opened;
}

async function show(
  services: Services,
  req: Request,
  res: Response,
  { viewer, page }: OpenedCase,
  { body, finished, token }: { body: Body; finished: Finished; token: string | undefined },
): Promise<void> {
  const form = reviewFormOf(page);
  const choices = await choicesOf(form, services.register, { viewer, page });
  res.render('cases/action', {
    title: `${form.title} – ${page.reference}`,
    header: caseHeader(services, viewer, page, 'overview'),
    refusal: finished.status === 'refused' ? finished.refusal : null,
    form: formView(form, {
      ...{ action: req.originalUrl, choices, body, token },
      errors: finished.status === 'invalid' ? finished.errors : [],
    }),
    typed: false,
  });
}
