import fc from 'fast-check';
import type { ContactPoint } from '../../domain/cases/contents';
import type { Journey } from '../../activities/letters/route';
import { routeOf } from '../../activities/letters/route';
import { email, post } from './desk';

const journey = (change: Partial<Journey> = {}): Journey => ({
  contacts: [email(), post()],
  preferred: null,
  confirmed: null,
  flagged: false,
  confidential: false,
  emailAllowed: true,
  onlyChosen: false,
  byPost: false,
  refused: [],
  ...change,
});

const unsafe = [email({ safety: 'never' }), email({ id: 'email-2', safety: 'shared' })];
const confidential = { confidential: true, emailAllowed: false } as const;

/** What comes of it: the way and the contact, or what a person must do, with the reason. */
function outcome(change: Partial<Journey>): string {
  const route = routeOf(journey(change));
  if ('way' in route) return `${route.way} to ${route.contact.id}`;
  return route.need === 'contact-check' ? `contact-check: ${route.why}` : route.need;
}

describe('Where a letter goes', () => {
  test.each<[string, Partial<Journey>, string]>([
    ['by e-mail, where nothing speaks against it', {}, 'email to email-1'],
    ['to the contact chosen for the case', { preferred: 'post-1' }, 'post to post-1'],
    ['by post, where that is wanted', { byPost: true }, 'post to post-1'],
    ['by post, where confidential words may not go by e-mail', confidential, 'post to post-1'],
    ['by e-mail, where the person agreed', { confidential: true }, 'email to email-1'],
    [
      'to an address of the request itself, where the letter is neutral',
      { contacts: [email({ safety: 'unconfirmed' })] },
      'email to email-1',
    ],
    [
      'nowhere confidential at an address nobody has confirmed',
      { ...confidential, contacts: [post({ safety: 'unconfirmed' })] },
      'contact-check: no-safe-contact',
    ],
    ['nowhere unasked for a flagged person', { flagged: true }, 'contact-check: flagged'],
    ['where a person said, for a flagged person', { flagged: true, confirmed: 'post-1' }, 'post to post-1'],
    [
      'nowhere unasked where all contacts are shared or never to be used',
      { contacts: unsafe },
      'contact-check: no-safe-contact',
    ],
    [
      'to a shared contact, once a person said so',
      { contacts: unsafe, confirmed: 'email-2' },
      'email to email-2',
    ],
    [
      'not to a never-use contact, even if a person says so',
      { contacts: unsafe, confirmed: 'email-1' },
      'contact-check: never-use',
    ],
    [
      'not from a confirmed e-mail to another contact of a flagged person',
      { ...confidential, flagged: true, confirmed: 'email-1' },
      'contact-check: email-not-agreed',
    ],
    [
      'to another address, where only e-mail was refused and a person chose it',
      { refused: ['wren.ashdown@mail.test'], confirmed: 'post-1' },
      'post to post-1',
    ],
    ['nowhere by itself after a refusal', { refused: ['wren.ashdown@mail.test'] }, 'undeliverable'],
    [
      'not to the address that was refused',
      { refused: ['wren.ashdown@mail.test'], confirmed: 'email-1' },
      'undeliverable',
    ],
    [
      'where a person said, where it may go nowhere else',
      { onlyChosen: true, confirmed: 'post-1' },
      'post to post-1',
    ],
    [
      'nowhere else where that contact is gone',
      { onlyChosen: true, confirmed: 'email-9' },
      'contact-check: no-longer-safe',
    ],
    ['nowhere where there is no contact', { contacts: [] }, 'contact-check: no-safe-contact'],
  ])('%s', (_what, change, expected) => {
    expect(outcome(change)).toBe(expected);
  });

  const contact = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    kind: fc.constantFrom('email', 'post', 'phone'),
    value: fc.constantFrom('one', 'two', 'three'),
    safety: fc.constantFrom('safe', 'shared', 'never', 'unconfirmed'),
    onFile: fc.boolean(),
  }) as fc.Arbitrary<ContactPoint>;

  const anyJourney = fc.record({
    contacts: fc.uniqueArray(contact, { selector: ({ id }) => id }),
    preferred: fc.constantFrom(null, 'a', 'b', 'c'),
    confirmed: fc.constantFrom(null, 'a', 'b', 'c'),
    flagged: fc.boolean(),
    confidential: fc.boolean(),
    emailAllowed: fc.boolean(),
    onlyChosen: fc.boolean(),
    byPost: fc.boolean(),
    refused: fc.subarray(['one', 'two']),
  });

  test('is never a never-use contact, never unasked a shared one or a flagged person’s, never by e-mail what may not', () => {
    fc.assert(
      fc.property(anyJourney, (any) => {
        const route = routeOf(any);
        if (!('way' in route)) return;
        const { contact: chosen, way } = route;
        expect(chosen.safety).not.toBe('never');
        expect(chosen.kind).toBe(way);
        if (chosen.safety === 'shared' || any.flagged || any.onlyChosen)
          expect(chosen.id).toBe(any.confirmed);
        if (way === 'email') expect(any.emailAllowed && !any.byPost).toBe(true);
        if (any.confidential && chosen.safety === 'unconfirmed') expect(chosen.id).toBe(any.confirmed);
        expect(any.refused).not.toContain(chosen.value);
      }),
      { numRuns: 2_000 },
    );
  });
});
