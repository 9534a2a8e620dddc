import type { Request, RequestHandler, Response } from 'express';
import { Router } from 'express';
import { policyAgainstLaw, verdictTexts } from '../../../domain/organisation';
import type { PolicyVerdict, Profile } from '../../../domain/organisation';
import { requires, viewerOf } from '../../auth/signed-in';
import { csvOf } from '../../presentation/csv';
import type { Services } from '../../services';
import { decisionViews } from './automated-decisions';
import { checksOf, postChecks } from './checks';
import { overviewOf } from './overview';
import { recordViews } from './records';

/** The organisation as its profile describes it, for those who must be able to prove it. */
export function organisationRouter(services: Services): Router {
  const mayView = requires('organisation.view');
  const shows = (view: string, of: (profile: Profile) => object): RequestHandler => {
    return (req: Request, res: Response) => res.render(view, of(profileOf(services, req)));
  };
  return Router()
    .get('/organisation', mayView, shows('organisation/overview', overviewOf))
    .get('/organisation/policy', mayView, shows('organisation/policy', policyOf))
    .get('/organisation/policy.csv', mayView, (req, res) => {
      res
        .attachment('policy-against-law.csv')
        .type('text/csv')
        .send(policyTable(profileOf(services, req)));
    })
    .get(
      '/organisation/processing-records',
      mayView,
      shows('organisation/records', (one) => ({ records: recordViews(one) })),
    )
    .get('/organisation/automated-decisions', mayView, async (req, res) => {
      const profile = profileOf(services, req);
      const checks = await checksOf(services, viewerOf(req), profile.automatedDecisions);
      res.render('organisation/automated-decisions', { decisions: decisionViews(profile, checks) });
    })
    .post(
      '/organisation/automated-decisions/:decision/checks',
      requires('decision.check'),
      postChecks(services),
    );
}

const profileOf = ({ register }: Services, req: Request): Profile =>
  register.organisations.get(viewerOf(req).organisationId);

const colours: Readonly<Record<PolicyVerdict, string>> = {
  stricter: 'govuk-tag--green',
  equal: 'govuk-tag--grey',
  'law-applied': 'govuk-tag--red',
  'law-suffices': 'govuk-tag--blue',
  capped: 'govuk-tag--yellow',
  'policy-alone': 'govuk-tag--grey',
  silent: 'govuk-tag--grey',
};

const policyOf = (profile: Profile): object => ({
  policy: profile.policy,
  rows: policyAgainstLaw(profile).map((row) => ({
    ...row,
    verdict: { text: verdictTexts[row.verdict], classes: `${colours[row.verdict]} app-tag--long` },
  })),
});

const policyTable = (profile: Profile): string =>
  csvOf(
    ['Point', 'Section', 'The policy says', 'The law says', 'Article', 'Applied', 'Why', 'Verdict'],
    policyAgainstLaw(profile).map((row) => [
      row.title,
      row.section,
      row.policySays,
      row.law,
      row.article,
      row.applied,
      row.why,
      verdictTexts[row.verdict],
    ]),
  );
