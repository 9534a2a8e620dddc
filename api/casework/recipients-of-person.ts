import { recipientsWritten } from '../../domain/cases/recipients';
import type { Register } from '../../register';
import type { CasePage } from '../../register/cases';
import type { Viewer } from '../../register/viewer';
import { oncePerPage } from './once-per-page';

/** Somebody who received a person's data, as far as is known before anybody is asked, and by what it is known. */
export interface KnownRecipient {
  /** The profile's id, or the name of somebody whom the profile does not know. */
  readonly recipient: string;
  readonly ofProfile: boolean;
  /** Each a sentence, such as `Named in the answer to SAR-2026-00042.` */
  readonly because: readonly string[];
}

/**
 * To whom the data of a case's person was disclosed (Art 19): those whom the processing records of such persons name,
 * and those whom the answers to the person's access requests named. What the viewer may not see says nothing.
 */
export const recipientsOfPerson = oncePerPage(knownRecipients);

async function knownRecipients(
  register: Register,
  viewer: Viewer,
  { subject, contents }: Pick<CasePage, 'subject' | 'contents'>,
): Promise<readonly KnownRecipient[]> {
  if (!subject) return [];
  const profile = register.organisations.get(viewer.organisationId);
  const byCategory = profile.processingRecords
    .filter(({ personTypes }) => personTypes.includes(subject.personType))
    .flatMap(({ recipients }) => recipients)
    .map((recipient) => ({ recipient, ofProfile: true, because: 'Our processing records name it.' }));
  const named = contents ? await namedToPerson(register, viewer, subject.id) : [];
  const told = named.flatMap(({ reference, text }) => {
    const { known, others } = recipientsWritten(text, profile.recipients);
    const because = `Named in the answer to ${reference}.`;
    return [
      ...known.map((recipient) => ({ recipient, ofProfile: true, because })),
      ...others.map((recipient) => ({ recipient, ofProfile: false, because })),
    ];
  });
  return gathered([...byCategory, ...told]);
}

/** What the answers to a person's access requests said of who received their data, in the words of each. */
async function namedToPerson(
  { cases, submissions }: Register,
  viewer: Viewer,
  personId: string,
): Promise<{ readonly reference: string; readonly text: string }[]> {
  const asked = (await cases.ofPerson(viewer, personId)).filter(
    ({ kind, asksForAnother }) => kind === 'subject-access' && !asksForAnother,
  );
  return Promise.all(
    asked.map(async ({ reference }) => {
      const prepared = await submissions.ofCase(reference, { form: 'prepare-response' });
      return { reference, text: String(prepared.at(-1)?.personal.recipients ?? '') };
    }),
  );
}

type Found = Omit<KnownRecipient, 'because'> & { readonly because: string };

function gathered(found: readonly Found[]): readonly KnownRecipient[] {
  const byName = new Map<string, KnownRecipient>();
  for (const { because, ...one } of found) {
    const before = byName.get(one.recipient)?.because ?? [];
    byName.set(one.recipient, { ...one, because: [...new Set([...before, because])] });
  }
  return [...byName.values()];
}
