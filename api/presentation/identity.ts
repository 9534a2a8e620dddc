import { maskedContact, sameContact } from '../../domain/cases/one-time-code';
import { may } from '../../domain/roles';
import type { CasePage, TaskRow } from '../../register/cases';
import type { LikelyPerson } from '../../register/people';
import type { Viewer } from '../../register/viewer';
import type { Services } from '../services';

/** Somebody who may be the person of the case, as whoever checks who is asking sees them. */
export interface LikelyView {
  readonly name: string;
  readonly href: string | null;
  readonly from: string;
  readonly strong: boolean;
  readonly reasons: string;
  /** Contacts of the people index, with the page on which each can be taken over. */
  readonly contacts: readonly { readonly text: string; readonly href: string | null }[];
}

const checking = ['triage', 'check-identity'];

const reasonWords: Readonly<Record<string, string>> = {
  'name-equal': 'the same name',
  'former-name-equal': 'a former name',
  'name-sounds-alike': 'a name that sounds alike',
  'date-of-birth-equal': 'the same date of birth',
  'postcode-equal': 'the same postcode',
  'reference-equal': 'the same number',
  'email-equal': 'the same e-mail address',
  'phone-equal': 'the same telephone number',
};

/** Who on record or in the people index may be the person, for tasks that check who is asking; null for others. */
export async function likelyFor(
  { register }: Pick<Services, 'register'>,
  viewer: Viewer,
  { element, need }: Pick<TaskRow, 'element' | 'need'>,
  page: CasePage | null,
): Promise<LikelyView[] | null> {
  if (!page?.subject || need || !checking.includes(element) || !may(viewer.roles, 'person.view')) return null;
  const found = await register.people.likely(viewer, page.reference);
  return found.map((one) => likelyView(one, page, may(viewer.roles, 'person.edit')));
}

function likelyView(
  { source, id, contents, reasons, strength }: LikelyPerson,
  page: CasePage,
  mayEdit: boolean,
): LikelyView {
  return {
    name: contents.name,
    href: source === 'person' ? `/people/${id}` : null,
    from: source === 'person' ? 'On record here' : 'People index',
    strong: strength === 'strong',
    reasons: reasons.map((reason) => reasonWords[reason] ?? reason).join(', '),
    contacts: source === 'index' ? contactsOf(id, contents.contacts, page, mayEdit) : [],
  };
}

/** Taken over are contacts of whoever asks for themselves: of somebody who asks for another the index says nothing. */
function contactsOf(
  entryId: string,
  contacts: LikelyPerson['contents']['contacts'],
  { subject, requester }: CasePage,
  mayEdit: boolean,
): LikelyView['contacts'] {
  const asksForSelf = subject !== null && requester?.id === subject.id;
  return contacts
    .filter(({ kind }) => kind !== 'phone')
    .map((contact) => {
      const known = subject?.contents.contacts.find((one) => sameContact(one, contact));
      const taken = known?.onFile && known.safety === 'safe';
      const href = `/people/${subject?.id}/contacts/${known?.id ?? 'new'}?entry=${entryId}&kind=${contact.kind}`;
      return { text: maskedContact(contact), href: mayEdit && asksForSelf && !taken ? href : null };
    });
}
