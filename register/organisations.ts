import type { Profile } from '../domain/organisation/profile';

/** The organisations whose profiles were loaded, by id. */
export interface Organisations {
  all(): readonly Profile[];
  /** Throws for an organisation whose profile was not loaded. */
  get(id: string): Profile;
}
