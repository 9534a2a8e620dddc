import {
  nineCriteria,
  regulatorsList,
  whyRequired,
  type HouseRule,
} from '../../../domain/cases/impact-assessment/screening';

const nothing = { automatic: [], regulator: [], criteria: [], newSystem: false };
const why = (change: Partial<typeof nothing> | object, rule: HouseRule = 'likely-high-risk') =>
  whyRequired({ ...nothing, ...change }, rule);

describe('when an impact assessment is required', () => {
  test('each case of Art 35(3) requires one by itself', () => {
    for (const one of ['automated-evaluation', 'large-scale-sensitive', 'public-monitoring'])
      expect(why({ automatic: [one] })).toEqual(['art-35-3']);
  });

  test('nothing ticked requires none (Art 35(1))', () => {
    expect(why({})).toEqual([]);
  });

  test.each(Object.entries(regulatorsList))(
    'of the regulator’s list (Art 35(4)): %s',
    (code, { withAnother }) => {
      expect(why({ regulator: [code] })).toEqual(withAnother ? [] : ['regulators-list']);
      expect(why({ regulator: [code], criteria: ['vulnerable'] })).toEqual(['regulators-list']);
    },
  );

  test('two of WP248’s nine criteria require one, one does not', () => {
    expect(Object.keys(nineCriteria)).toHaveLength(9);
    expect(why({ criteria: ['vulnerable'] })).toEqual([]);
    expect(why({ criteria: ['vulnerable', 'large-scale'] })).toEqual(['two-criteria']);
  });

  test('an organisation’s own rule may ask for more, never for less', () => {
    expect(why({}, 'every-new-project')).toEqual(['house-rule']);
    expect(why({ newSystem: false }, 'every-new-system')).toEqual([]);
    expect(why({ newSystem: true }, 'every-new-system')).toEqual(['house-rule']);
    expect(why({ automatic: ['public-monitoring'] }, 'every-new-system')).toEqual(['art-35-3']);
  });
});
