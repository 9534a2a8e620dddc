import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadProfile } from '../domain/organisation/load';
import type { Profile } from '../domain/organisation/profile';
import { canonical } from './canonical';
import type { Context } from './context';
import { json } from './database';

/** The organisations whose profiles were loaded, by id. */
export interface Organisations {
  all(): readonly Profile[];
  /** Throws for an organisation whose profile was not loaded. */
  get(id: string): Profile;
}

/** Reads every profile of a folder. Throws `ProfileError` for one with a mistake, or when there is none. */
export function loadOrganisations(folder: string): Organisations {
  const files = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
  if (files.length === 0)
    throw new Error(
      `There is no organisation profile in ${folder}. Put one there, or set CUSTODIAN_ORGANISATIONS.`,
    );
  return organisationsOf(
    files.sort().map((name) => loadProfile(readFileSync(join(folder, name), 'utf8'), name)),
  );
}

/** Organisations of profiles already loaded. */
export function organisationsOf(profiles: readonly Profile[]): Organisations {
  const byId = new Map(profiles.map((profile) => [profile.id, profile]));
  return {
    all: () => profiles,
    get(id) {
      const profile = byId.get(id);
      if (!profile)
        throw new Error(
          `No profile is loaded for the organisation ${id}. Put its file back and start again.`,
        );
      return profile;
    },
  };
}

/** Keeps each profile as loaded, with its hash, so that a case can be explained by the one then in force. */
export async function storeOrganisations({ db, organisations, now }: Context): Promise<void> {
  for (const profile of organisations.all()) {
    const profileHash = createHash('sha256').update(canonical(profile)).digest('hex');
    const { id, name } = profile;
    const before = await db.organisation.findUnique({ where: { id }, select: { profileHash: true } });
    if (before?.profileHash === profileHash) continue;
    const row = { name, profile: json(profile), profileHash, loadedAt: now() };
    await db.organisation.upsert({ where: { id }, create: { id, ...row }, update: row });
  }
}
