import type { Request } from 'express';
import { Router } from 'express';
import type { Profile } from '../../domain/organisation';
import { policyAgainstLaw } from '../../domain/organisation';
import { requires, viewerOf } from '../auth/signed-in';
import type { Services } from '../services';

/** The organisation's profile for programs, and its policy against the law. */
export function organisationJson({ register }: Services): Router {
  const mayView = requires('organisation.view');
  const profile = (req: Request): Profile => register.organisations.get(viewerOf(req).organisationId);
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
    .get('/organisation/automated-decisions', mayView, (req, res) => {
      res.json({ decisions: profile(req).automatedDecisions });
    });
}
