import type { Request, Response } from 'express';
import { z } from 'zod';
import type { AssessmentRow } from '../../../register/cases';
import { viewerOf } from '../../auth/signed-in';
import { csvOf } from '../../presentation/csv';
import { outcomeTitle, stageTitles } from '../../presentation/words';
import type { Services } from '../../services';

const states = ['all', 'under-way', 'in-force', 'not-required', 'closed'] as const;

/** What the address says of the log. What cannot be read is as if it were not said. */
const schema = z.object({
  state: z.enum(states).catch('all'),
  residual: z.enum(['low', 'medium', 'high']).optional().catch(undefined),
  year: z.coerce.number().int().min(2018).max(2200).optional().catch(undefined),
  measures: z.literal('open').optional().catch(undefined),
});
type Query = z.infer<typeof schema>;

/** The central log of impact assessments: required or not, every one is in it. */
export function getRegister(services: Services) {
  return async (req: Request, res: Response): Promise<void> => {
    const query = schema.parse(req.query);
    const all = await services.register.cases.assessments(viewerOf(req));
    const rows = all.filter((row) => suits(row, query));
    const parameters = new URLSearchParams(
      Object.entries(query).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, String(value)] as [string, string]],
      ),
    );
    res.render('assessments/register', {
      title: 'Log of impact assessments',
      query,
      rows: rows.map((row) => ({ ...row, state: stateOf(row), residualText: residualText(row) })),
      years: [...new Set(all.map(({ startedOn }) => startedOn.slice(0, 4)))],
      csv: `/registers/impact-assessments.csv?${parameters.toString()}`,
    });
  };
}

export function getRegisterCsv(services: Services) {
  return async (req: Request, res: Response): Promise<void> => {
    const rows = await assessmentsFor(services, req);
    res
      .attachment('impact-assessments.csv')
      .type('text/csv')
      .send(csvOf(heading, rows.map(line)));
  };
}

/** The rows of the log that the address asks for. */
export async function assessmentsFor({ register }: Services, req: Request): Promise<AssessmentRow[]> {
  const query = schema.parse(req.query);
  return (await register.cases.assessments(viewerOf(req))).filter((row) => suits(row, query));
}

const heading = [
  'Reference',
  'Project',
  'Project lead',
  'Started',
  'State',
  'Full assessment required',
  'Risk that remains',
  'Approved',
  'Next review',
  'Measures open',
  'Planned start',
  'Started without approval',
  'Why not required',
  'Closed',
];

const line = (row: AssessmentRow) => [
  ...[row.reference, row.title, row.lead, row.startedOn, stateOf(row)],
  row.required === null ? 'not screened yet' : row.required ? 'yes' : 'no',
  ...[residualText(row), row.approvedOn, row.reviewOn, row.openMeasures],
  ...[row.startsOn, row.startedUnapproved ? 'yes' : 'no', row.notRequiredReasons, row.closedOn],
];

const stateOf = ({ stage, outcome }: AssessmentRow): string =>
  outcomeTitle('impact-assessment', outcome) ?? stageTitles[stage];

const residualText = ({ residual }: AssessmentRow): string =>
  residual === null ? '' : { low: 'Low', medium: 'Medium', high: 'High' }[residual];

function suits(row: AssessmentRow, { state, residual, year, measures }: Query): boolean {
  if (residual !== undefined && row.residual !== residual) return false;
  if (year !== undefined && !row.startedOn.startsWith(`${year}-`)) return false;
  if (measures === 'open' && row.openMeasures === 0) return false;
  switch (state) {
    case 'all':
      return true;
    case 'in-force':
      return row.stage === 'in-force';
    case 'not-required':
      return row.outcome === 'not-required';
    case 'closed':
      return row.outcome !== null;
    case 'under-way':
      return row.outcome === null && row.stage !== 'in-force';
  }
}
