import type { Details } from '../../../templates/data';
import type { EffectRegister } from '../../ports';
import type { CaseFile } from '../file';

/** What the words of one letter are found from. */
export interface Needed {
  readonly register: EffectRegister;
  readonly file: CaseFile;
  /** `you`, or the data subject's name where somebody acts for them. */
  readonly whom: string;
}

export type DetailsByElement = Readonly<Record<string, (needed: Needed) => Details | Promise<Details>>>;
