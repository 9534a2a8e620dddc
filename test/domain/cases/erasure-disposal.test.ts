import type { DisposalMethod, Medium } from '../../../domain/cases/erasure/disposal';
import { disposalFault, needsCertificate } from '../../../domain/cases/erasure/disposal';

describe('Secure disposal (UK GDPR Arts 5(1)(f), 32)', () => {
  test.each<[Medium, DisposalMethod[], RegExp | null]>([
    ['paper', ['cross-cut'], null],
    ['paper', ['shredded-by-contractor'], null],
    ['paper', ['deleted'], /on paper/],
    ['paper', ['cross-cut', 'deleted'], /not for such copies/],
    ['electronic', ['overwritten'], null],
    ['electronic', ['cross-cut'], /electronic/],
    ['both', ['cross-cut', 'deleted'], null],
    ['both', ['cross-cut'], /electronic/],
    ['both', ['deleted'], /on paper/],
  ])('of %s by %j: %s', (medium, methods, fault) => {
    const found = disposalFault(medium, methods);
    if (fault === null) expect(found).toBeNull();
    else expect(found).toMatch(fault);
  });

  test('is certified where somebody else does it', () => {
    expect(needsCertificate(['cross-cut', 'deleted'])).toBe(false);
    expect(needsCertificate(['cross-cut', 'shredded-by-contractor'])).toBe(true);
    expect(needsCertificate(['medium-destroyed'])).toBe(true);
  });
});
