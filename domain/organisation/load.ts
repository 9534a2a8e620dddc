import { colourFindings } from './colours';
import { completenessFindings } from './completeness';
import type { Finding } from './document';
import { readDocument } from './document';
import { lawFindings } from './policy-check';
import type { Profile } from './profile';
import type { Mistake } from './profile-error';
import { ProfileError } from './profile-error';
import { referenceFindings } from './references';
import { profileSchema } from './schema';
import { shapeFindings } from './shape';

/**
 * The profile in that YAML text. Checked in three rounds: its shape; whether its parts fit together; whether
 * what it applies is at least what the law asks.
 * @param file the file's name, as messages show it; its base name must be the profile's id
 * @throws ProfileError with every mistake of the first round that has any
 */
export function loadProfile(text: string, file: string): Profile {
  const document = readDocument(text, file);
  if (document.mistakes.length > 0) throw new ProfileError(file, document.mistakes);
  const parsed = profileSchema.safeParse(document.value);
  if (!parsed.success) throw new ProfileError(file, placed(shapeFindings(parsed.error.issues)));
  const profile: Profile = parsed.data;
  const mistakes = placed([
    ...fileFindings(profile, file),
    ...referenceFindings(profile),
    ...completenessFindings(profile),
    ...colourFindings(profile),
    ...lawFindings(profile),
  ]);
  if (mistakes.length > 0) throw new ProfileError(file, mistakes);
  return profile;

  function placed(findings: readonly Finding[]): Mistake[] {
    return findings.map(document.place).sort((one, other) => one.line - other.line);
  }
}

function fileFindings({ id }: Profile, file: string): Finding[] {
  const base = file.slice(file.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '');
  return base === id ? [] : [{ path: ['id'], allowed: `${base}, as the file is named` }];
}
