import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { Mistake, Profile } from '../../../domain/organisation';
import { loadProfile, ProfileError } from '../../../domain/organisation';

export const profileIds = ['new-park-village', 'nottingham-city-homes'] as const;
export type ProfileId = (typeof profileIds)[number];

/** The profile's YAML as it stands in organisations/. */
export const yamlOf = (id: ProfileId): string =>
  readFileSync(join(__dirname, '../../../organisations', `${id}.yaml`), 'utf8');

export const profileOf = (id: ProfileId): Profile => loadProfile(yamlOf(id), `${id}.yaml`);

const parsed = new Map(profileIds.map((id) => [id, parseDocument(yamlOf(id))]));

/** The same YAML with something changed. */
export function changed(id: ProfileId, change: (document: Document) => void): string {
  const document = (parsed.get(id) as Document).clone();
  change(document);
  return document.toString();
}

/** The mistakes for which that text is refused. Fails the test if it is not refused. */
export function mistakesIn(text: string, file: string): readonly Mistake[] {
  try {
    loadProfile(text, file);
  } catch (error) {
    if (error instanceof ProfileError) return error.mistakes;
    throw error;
  }
  throw new Error('The profile was loaded, though it should have been refused.');
}
