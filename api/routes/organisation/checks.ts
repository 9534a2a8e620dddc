import type { Request, Response } from 'express';
import type { AutomatedDecision } from '../../../domain/organisation';
import { may } from '../../../domain/roles';
import type { DecisionCheckRow } from '../../../register/cases';
import type { SignedIn } from '../../auth/signed-in';
import { viewerOf } from '../../auth/signed-in';
import { beginChecks } from '../../casework/begin-checks';
import { shortDate } from '../../presentation/dates';
import type { Services } from '../../services';

/** Where the regular checks of a decision stand. */
export interface ChecksView {
  /** The running case; null where none runs. */
  readonly reference: string | null;
  readonly text: string;
  /** The address to begin them at, for those who may. */
  readonly begin: string | null;
}

/** Where the checks of each decision stand, by its id; empty for those who may not read cases. */
export async function checksOf(
  { register }: Services,
  viewer: SignedIn,
  decisions: readonly AutomatedDecision[],
): Promise<ReadonlyMap<string, ChecksView>> {
  if (!may(viewer.roles, 'case.list')) return new Map();
  const rows = await register.cases.decisionChecks(viewer);
  const begins = may(viewer.roles, 'decision.check');
  return new Map(
    decisions.map(({ id }) => {
      const [last] = rows.filter(({ decision }) => decision === id);
      const begin = begins ? `/organisation/automated-decisions/${id}/checks` : null;
      if (!last) return [id, { ...notBegun, begin }];
      return [id, last.closed ? { ...ended(last), begin } : viewOf(last)];
    }),
  );
}

const notBegun: ChecksView = {
  reference: null,
  text: 'The first check is opened by itself within a minute or two.',
  begin: null,
};

const ended = ({ reference }: DecisionCheckRow): ChecksView => ({
  reference,
  text: 'The checks have ended, because no machine takes the decision any more. If that is so, take it out of the profile.',
  begin: null,
});

const viewOf = (row: DecisionCheckRow): ChecksView => ({
  reference: row.reference,
  text: [standing(row), lastFound(row)].filter((text) => text !== '').join(' '),
  begin: null,
});

function standing({ stage, dueOn, nextOn }: DecisionCheckRow): string {
  if (stage === 'in-force') return `Next check on ${shortDate(nextOn)}.`;
  const by = dueOn ? `, due by ${shortDate(dueOn)}` : '';
  return stage === 'carrying-out' ? `A concern is being put right${by}.` : `A check is to be made${by}.`;
}

const findings = { 'as-intended': 'it works as intended', concern: 'a concern', retired: 'no longer taken' };

const lastFound = ({ last }: DecisionCheckRow): string =>
  last ? `Last check on ${shortDate(last.on)}: ${findings[last.outcome]}.` : '';

/** Begins the checks, and leads to their case. */
export function postChecks(services: Services) {
  return async (req: Request, res: Response): Promise<void> => {
    const begun = await beginChecks(services, viewerOf(req), String(req.params.decision));
    req.session.banner = begun.repeated
      ? `The checks are under way as ${begun.reference}.`
      : begun.started
        ? `The checks have begun as ${begun.reference}.`
        : `${begun.reference} is on record. The checks begin by themselves as soon as the engine is back.`;
    res.redirect(303, `/cases/${begun.reference}`);
  };
}
