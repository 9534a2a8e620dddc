import { resultRefusal } from '../../../domain/cases/subject-access/disclosure';
import type { Register } from '../../../register';
import type { ChecksByElement, Finishing, Objections } from './objection';
import { atField, none, refused } from './objection';
import { readBack } from './read-back';

/** Rules of subject access that look at the documents of the case, or at its controller's entry in the profile. */
export const subjectAccessChecks: ChecksByElement = {
  triage: forwardOnlyWhereProfileSaysSo,
  'check-code': readBack,
  review: everyItemDecided,
  'second-check': decidedBeforeApproved,
  decide: decidedBeforeApproved,
  'seek-instructions': decidedBeforeApproved,
  'prepare-response': answerFitsDecisions,
};

function forwardOnlyWhereProfileSaysSo(_register: Register, { values, setting }: Finishing): Objections {
  if (values.route !== 'forward') return none;
  const controller = setting.profile.controllers.find(({ id }) => id === setting.facts?.controller);
  return controller?.route === 'forward'
    ? none
    : atField(
        'route',
        `The profile does not say that requests for ${controller?.name ?? 'this controller'} are passed on.`,
      );
}

/** Nothing found is left without a decision, or half dealt with. */
export async function everyItemDecided(register: Register, { reference }: Finishing): Promise<Objections> {
  const { uploading, undecided, hidden, unreplaced } = await register.documents.unfinished(reference);
  const open = [
    uploading > 0 ? `${uploading} not wholly uploaded` : null,
    undecided > 0 ? `${undecided} without a decision` : null,
    hidden > 0 ? `${hidden} with hidden content not dealt with` : null,
    unreplaced > 0 ? `${unreplaced} to be redacted without the redacted file` : null,
  ].filter((part) => part !== null);
  return open.length === 0 ? none : refused('items-open', `Some items are not finished: ${open.join(', ')}.`);
}

/** What a later search found has no decision yet: it must go back to review before anybody checks or approves it. */
async function decidedBeforeApproved(register: Register, finishing: Finishing): Promise<Objections> {
  const { outcome, decision, instruction } = finishing.values;
  if (outcome !== 'right' && decision !== 'approve' && instruction !== 'approved') return none;
  const { refusal } = await everyItemDecided(register, finishing);
  return refusal ? refused(refusal.code, `${refusal.message} Send it back to review.`) : none;
}

async function answerFitsDecisions(register: Register, finishing: Finishing): Promise<Objections> {
  // A search that was made again may have found more since the review.
  if (finishing.values.result === 'back') return none;
  const { refusal } = await everyItemDecided(register, finishing);
  if (refusal) return refused(refusal.code, `${refusal.message} Send it back to review.`);
  const { reference, values } = finishing;
  const items = await register.documents.ofCase(reference);
  const decisions = items.flatMap(({ decision }) => (decision ? [decision.decision] : []));
  const untrue = resultRefusal(String(values.result), decisions);
  return untrue === null ? none : atField('result', untrue);
}
