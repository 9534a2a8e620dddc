import type { ContactPoint } from '../../../domain/cases/contents';
import type { PersonOnRecord } from '../../../domain/cases/breach/safety';
import { saysMore, whyWaits } from '../../../domain/cases/breach/safety';

const listed = { name: 'Ivo Thorn', email: 'ivo@mail.test', post: null, flags: [], what: '' };
const email = (value: string, safety: ContactPoint['safety']): ContactPoint => ({
  ...{ id: value, kind: 'email', value, safety, onFile: true },
});
const onRecord = (change: Partial<PersonOnRecord> = {}): PersonOnRecord => ({
  ...{ flags: [], contacts: [email('ivo@mail.test', 'safe')], agreesToPlainEmail: false },
  ...change,
});
const agrees = onRecord({ agreesToPlainEmail: true });
const elsewhere = onRecord({ ...agrees, contacts: [email('other@mail.test', 'safe')] });

describe('A notice to somebody whom a breach affects', () => {
  test.each([
    ['goes where nobody on record warns of it', listed, [], false, null],
    [
      'waits where the list flags them',
      { ...listed, flags: ['informant'] },
      [agrees],
      false,
      'flagged-in-list',
    ],
    [
      'waits where the record flags them',
      listed,
      [onRecord({ flags: ['domestic-abuse'] })],
      false,
      'flagged-on-record',
    ],
    ...(['never', 'shared', 'unconfirmed'] as const).map(
      (safety) =>
        [
          `waits where the address is ${safety} on record, however it is written`,
          { ...listed, email: 'IVO@mail.test' },
          [onRecord({ contacts: [email('ivo@mail.test', safety)] })],
          ...([false, 'contact-not-safe'] as const),
        ] as const,
    ),
    [
      'waits where the address is new and another of the kind must never be used',
      ...([
        listed,
        [onRecord({ contacts: [email('old@mail.test', 'never')] })],
        false,
        'contact-not-safe',
      ] as const),
    ],
    ['that is telling waits without their agreement', listed, [onRecord()], true, 'not-by-email'],
    ['that is telling goes with their agreement', listed, [agrees], true, null],
    [
      'that is telling waits where they agreed for another address',
      listed,
      [elsewhere],
      true,
      'not-by-email',
    ],
    [
      'that is telling goes to their postal address',
      { ...listed, email: null, post: ['1 Way'] },
      [],
      true,
      null,
    ],
    ['waits where the list has no address', { ...listed, email: null }, [], false, 'no-address'],
  ] as const)('%s', (_name, person, known, telling, why) => {
    expect(whyWaits(person, known, { telling, withAgreement: true })).toBe(why);
  });

  test('that is telling never goes by e-mail where the profile does not let agreement suffice', () => {
    expect(whyWaits(listed, [agrees], { telling: true, withAgreement: false })).toBe('not-by-email');
  });

  test.each([
    [['basic-identifiers'], false],
    [['basic-identifiers', 'health'], true],
    [['economic'], true],
    [['not-yet-known'], true],
    [undefined, false],
  ])('is telling with data of these categories: %j', (categories, telling) => {
    expect(saysMore(categories)).toBe(telling);
  });
});
