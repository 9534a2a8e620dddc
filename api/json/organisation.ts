import type { Request } from 'express';
import { Router } from 'express';
import type { Profile } from '../../domain/organisation';
import { policyAgainstLaw } from '../../domain/organisation';
import { may } from '../../domain/roles';
import { requires, viewerOf } from '../auth/signed-in';
import { beginChecks } from '../casework/begin-checks';
import type { Services } from '../services';

/** The organisation's profile for programs, and its policy against the law. */
export function organisationJson(services: Services): Router {
  const mayView = requires('organisation.view');
  const profile = (req: Request): Profile =>
    services.register.organisations.get(viewerOf(req).organisationId);
  return Router()
    .get('/organisation', mayView, (req, res) => void res.json({ organisation: profile(req) }))
    .get(
      '/organisation/policy',
      mayView,
      (req, res) => void res.json({ rows: policyAgainstLaw(profile(req)) }),
    )
    .get('/organisation/processing-records', mayView, (req, res) => {
      res.json({ records: profile(req).processingRecords });
    })
    .get('/organisation/automated-decisions', mayView, async (req, res) => {
      const viewer = viewerOf(req);
      const reads = may(viewer.roles, 'case.list');
      const checks = reads ? await services.register.cases.decisionChecks(viewer) : null;
      res.json({ decisions: profile(req).automatedDecisions, checks });
    })
    .post(
      '/organisation/automated-decisions/:decision/checks',
      requires('decision.check'),
      async (req, res) => {
        const begun = await beginChecks(services, viewerOf(req), String(req.params.decision));
        res
          .status(begun.repeated ? 200 : 201)
          .location(`/api/v1/cases/${begun.reference}`)
          .json(begun);
      },
    );
}
