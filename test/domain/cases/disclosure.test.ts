import { carriers } from '../../../domain/cases/disclosure';

const item = (id: string, decision: string | null, parentId: string | null = null) => ({
  id,
  parentId,
  decision: decision === null ? null : { decision },
});

const carrying = (...items: ReturnType<typeof item>[]): string[] => carriers(items).map(({ id }) => id);

describe('an e-mail that would carry out what is kept back', () => {
  test.each(['withhold', 'release-redacted', 'not-this-person', 'out-of-scope'])(
    'is one that is released while its attachment is decided as %s',
    (decision) =>
      expect(carrying(item('mail', 'release'), item('attachment', decision, 'mail'))).toEqual(['mail']),
  );

  test.each(['release', 'duplicate', 'already-held'])(
    'is not one whose attachment is decided as %s: the person gets it, or has it',
    (decision) => expect(carrying(item('mail', 'release'), item('attachment', decision, 'mail'))).toEqual([]),
  );

  test('is also one that holds an e-mail that holds it', () =>
    expect(
      carrying(
        item('outer', 'release'),
        item('inner', 'release', 'outer'),
        item('attachment', 'withhold', 'inner'),
      ),
    ).toEqual(['outer', 'inner']));

  test('is none that leaves redacted, because another file leaves in its place', () =>
    expect(carrying(item('mail', 'release-redacted'), item('attachment', 'withhold', 'mail'))).toEqual([]));

  test('is none while nothing is decided of the attachment: the review cannot be finished anyway', () =>
    expect(carrying(item('mail', 'release'), item('attachment', null, 'mail'))).toEqual([]));
});
