import type { IdentityActivities } from './contract';
import type { EffectRegister } from './ports';

/** Compares the particulars given with the people index. Only counts, strength and reasons leave the record. */
export function createIdentity({ people }: Pick<EffectRegister, 'people'>): IdentityActivities {
  return {
    async matchIdentity({ reference }) {
      const { matches, best } = await people.matchIdentity(reference);
      const reasons = [...new Set(matches.flatMap((match) => match.reasons))].sort();
      return { matches: matches.length, best, reasons };
    },
  };
}
