/**
 * An impact assessment as people read it: its sections in words, its risks with what is done about each, every
 * round of advice, and the decision. Page, PDF and the regulator's pack are made from this one view.
 */
import { method, type RatedRisk, type RiskLevel } from '../../domain/cases/impact-assessment/risk';
import { reasonWords, type ScreeningReason } from '../../domain/cases/impact-assessment/screening';
import type { Instant } from '../../domain/clock/types';
import type { Cell, Field, Form, Row, Values } from '../form';
import { rowsIn } from '../form';
import { recordAdvice } from './follow';
import { dpoAdvice, governanceReview, signOff, writeAssessment } from './judge';
import { adviseNotRequired, decideNotRequired, screen } from './open';
import { rated, sectionForm, sectionNames, sections, type SectionName } from './sections';

/** Something that was written on a form of the case. */
export interface Written {
  readonly id: string;
  readonly form: string;
  readonly at: Instant;
  readonly actorId: string | null;
  /** Whoever wrote it, by name and by the role in which they did; empty where it is not known any more. */
  readonly by: string;
  readonly values: Values;
}

/** What somebody wrote, as the record has it: codes and sealed words together. */
export const writtenOf = (
  one: {
    readonly id: string;
    readonly form: string;
    readonly storedAt: Instant;
    readonly actorId: string | null;
    readonly actorRole: string | null;
    readonly codes: object;
    readonly personal: object;
  },
  names: ReadonlyMap<string, string>,
): Written => ({
  ...{ id: one.id, form: one.form, at: one.storedAt, actorId: one.actorId },
  by: [names.get(one.actorId ?? ''), roleInWords(one.actorRole)].filter(Boolean).join(', '),
  values: { ...one.codes, ...one.personal } as Values,
});

const roleInWords = (role: string | null): string =>
  role === 'dpo' ? 'DPO' : role === 'named' ? 'project lead' : (role ?? '').replaceAll('-', ' ');

/** One answer in words; empty where there is none. */
export type Say = (field: Cell, answer: Row[string]) => string;

export interface Spoken {
  readonly label: string;
  readonly text: string;
  readonly rows: readonly { readonly title: string; readonly answers: readonly Spoken[] }[];
}

export interface SectionView {
  readonly name: SectionName;
  readonly title: string;
  readonly written: boolean;
  readonly answers: readonly Spoken[];
}

/** A risk before and after the measures; a rating that is not made yet is null. */
export interface RiskView {
  readonly number: number;
  readonly source: string;
  readonly impact: string;
  readonly before: Rated | null;
  readonly after: Rated | null;
  readonly measures: readonly string[];
}

export type Rated = RatedRisk & { readonly level: RiskLevel };

/** What somebody judged, once: a round of review, advice or decision. */
export interface RoundView {
  readonly title: string;
  readonly at: Instant;
  /** Who gave it, and in which role: advice and decision are two people's (Arts 35(2), 38(6)). */
  readonly by: string;
  readonly answers: readonly Spoken[];
}

export interface AssessmentView {
  readonly method: string;
  /** Why it is made, in words; empty before the screening. */
  readonly because: readonly string[];
  readonly sections: readonly SectionView[];
  readonly risks: readonly RiskView[];
  /** Screening, reviews, advice and decisions, oldest first; every one is kept. */
  readonly rounds: readonly RoundView[];
  readonly standing: Standing;
  /** The drawing of the flow of data: a document of the case, and what it shows. */
  readonly picture: { readonly document: string; readonly text: string } | null;
}

/** How far it has come, for what may be said of it in public. */
export interface Standing {
  /** As it stands: nothing was written since the approval. */
  readonly approved: boolean;
  /** The regulator's advice is on record. */
  readonly consulted: boolean;
  /** In the DPO's last word, or by its own rating. */
  readonly highRemains: boolean;
}

const judging: readonly Form[] = [
  screen,
  adviseNotRequired,
  decideNotRequired,
  writeAssessment,
  governanceReview,
  dpoAdvice,
  recordAdvice,
  signOff,
];

/** @param written what was written on the case's forms, oldest first */
export function assessmentView(written: readonly Written[], say: Say): AssessmentView {
  const last = (form: string): Values => written.findLast((one) => one.form === form)?.values ?? {};
  return {
    method,
    because: becauseOf(last('screen')),
    sections: sectionNames.map((name) => sectionView(name, last(sectionForm(name)), say)),
    risks: risksIn(last),
    rounds: written.flatMap((one) => {
      const form = judging.find(({ id }) => id === one.form);
      return form
        ? [{ title: titleOf(form), at: one.at, by: one.by, answers: spoken(form.fields, one.values, say) }]
        : [];
    }),
    standing: standingOf(written, risksIn(last)),
    picture: pictureIn(last(sectionForm('description'))),
  };
}

const pictureIn = ({ picture, pictureText }: Values): AssessmentView['picture'] =>
  typeof picture === 'string' && picture ? { document: picture, text: String(pictureText ?? '') } : null;

/** What was done, not what is to be done. */
const titleOf = ({ id, title }: Form): string => (id === writeAssessment.id ? 'Handed in for review' : title);

function standingOf(written: readonly Written[], risks: readonly RiskView[]): Standing {
  const lastly = written.findLast(
    ({ form }) => form === signOff.id || sectionNames.some((name) => form === sectionForm(name)),
  );
  const advice = written.findLast(({ form }) => form === dpoAdvice.id);
  return {
    approved: lastly?.form === signOff.id && lastly.values.decision === 'approve',
    consulted: written.some(({ form }) => form === recordAdvice.id),
    highRemains: advice?.values.residual === 'high' || risks.some(({ after }) => after?.level === 'high'),
  };
}

const becauseOf = ({ because }: Values): readonly string[] =>
  Array.isArray(because) ? because.map((code) => reasonWords[code as ScreeningReason]) : [];

function sectionView(name: SectionName, values: Values, say: Say): SectionView {
  const { title, fields } = sections[name];
  return { name, title, written: Object.keys(values).length > 0, answers: spoken(fields, values, say) };
}

/** Questions and answers; what was not answered is left out. */
export function spoken(fields: readonly Field[], values: Values, say: Say): readonly Spoken[] {
  return fields.flatMap((field): Spoken[] => {
    if (field.kind !== 'rows') {
      const text = say(field, values[field.name] as Row[string]);
      return text === '' ? [] : [{ label: field.label, text, rows: [] }];
    }
    const all = rowsIn(values, field.name).map((row, index) => ({
      title: `${field.rowLabel} ${index + 1}`,
      answers: spoken(field.of, row as Values, say),
    }));
    return all.length === 0 ? [] : [{ label: field.label, text: '', rows: all }];
  });
}

function risksIn(last: (form: string) => Values): readonly RiskView[] {
  const after = rowsIn(last('assessment-residual'), 'risks');
  const measures = rowsIn(last('assessment-measures'), 'measures');
  return rowsIn(last('assessment-risks'), 'risks').map((row, index) => ({
    number: index + 1,
    source: String(row.source ?? ''),
    impact: String(row.impact ?? ''),
    before: rated(row),
    after: rated(after[index] ?? {}),
    measures: measures.filter(({ risk }) => Number(risk) === index + 1).map(({ measure }) => String(measure)),
  }));
}
