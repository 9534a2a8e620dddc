/** Every point of law on which a policy may speak, with the law's floor. Data, to be read beside the statute. */
import { dutyAspects } from './aspects/duties';
import type { Floor } from './aspects/floor';
import { requestAspects } from './aspects/requests';
import { rightsAspects } from './aspects/rights';
import { wordAspects } from './aspects/words';

const all = { ...requestAspects, ...rightsAspects, ...dutyAspects, ...wordAspects } as const;

export type AspectName = keyof typeof all;

export const aspects: Readonly<Record<AspectName, Floor>> = all;

export const aspectNames = Object.keys(all) as readonly AspectName[];
