import { answersThePerson, type CaseDefinition } from '../../domain/cases/definition';
import type { OpenLetter } from '../../register/letters';
import type { EffectRegister } from '../ports';
import { keptOf } from './kept';

/**
 * Answers to other requests of the same person that wait to travel inside this one. Each was finished and checked as
 * a letter of its own: what the law requires of it is in it.
 */
export async function waitingFor(
  register: Pick<EffectRegister, 'letters'>,
  reference: string,
  definition: CaseDefinition,
  element: string,
): Promise<readonly OpenLetter[]> {
  if (!answersThePerson(definition, element)) return [];
  const waiting = await register.letters.waitingBeside(reference);
  return waiting.filter((letter) => keptOf(letter).together === reference);
}
