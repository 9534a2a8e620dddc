import type { OpenLetter } from '../../register/letters';
import type { System } from '../../domain/organisation/profile';
import type { LetterResult } from '../contract';
import { hopeless } from '../failures';
import { mayKnow } from '../audience';
import { gather } from './data';
import { dispatch, send, type DispatchDeps } from './dispatch';
import type { CaseFile } from './file';
import { keptOf, type KeptContents } from './kept';
import { draftOf } from './make';
import type { Templates } from '../../templates/library';

export interface OwnerDeps extends DispatchDeps {
  readonly templates: Templates;
  readonly baseUrl: string;
}

/**
 * A letter to whoever owns a system: how to look, and a link. Whom it concerns stays behind the sign-in. Where the
 * owners' server refuses it, it goes to the governance team, which has the task on its list as well.
 */
export async function sendToOwners(
  deps: OwnerDeps,
  file: CaseFile,
  known: OpenLetter | null,
): Promise<LetterResult> {
  const { register, templates } = deps;
  const { profile, step } = file;
  const system = profile.systems.find(({ id }) => id === step.item);
  if (!system) throw hopeless('no-such-system', 'The profile does not know this system.');
  const data = { ...(await gather(deps, file)), details: aboutSystem(deps.baseUrl, file, system) };
  const letter = known ?? (await register.letters.prepare(draftOf(templates, file, data)));
  if (letter.state === 'sending')
    return orToGovernance(deps, file, letter, await send(deps, step, letter, profile.governance.email));
  const to = await ownersOf(deps, file, system);
  const result = await dispatch(deps, step, letter, {
    profile,
    way: 'email',
    to,
    contents: addressedTo(letter, to),
  });
  return orToGovernance(deps, file, letter, result);
}

async function orToGovernance(
  deps: OwnerDeps,
  file: CaseFile,
  letter: OpenLetter,
  result: LetterResult,
): Promise<LetterResult> {
  const { profile, step } = file;
  if (result.state === 'given') return result;
  const to = [profile.governance.email];
  const contents = { ...addressedTo(letter, to), refused: ['owner'] };
  const second = await dispatch(deps, step, letter, { profile, way: 'email', to, contents });
  if (second.state === 'given') return second;
  throw hopeless('owner-unreachable', 'The mail server refuses the system’s owner and the governance team.');
}

const addressedTo = (letter: OpenLetter, to: readonly string[]): KeptContents => ({
  ...keptOf(letter),
  addressee: to,
});

const aboutSystem = (
  baseUrl: string,
  { dossier }: CaseFile,
  { label, overwriteAfterDays, searchHints }: System,
) => ({
  ...{ result: null, system: label, hints: searchHints },
  overwriteAfterDays: overwriteAfterDays ?? 0,
  link: `${baseUrl}/cases/${dossier.reference}`,
});

/** The owners' accounts, deputies for the absent; else the mailbox of the profile. Never anybody shut out of the case. */
async function ownersOf(
  { register }: OwnerDeps,
  { step, profile, dossier }: CaseFile,
  system: System,
): Promise<string[]> {
  const audience = await register.cases.audience(
    step.reference,
    `chase.${step.element}.${system.id}@${step.at.slice(0, 10)}`,
  );
  const owners = (await register.staff.owners(profile.id, system.id)).filter(mayKnow(audience));
  if (owners.length > 0) return owners.map(({ email }) => email);
  return [dossier.restricted || audience.shutOut.length > 0 ? profile.governance.email : system.ownerEmail];
}
