import { londonDate } from '../../domain/calendar';
import { definitionOf } from '../../domain/cases/registry';
import type { LetterData } from '../../templates/data';
import type { EffectRegister } from '../ports';
import { addressedTo } from './addressees';
import { answered } from './answered';
import { detailsOf } from './details';
import type { CaseFile } from './file';
import { proposedParts } from './proposals';
import { controllerOf, courtsOf, namedController, regulatorOf, senderOf } from './sender';

/** Everything a letter is rendered from, gathered once when its draft is made. */
export async function gather(
  { register, baseUrl }: { readonly register: EffectRegister; readonly baseUrl: string },
  file: CaseFile,
): Promise<LetterData> {
  const { dossier, profile, step } = file;
  const onBehalfOf = actedFor(file);
  return {
    reference: dossier.reference,
    noun: definitionOf(dossier.kind).requestNoun ?? 'request',
    date: londonDate(step.at),
    sender: senderOf(profile, baseUrl),
    controller: namedController(profile, controllerOf(profile, dossier)),
    regulator: regulatorOf(profile),
    courts: courtsOf(profile),
    addressee: { name: addressedTo(file).name, lines: [], email: null },
    receivedOn: dossier.receivedOn,
    onBehalfOf,
    largePrint: largePrint(file),
    parts: proposedParts(file),
    details: await detailsOf({ register, file, whom: onBehalfOf ?? 'you' }),
    ...answered(file),
  };
}

/** The data subject's name where somebody acts for them and the letter may say so. */
function actedFor({ dossier: { subject, requester }, definition }: CaseFile): string | null {
  if (!definition.confidential || definition.to !== 'requester' || !subject) return null;
  return subject.id === requester?.id ? null : subject.contents.name;
}

/** An adjustment for the person who asked; others get the usual size. */
const largePrint = ({ dossier, definition }: CaseFile): boolean =>
  definition.to === 'requester' &&
  (dossier.contents.adjustmentKinds?.includes('large-print') === true ||
    /large print/i.test(dossier.contents.adjustments ?? ''));
