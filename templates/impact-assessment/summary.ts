import type { SectionName } from '../../forms/impact-assessment/sections';
import type { AssessmentDocument } from './document';

/** What the public may read: what is done, for what, why it is needed, and with whom. Never a risk or a measure. */
const published: readonly SectionName[] = ['description', 'purposes', 'necessity', 'consultation', 'sharing'];

/** Details that would help somebody who means harm, by their questions. */
const withheld = ['How does the data flow?', 'Which of our systems are used?', 'Which new systems, from whom?', 'Which picture shows the flow?', 'What does the picture show?'];

export interface PublishedSummary extends Omit<AssessmentDocument, 'sections' | 'risks'> {
  readonly sections: readonly (AssessmentDocument['sections'][number] & { readonly published: boolean })[];
  readonly count: number;
  readonly outcome: string;
}

/** The summary for publication of an approved assessment: no risk, no measure, no detail of systems or advice. */
export function publishedSummary({ sections, risks, ...rest }: AssessmentDocument): PublishedSummary {
  return {
    ...rest,
    ...{ rounds: [], matrixBefore: '', matrixAfter: '', picture: null },
    sections: sections
      .filter(({ name }) => published.includes(name))
      .map((section) => ({
        ...section,
        published: section.written,
        answers: section.answers.filter(({ label }) => !withheld.includes(label)),
      })),
    count: risks.length,
    outcome: outcomeOf(rest.standing),
  };
}

/** Only what happened. */
function outcomeOf({ highRemains, consulted }: AssessmentDocument['standing']): string {
  if (!highRemains) return 'With the measures we take none of them remains high.';
  return consulted
    ? 'With the measures we take a high risk remained, so we consulted the regulator before anything started.'
    : 'With the measures we take a high risk remains.';
}
