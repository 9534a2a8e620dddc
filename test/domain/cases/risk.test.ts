import type { Rating } from '../../../domain/cases/impact-assessment/risk';
import { highestOf, levelOf, method, ratingOf, ratings } from '../../../domain/cases/impact-assessment/risk';

describe('the stated method of rating risks to people (UK GDPR Art 35(7)(c))', () => {
  test.each<[Rating, Rating, string]>([
    [1, 1, 'low'],
    [1, 4, 'low'],
    [5, 1, 'low'],
    [2, 3, 'medium'],
    [3, 4, 'medium'],
    [3, 5, 'high'],
    [4, 4, 'high'],
    [5, 5, 'high'],
  ])('rates likelihood %d and severity %d as %s', (likelihood, severity, level) => {
    expect(levelOf({ likelihood, severity })).toBe(level);
  });

  test('never calls a risk of grave harm low, however remote it is', () => {
    expect(levelOf({ likelihood: 1, severity: 5 })).toBe('medium');
  });

  test('never rates a likelier or a graver risk lower', () => {
    const order = ['low', 'medium', 'high'];
    const rank = (likelihood: Rating, severity: Rating) => order.indexOf(levelOf({ likelihood, severity }));
    for (const one of ratings)
      for (const other of ratings.slice(1)) {
        expect(rank(one, other)).toBeGreaterThanOrEqual(rank(one, (other - 1) as Rating));
        expect(rank(other, one)).toBeGreaterThanOrEqual(rank((other - 1) as Rating, one));
      }
  });

  test('takes the highest of several, and nothing for low', () => {
    expect(highestOf([])).toBe('low');
    expect(
      highestOf([
        { likelihood: 2, severity: 3 },
        { likelihood: 4, severity: 4 },
        { likelihood: 1, severity: 1 },
      ]),
    ).toBe('high');
  });

  test('reads a rating from one to five and nothing else', () => {
    expect([
      ratingOf('3'),
      ratingOf(5),
      ratingOf('0'),
      ratingOf('6'),
      ratingOf(''),
      ratingOf(undefined),
    ]).toEqual([3, 5, null, null, null, null]);
  });

  test('says its own thresholds', () => {
    expect(method).toContain('medium from 6, and high from 15');
  });
});
