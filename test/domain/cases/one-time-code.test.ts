import type { ContactPoint } from '../../../domain/cases/contents';
import { contactsForCode, maskedContact } from '../../../domain/cases/one-time-code';
import type { CaseFacts } from '../../../domain/cases/process';

const contact = (change: Partial<ContactPoint> = {}): ContactPoint => ({
  ...{ id: 'one', kind: 'email', value: 'wren.ashdown@mail.test', safety: 'safe', onFile: true },
  ...change,
});

const askedBy = (channel: string, contactId?: string) => ({
  facts: { kind: 'subject-access', organisation: 'a', channel } as CaseFacts,
  contents: { contactId },
});

describe('A one-time code may go', () => {
  test.each<[string, Partial<ContactPoint>, ReturnType<typeof askedBy>, boolean]>([
    ['to a safe contact on file', {}, askedBy('email'), true],
    ['to a safe postal address on file', { kind: 'post' }, askedBy('letter', 'one'), true],
    ['to the mailbox that a caller names, where it is on file', {}, askedBy('phone', 'one'), true],
    ['not to the mailbox that asks, even where it is on file', {}, askedBy('email', 'one'), false],
    ['not to a contact that came with the request', { onFile: false }, askedBy('phone'), false],
    ['not to a contact that others read', { safety: 'shared' }, askedBy('phone'), false],
    ['not to a contact that must not be used', { safety: 'never' }, askedBy('phone'), false],
    ['not to a contact that nobody has confirmed', { safety: 'unconfirmed' }, askedBy('phone'), false],
    ['not to a telephone', { kind: 'phone' }, askedBy('letter'), false],
  ])('%s', (_what, change, asking, expected) => {
    expect(contactsForCode([contact(change)], asking)).toHaveLength(expected ? 1 : 0);
  });
});

test('A one-time code does not go to the mailbox that asks under another entry of it', () => {
  const asking = contact({
    id: 'given',
    value: 'Wren.Ashdown@mail.test',
    safety: 'unconfirmed',
    onFile: false,
  });
  expect(contactsForCode([asking, contact()], askedBy('email', 'given'))).toEqual([]);
});

describe('A contact is shown so that it cannot be read out', () => {
  test.each<[string, ContactPoint]>([
    ['E-mail: w…n@mail.test', contact()],
    ['E-mail: a…@mail.test', contact({ value: 'ab@mail.test' })],
    ['Post: an address in WV1', contact({ kind: 'post', value: '1 Test Close\nWolverhampton\nWV1 1AA' })],
    ['Post: an address in SW1A', contact({ kind: 'post', value: '2 High Street\nLondon\nsw1a2ab\n' })],
    ['Post: an address in NG1', contact({ kind: 'post', value: '9 Low Road, Nottingham, NG1 2AB' })],
    ['Post: an address in Paris', contact({ kind: 'post', value: '2 Rue Test\nParis' })],
  ])('as “%s”', (expected, one) => {
    expect(maskedContact(one)).toBe(expected);
  });
});
