import type { Request, Response } from 'express';
import { Router } from 'express';
import { sectionNamed, sections } from '../../forms/impact-assessment/sections';
import { publishedSummary } from '../../templates/impact-assessment/summary';
import { projectChanged } from '../../forms/impact-assessment/changed';
import { readsCase } from '../auth/case-access';
import { requires, viewerOf } from '../auth/signed-in';
import { reportChange } from '../casework/report-change';
import { beginningOf, NOTHING, saveSection, sourcesIn, versionsOf } from '../casework/sections';
import { NotFound } from '../errors';
import { approvedOnly, assessmentOf } from '../presentation/assessment';
import { openAssessment } from '../routes/assessments/opened';
import { assessmentsFor } from '../routes/assessments/register';
import type { Services } from '../services';
import { answerJson } from './answer';
import { handedIn } from './body';

/** Impact assessments for programs: the log, one whole, its summary, and its sections. */
export function assessmentsJson(services: Services): Router {
  const mayView = readsCase(services, 'case.view');
  const at = '/cases/:reference/assessment';
  return Router()
    .post('/projects/changed', requires('case.report-risk-change'), changed(services))
    .get('/registers/impact-assessments', requires('case.list'), log(services))
    .get(at, mayView, show(services))
    .get(`${at}/summary`, mayView, summary(services))
    .get(`${at}/:section`, mayView, section(services))
    .post(`${at}/:section`, mayView, save(services));
}

/** 200 where an assessment is reviewed; 201 with the reference of the case in which it is found first. */
const changed =
  (services: Services) =>
  async (req: Request, res: Response): Promise<void> => {
    const { id, answers } = handedIn(
      req,
      projectChanged.fields.map(({ name }) => name),
    );
    const reported = await reportChange(services, viewerOf(req), { token: id, answers });
    if (reported.status === 'invalid') return answerJson(res, reported, { id, reference: '' });
    res.status(reported.status === 'reviewed' ? 200 : 201).json({ id, ...reported });
  };

const log =
  (services: Services) =>
  async (req: Request, res: Response): Promise<void> =>
    void res.json({ assessments: await assessmentsFor(services, req) });

const show =
  (services: Services) =>
  async (req: Request, res: Response): Promise<void> => {
    const { viewer, page } = await openAssessment(services, req);
    const whole = await assessmentOf(services, viewer, page);
    // The pictures are for people; the table of risks says the same.
    res.json({ ...whole, matrixBefore: undefined, matrixAfter: undefined });
  };

const summary =
  (services: Services) =>
  async (req: Request, res: Response): Promise<void> => {
    const { viewer, page } = await openAssessment(services, req);
    const whole = await approvedOnly(services, viewer, page);
    const { title, organisation, sections: published, count, outcome } = publishedSummary(whole);
    res.json({ title, organisation, sections: published, count, outcome });
  };

/** Every version of a section, oldest first; what a form begins with; `basedOn` is what the next save is to send. */
const section =
  (services: Services) =>
  async (req: Request, res: Response): Promise<void> => {
    const { viewer, page } = await openAssessment(services, req);
    const name = nameIn(req);
    const versions = await versionsOf(services, page, name);
    const starting = await beginningOf(services, viewer, page, { section: name, ...sourcesIn(req) });
    res.json({ versions, starting, basedOn: versions.at(-1)?.id ?? NOTHING });
  };

/** Saves a section. 409 `changed` with the other text where somebody saved it meanwhile: nothing was stored. */
const save =
  (services: Services) =>
  async (req: Request, res: Response): Promise<void> => {
    const { viewer, page } = await openAssessment(services, req);
    const name = nameIn(req);
    const fields = [...sections[name].fields.map((field) => field.name), 'basedOn'];
    const { id, answers } = handedIn(req, fields);
    const { basedOn = NOTHING, ...rest } = answers;
    const saved = await saveSection(services, viewer, {
      ...{ page, section: name, token: id, answers: rest, basedOn: String(basedOn) },
    });
    if (saved.status !== 'changed') return answerJson(res, saved, { id, reference: page.reference });
    const message =
      'Somebody has saved this section meanwhile. Bring the two together, and send “basedOn” anew.';
    res.status(409).json({ error: { code: 'changed', message, id, meanwhile: saved.meanwhile } });
  };

function nameIn({ params }: Request) {
  const name = sectionNamed(String(params.section));
  if (!name) throw new NotFound('An assessment has no such section.');
  return name;
}
