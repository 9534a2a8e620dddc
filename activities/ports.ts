/** What the effects need of the record: nothing that asks for a viewer, and nothing more than they use. */
import type { Cases } from '../register/cases';
import type { Documents } from '../register/documents';
import type { Letters } from '../register/letters';
import type { Links } from '../register/links';
import type { Organisations } from '../register/organisations';
import type { People } from '../register/people';
import type { Staff } from '../register/staff';
import type { Submissions } from '../register/submissions';

export interface EffectRegister {
  readonly cases: Pick<Cases, 'dossier' | 'audience' | 'clockRefusal' | 'dueWith'>;
  readonly letters: Pick<Letters, 'prepare' | 'ofStep' | 'change' | 'waitingFor'>;
  readonly submissions: Pick<Submissions, 'ofCase' | 'pending'>;
  readonly documents: Pick<Documents, 'ofCase' | 'content' | 'addByProcess' | 'searchesOf' | 'removeFiles'>;
  readonly links: Pick<Links, 'issue'>;
  readonly staff: Pick<Staff, 'holders' | 'owners' | 'reach' | 'colleagues'>;
  readonly people: Pick<People, 'matchIdentity' | 'onRecord'>;
  readonly organisations: Organisations;
}
