import type { Codes } from '../../../domain/cases/process';
import { rectification } from '../../../domain/cases/rectification';
import { subjectAccess } from '../../../domain/cases/subject-access';

const at = '2026-11-23';

describe('A letter that came back was never given', () => {
  test.each<[string, string]>([
    ['extension-notice#1', 'extension-undone'],
    ['extension-needed#1/extension-notice#1', 'extension-undone'],
    ['request-identity#2', 'identity-withdrawn'],
  ])('%s: %s (Art 12A(2), (4))', (letter, type) => {
    expect(rectification.clock('letter-returned', { letter }, at)).toEqual([{ type, at }]);
  });

  test('it is undone from the day on which it would have counted as given, where it came back sooner', () => {
    const codes = { letter: 'extension-notice#1', undoneOn: '2026-11-25' };
    expect(rectification.clock('letter-returned', codes, at)).toEqual([
      { type: 'extension-undone', at: '2026-11-25' },
    ]);
  });

  test.each<[Codes, readonly object[]]>([
    [{ letter: 'extension-notice#1', outcome: 'by-hand' }, [{ type: 'extended', at }]],
    [
      { letter: 'extension-notice#1', outcome: 'post', givenOn: '2026-11-25' },
      [{ type: 'extended', at: '2026-11-25' }],
    ],
    [{ letter: 'request-identity#1', outcome: 'email' }, [{ type: 'identity-requested', at }]],
    [{ letter: 'extension-notice#1', outcome: 'not-given' }, []],
    [{ letter: 'acknowledge#1', outcome: 'post' }, []],
    [{ outcome: 'post' }, []],
  ])('given after all it means again what it meant: %j', (codes, meaning) =>
    expect(rectification.clock('send-again', codes, at)).toEqual(meaning),
  );

  test('a fee and a question of an access request are undone and put again as well (Arts 12A(2)(c), (5))', () => {
    const asked = { letter: 'clarification-needed#1/ask-clarification#1', outcome: 'given' };
    expect(subjectAccess.clock('letter-returned', asked, at)).toEqual([
      { type: 'clarification-withdrawn', at },
    ]);
    expect(subjectAccess.clock('send-again', asked, at)).toEqual([{ type: 'clarification-requested', at }]);
    const refused = { letter: 'request-fee#1', outcome: 'not-possible' };
    expect(subjectAccess.clock('send-again', refused, at)).toEqual([]);
  });
});
