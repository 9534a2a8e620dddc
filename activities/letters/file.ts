import type { LetterDefinition } from '../../domain/cases/definition';
import { definitionOf } from '../../domain/cases/registry';
import type { Codes } from '../../domain/cases/process';
import type { Profile } from '../../domain/organisation/profile';
import type { Dossier } from '../../register/cases';
import type { PersonRecord } from '../../register/people';
import type { OpenSubmission } from '../../register/submissions';
import type { StepRef } from '../contract';
import { hopeless } from '../failures';
import { affectedPerson } from './affected';
import type { EffectRegister } from '../ports';

/** All that a letter is made from: the case, the profile, and what people wrote. */
export interface CaseFile {
  readonly step: StepRef;
  readonly definition: LetterDefinition;
  readonly dossier: Dossier;
  readonly profile: Profile;
  /** The case's handled submissions, oldest first. */
  readonly written: readonly OpenSubmission[];
  /** People on record who may be the person affected whom it is for; empty for every other letter. */
  readonly onRecord: readonly PersonRecord[];
}

/** Throws for a step that sends no letter. */
export async function openFile(
  { cases, submissions, organisations, people }: EffectRegister,
  step: StepRef,
): Promise<CaseFile> {
  const [dossier, written] = await Promise.all([
    cases.dossier(step.reference),
    submissions.ofCase(step.reference),
  ]);
  const definition = definitionOf(dossier.kind).letters[step.element];
  if (!definition) throw hopeless('no-such-letter', 'The kind of case declares no letter for this step.');
  const profile = organisations.get(dossier.organisationId);
  const affected = definition.to === 'affected' ? affectedPerson({ written, step }) : undefined;
  const [onRecord = []] = affected ? await people.onRecord(dossier.organisationId, [affected]) : [];
  return { step, definition, dossier, profile, written, onRecord };
}

/** What was last written on a form, or on the last filled in of several; or nothing. */
export function lastWritten(
  file: Pick<CaseFile, 'written'>,
  ...forms: readonly string[]
): Pick<OpenSubmission, 'codes' | 'personal'> {
  const empty: { codes: Codes; personal: OpenSubmission['personal'] } = { codes: {}, personal: {} };
  return file.written.findLast(({ form }) => forms.includes(form)) ?? empty;
}

/** One personal field of a form as last written; an empty text where there is none. */
export function wrote(file: Pick<CaseFile, 'written'>, form: string, field: string): string {
  const text = lastWritten(file, form).personal[field];
  return typeof text === 'string' ? text.trim() : '';
}
