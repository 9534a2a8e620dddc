/**
 * ENISA's method for the severity of a personal data breach, as an aid to whoever assesses it: SE = DPC × EI + CB.
 * It decides nothing: whether the regulator and people are told follows from the risk to them (UK GDPR Arts 33(1),
 * 34(1)), which a person judges. Workflow-safe.
 */

/** Data processing context: how telling the data are, from 1 (simple) to 4 (sensitive). */
export type Context = 1 | 2 | 3 | 4;
/** Ease of identification: negligible, limited, significant, maximum. */
export type Identification = 0.25 | 0.5 | 0.75 | 1;
/** How far confidentiality, integrity or availability was lost. */
export type Loss = 0 | 0.25 | 0.5;

/** The parts of the number, each as assessed. */
export interface SeverityParts {
  readonly context: Context;
  readonly identification: Identification;
  readonly confidentiality: Loss;
  readonly integrity: Loss;
  readonly availability: Loss;
  /** Done with malicious intent. */
  readonly malicious: boolean;
}

export type SeverityLevel = 'low' | 'medium' | 'high' | 'very-high';

export interface Severity {
  /** CB: the circumstances of the breach. */
  readonly circumstances: number;
  /** SE. */
  readonly score: number;
  readonly level: SeverityLevel;
}

const MALICE = 0.5;

/** SE with its parts. All numbers are exact multiples of one sixteenth. */
export function severityOf(parts: SeverityParts): Severity {
  const { context, identification, confidentiality, integrity, availability, malicious } = parts;
  const circumstances = confidentiality + integrity + availability + (malicious ? MALICE : 0);
  const score = context * identification + circumstances;
  return { circumstances, score, level: levelOf(score) };
}

function levelOf(score: number): SeverityLevel {
  if (score >= 4) return 'very-high';
  if (score >= 3) return 'high';
  return score >= 2 ? 'medium' : 'low';
}

/** The number with its parts, as `SE 2.75 = DPC 3 × EI 0.75 + CB 0.5 (medium)`. */
export function severityText(parts: SeverityParts): string {
  const { circumstances, score, level } = severityOf(parts);
  const words = level.replace('-', ' ');
  return `SE ${score} = DPC ${parts.context} × EI ${parts.identification} + CB ${circumstances} (${words})`;
}
