import type { Ground, KeptUnder, Part } from '../../../domain/cases/erasure/exceptions';
import {
  erasureOutcome,
  exceptions,
  exemptions,
  grounds,
  isException,
  partFault,
  refusedOf,
} from '../../../domain/cases/erasure/exceptions';

describe('Grounds of erasure (UK GDPR Art 17(1))', () => {
  test('are the seven of the article, (g) included, each named once', () => {
    expect(Object.values(grounds).map(({ article }) => article)).toEqual(
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((letter) => `Art 17(1)(${letter})`),
    );
  });
});

describe('Exceptions from erasure (UK GDPR Art 17(3))', () => {
  test('are the five of the article and no more', () => {
    expect(Object.values(exceptions).map(({ article }) => article)).toEqual(
      ['a', 'b', 'c', 'd', 'e'].map((letter) => `Art 17(3)(${letter})`),
    );
  });

  test.each(Object.entries(exceptions))(
    '%s is cited to the person, and says what its reasons must show',
    (name, one) => {
      expect(isException(name)).toBe(true);
      expect(one.said).toContain(`(Article ${one.article.replace('Art ', '')} of the UK GDPR)`);
      expect(one.mustShow).not.toBe('');
    },
  );

  test('exemptions of DPA Sch 2 are those that reach Art 17(1), and are no exceptions', () => {
    expect(Object.keys(exemptions)).toEqual(['sch2-2', 'sch2-5', 'sch2-7']);
    expect(Object.keys(exemptions).some(isException)).toBe(false);
    expect(isException('no-ground')).toBe(false);
    expect(isException(undefined)).toBe(false);
  });
});

describe('What is decided of a part follows from the law', () => {
  const everyGround = Object.keys(grounds) as Ground[];
  const everyReason = [...Object.keys(exceptions), ...Object.keys(exemptions)] as KeptUnder[];

  test.each(everyGround)('on the ground %s it may be erased (Art 17(1))', (ground) => {
    expect(partFault({ ground, decision: 'erase' })).toBeNull();
  });

  test.each(everyReason)(
    'where a ground is met it may be kept under %s (Art 17(3); DPA Sch 2)',
    (keptUnder) => {
      for (const ground of everyGround) expect(partFault({ ground, decision: 'keep', keptUnder })).toBeNull();
    },
  );

  test.each<[string, Part, string, RegExp]>([
    ['erased without a ground', { ground: 'none', decision: 'erase' }, 'ground', /Art 17\(1\)\(a\)/],
    [
      'kept for want of a ground although one is met',
      { ground: 'unlawful', decision: 'keep', keptUnder: 'no-ground' },
      'keptUnder',
      /exception of Art 17\(3\)/,
    ],
    [
      'kept under an exception although no ground is met',
      { ground: 'none', decision: 'keep', keptUnder: 'legal-claims' },
      'keptUnder',
      /Without a ground/,
    ],
  ])('it may not be %s', (_case, part, field, message) => {
    expect(partFault(part)).toEqual({ field, message: expect.stringMatching(message) });
  });

  test('it may be kept where no ground is met', () => {
    expect(partFault({ ground: 'none', decision: 'keep', keptUnder: 'no-ground' })).toBeNull();
  });
});

describe('How much is refused, and how the case ends (Art 12(4))', () => {
  const erase = { decision: 'erase' } as const;
  const keep = { decision: 'keep' } as const;

  test.each([
    [[erase, erase], 'none'],
    [[erase, keep], 'part'],
    [[keep, keep], 'all'],
  ])('%j refuses %s', (parts, refused) => {
    expect(refusedOf(parts)).toBe(refused);
  });

  test.each([
    ['none', [], 'erased'],
    ['none', ['archive'], 'erased-in-part'],
    ['part', [], 'erased-in-part'],
    ['all', [], 'refused'],
  ] as const)('refused %s, impossible on %j: %s', (refused, impossible, outcome) => {
    expect(erasureOutcome(refused, { impossible, nowhere: false })).toBe(outcome);
  });

  test('is refused where it was impossible on every system', () => {
    expect(erasureOutcome('none', { impossible: ['archive'], nowhere: true })).toBe('refused');
  });
});
