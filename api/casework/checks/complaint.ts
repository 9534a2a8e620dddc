import { decidingTasks } from '../../../domain/cases/deciding';
import { elementOf } from '../../../domain/cases/process';
import { definitionOf } from '../../../domain/cases/registry';
import type { Register } from '../../../register';
import type { ComplainedOf } from '../../../register/cases';
import type { ChecksByElement, Finishing, Objections } from './objection';
import { atField, none, refused } from './objection';

/** Rules of complaints that look at the case complained of, or at what else is open on the complaint. */
export const complaintChecks: ChecksByElement = {
  appoint: enquirerDidNotDecide,
  enquire: ownDecisionGoesToAnother,
  findings: noFindingsOnOwnDecision,
  decide: noFindingsOnOwnDecision,
  'close-case': regulatorAnswered,
};

/** Enquiries are made by somebody who did not decide what is complained of, unless the profile lets a small team. */
async function enquirerDidNotDecide(
  register: Register,
  { reference, values, setting }: Finishing,
): Promise<Objections> {
  const about = await decidedBy(register, reference, String(values.enquirer));
  if (!about) return none;
  if (!setting.profile.approvals.reviewerMayCheck)
    return atField('enquirer', `They took part in deciding ${about}: choose somebody else.`);
  return values.whyThem
    ? none
    : atField(
        'whyThem',
        `They took part in deciding ${about}: say why it must be them, or choose somebody else.`,
      );
}

async function ownDecisionGoesToAnother(register: Register, finishing: Finishing): Promise<Objections> {
  return finishing.values.outcome === 'another' ? none : noFindingsOnOwnDecision(register, finishing);
}

async function noFindingsOnOwnDecision(
  register: Register,
  { reference, setting }: Finishing,
): Promise<Objections> {
  const about = await decidedBy(register, reference, setting.staffId);
  return about === null || setting.profile.approvals.reviewerMayCheck
    ? none
    : refused('own-decision', `You took part in deciding ${about}, so somebody else must look into it.`);
}

/** The reference of a case complained of that this person took part in deciding, or null. */
async function decidedBy(register: Register, reference: string, staffId: string): Promise<string | null> {
  for (const about of await register.cases.complainedOf(reference))
    if ((await decidersOf(register, about)).includes(staffId)) return about.reference;
  return null;
}

async function decidersOf(register: Register, { reference, kind }: ComplainedOf): Promise<(string | null)[]> {
  const deciding = decidingTasks(definitionOf(kind));
  const written = await register.submissions.ofCase(reference);
  return written
    .filter(
      ({ step, action, form }) =>
        action === 'complete' && step !== null && form === elementOf(step) && deciding.includes(form),
    )
    .map(({ actorId }) => actorId);
}

/** What the regulator asked since the case was last reopened has been answered. */
async function regulatorAnswered(register: Register, { reference }: Finishing): Promise<Objections> {
  const all = await register.submissions.ofCase(reference);
  const round = all.slice(all.findLastIndex(({ action }) => action === 'reopen') + 1);
  const times = (form: string): number => round.filter((one) => one.form === form).length;
  return times('answer-regulator') >= times('regulator-wrote')
    ? none
    : refused('regulator-waits', 'The regulator waits for our answer on this case. Answer it first.');
}
