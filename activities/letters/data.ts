import { londonDate } from '../../domain/calendar';
import type { LetterData } from '../../templates/data';
import type { EffectRegister } from '../ports';
import { addressedTo } from './addressees';
import { detailsOf } from './details';
import type { CaseFile } from './file';
import { proposedParts } from './proposals';
import { controllerOf, courtsOf, namedController, regulatorOf, senderOf } from './sender';

/** Everything a letter is rendered from, gathered once when its draft is made. */
export async function gather(register: EffectRegister, file: CaseFile): Promise<LetterData> {
  const { dossier, profile, definition, step } = file;
  const actsForAnother = dossier.subject.id !== dossier.requester.id;
  const onBehalfOf = definition.confidential && actsForAnother ? dossier.subject.contents.name : null;
  return {
    reference: dossier.reference,
    date: londonDate(step.at),
    sender: senderOf(profile),
    controller: namedController(profile, controllerOf(profile, dossier)),
    regulator: regulatorOf(profile),
    courts: courtsOf(profile),
    addressee: { name: addressedTo(file).name, lines: [], email: null },
    receivedOn: dossier.receivedOn,
    onBehalfOf,
    largePrint: /large print/i.test(dossier.contents.adjustments ?? ''),
    parts: proposedParts(file),
    details: await detailsOf({ register, file, whom: onBehalfOf ?? 'you' }),
  };
}
