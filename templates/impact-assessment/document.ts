import { londonDate } from '../../domain/calendar';
import type { RiskLevel } from '../../domain/cases/impact-assessment/risk';
import type { Instant, IsoDate } from '../../domain/clock/types';
import type { Profile } from '../../domain/organisation/profile';
import type { AssessmentView, Rated } from '../../forms/impact-assessment/whole';
import { riskMatrix } from './matrix';

/** What the templates of an assessment are rendered with. */
export interface AssessmentDocument {
  readonly reference: string;
  readonly title: string;
  readonly organisation: string;
  readonly date: IsoDate;
  /** Where the drawing of the flow is found, or the picture itself as a data URI, and what it shows. */
  readonly picture: { readonly source: string; readonly text: string } | null;
  readonly method: string;
  readonly standing: AssessmentView['standing'];
  readonly because: readonly string[];
  readonly sections: AssessmentView['sections'];
  readonly risks: readonly RiskLineView[];
  readonly matrixBefore: string;
  readonly matrixAfter: string;
  readonly rounds: readonly { readonly title: string; readonly on: IsoDate; readonly by: string; readonly answers: AssessmentView['sections'][number]['answers'] }[];
  /** For the regulator (Art 36(3)). */
  readonly controller: { readonly name: string; readonly role: string };
  readonly contact: { readonly address: readonly string[]; readonly telephone: string };
  readonly dpo: { readonly name: string; readonly email: string; readonly telephone: string };
  readonly regulator: string;
}

interface RiskLineView {
  readonly number: number;
  readonly source: string;
  readonly impact: string;
  readonly before: string;
  readonly after: string;
  readonly measures: readonly string[];
}

export interface DocumentOf {
  readonly reference: string;
  readonly title: string;
  readonly at: Instant;
  readonly profile: Profile;
  /** Id of the controller whose data it is. */
  readonly controller: string;
  readonly view: AssessmentView;
  /** The source of the picture that the view names; absent where there is none, or it is gone. */
  readonly picture?: string | null;
}

const roles = {
  controller: 'We decide purposes and means, and are the controller.',
  joint: 'We decide purposes and means together with it (Art 26).',
  processor: 'It decides purposes and means; we process for it (Art 28).',
} as const;

/** The assessment as its templates take it. */
export function assessmentDocument({ reference, title, at, profile, controller, view, picture }: DocumentOf): AssessmentDocument {
  const whose = profile.controllers.find(({ id }) => id === controller) ?? profile.controllers[0];
  return {
    ...{ reference, title, organisation: profile.name, date: londonDate(at) },
    picture: picture && view.picture ? { source: picture, text: view.picture.text } : null,
    ...{ method: view.method, standing: view.standing, because: view.because, sections: view.sections },
    risks: view.risks.map(({ before, after, ...risk }) => ({ ...risk, before: inWords(before), after: inWords(after) })),
    matrixBefore: matrix(view, 'before', 'Risks without the measures'),
    matrixAfter: matrix(view, 'after', 'Risks with the measures'),
    rounds: view.rounds.map(({ at: on, ...round }) => ({ ...round, on: londonDate(on) })),
    controller: { name: whose?.name ?? profile.name, role: roles[whose?.ourRole ?? 'controller'] },
    contact: { address: profile.address, telephone: profile.telephone },
    dpo: { name: profile.dpo.name, email: profile.dpo.email, telephone: profile.dpo.telephone ?? profile.telephone },
    regulator: profile.regulator.shownAs,
  };
}

const levels: Readonly<Record<RiskLevel, string>> = { low: 'Low', medium: 'Medium', high: 'High' };

const inWords = (rated: Rated | null): string =>
  rated ? `${levels[rated.level]} (${rated.likelihood} × ${rated.severity})` : 'Not rated yet';

function matrix({ risks }: AssessmentView, when: 'before' | 'after', title: string): string {
  const placed = risks.flatMap(({ number, [when]: rated }) => (rated ? [{ number, ...rated }] : []));
  return riskMatrix(placed, { id: `matrix-${when}`, title });
}
