import { loadProfile, ProfileError } from '../../../domain/organisation';
import { contrast } from '../../../domain/organisation/colours';
import { changed, mistakesIn, profileIds, profileOf, yamlOf } from './profiles';

const file = 'new-park-village.yaml';
const original = yamlOf('new-park-village');

/** The text with one piece replaced, and the line on which the replacement stands. */
function replaced(from: string, to: string): { text: string; line: number } {
  const at = original.indexOf(from);
  if (at < 0) throw new Error(`The profile has no "${from}".`);
  return { text: original.replace(from, to), line: original.slice(0, at).split('\n').length };
}

test.each(profileIds)('The profile of %s loads.', (id) => {
  expect(profileOf(id).id).toBe(id);
});

test.each([
  [
    'a nation that does not exist',
    'nation: england-and-wales',
    'nation: england',
    'nation',
    '"england"',
    /england-and-wales, scotland/,
  ],
  [
    'a period that is none',
    'period: 30 days, from: the recording',
    'period: a while, from: the recording',
    'processingRecords[5].retention.period',
    '"a while"',
    /20 working days/,
  ],
  [
    'an e-mail address that is none',
    'email: dpo@new-park-village.example',
    'email: dpo',
    'dpo.email',
    '"dpo"',
    /e-mail address/,
  ],
  [
    'an overwrite period of nought days',
    'overwriteAfterDays: 30',
    'overwriteAfterDays: 0',
    'systems[3].overwriteAfterDays',
    '0',
    /one day or more/,
  ],
  [
    'more hours to stop than are at once',
    'withinHours: 4',
    'withinHours: 25',
    'stopping.withinHours',
    '25',
    /from 1 to 24: longer is not at once/,
  ],
  [
    'a part of an hour to stop',
    'withinHours: 4',
    'withinHours: 0.5',
    'stopping.withinHours',
    '0.5',
    /a whole number/,
  ],
  [
    'a text where yes or no is meant',
    'outsider: true',
    'outsider: perhaps',
    'dpo.outsider',
    '"perhaps"',
    /true or false/,
  ],
  [
    'an unknown field',
    'shortName:',
    'nickname: NPV\nshortName:',
    'nickname',
    'the unknown field "nickname"',
    /one of id, name/,
  ],
  [
    'an unknown point of law',
    'aspect: request.channels',
    'aspect: request.channel',
    'rules[0].aspect',
    '"request.channel"',
    /clock\.start/,
  ],
  [
    'a word the point of law does not take',
    'applied: any-consent',
    'applied: some-consent',
    'rules[13].applied',
    '"some-consent"',
    /any-consent/,
  ],
  [
    'a system that does not exist',
    'systems: [cctv]',
    'systems: [cameras]',
    'processingRecords[5].systems[0]',
    '"cameras"',
    /one of systems: housing-management/,
  ],
  [
    'a category that does not exist',
    'categories: [cctv-images,',
    'categories: [films,',
    'processingRecords[5].categories[0]',
    '"films"',
    /one of categories/,
  ],
  [
    'a recipient that does not exist',
    'recipients: [survey-companies,',
    'recipients: [pollsters,',
    'processingRecords[14].recipients[0]',
    '"pollsters"',
    /one of recipients/,
  ],
  [
    'a person type that does not exist',
    'personTypes: [contractor]\n    searchHints',
    'personTypes: [builder]\n    searchHints',
    'systems[11].personTypes[0]',
    '"builder"',
    /one of personTypes/,
  ],
  [
    'a source that does not exist',
    'sources: [cameras]',
    'sources: [drones]',
    'processingRecords[5].sources[0]',
    '"drones"',
    /one of sources/,
  ],
  [
    'text that cannot be read on its ground',
    "text: '#ffffff'",
    "text: '#1d4f3f'",
    'colours.text',
    '#1d4f3f, which has a contrast of 1.00:1',
    /4\.5:1/,
  ],
])(
  'With %s the profile is refused by line, field, what was found and what is allowed.',
  (_, from, to, field, found, allowed) => {
    const { text, line } = replaced(from, to);
    const mistake = mistakesIn(text, file).find((one) => one.field === field);
    expect(mistake).toMatchObject({ file, line, field });
    expect(mistake?.found).toContain(found);
    expect(mistake?.allowed).toMatch(allowed);
  },
);

test('All mistakes of the shape are listed at once, in the order of the file, and in the message.', () => {
  const text = original
    .replace('nation: england-and-wales', 'nation: wales')
    .replace("primary: '#1d4f3f'", 'primary: green')
    .replace('pauseCounting: strict', 'pauseCounting: lenient');
  const mistakes = mistakesIn(text, file);
  expect(mistakes.map(({ field }) => field)).toEqual(['colours.primary', 'nation', 'clock.pauseCounting']);
  expect(() => loadProfile(text, file)).toThrow(
    /new-park-village\.yaml has 3 mistakes and was not loaded:\n.*:8:21 colours\.primary: found "green"; allowed: a colour/,
  );
});

test('A missing field is said to be missing, at the mapping that lacks it.', () => {
  const text = changed('new-park-village', (document) => document.delete('regulator'));
  expect(mistakesIn(text, file)).toMatchObject([{ field: 'regulator', found: 'nothing' }]);
});

test('A key written twice and bad indentation are refused with their line.', () => {
  expect(mistakesIn('id: one\nid: two\n', 'one.yaml')).toMatchObject([{ line: 2 }]);
  expect(mistakesIn('id: one\n  name: two\n', 'one.yaml')[0]?.allowed).toBe('well-formed YAML 1.2');
});

test('An empty file and a list are refused, and nothing is loaded.', () => {
  expect(() => loadProfile('', 'one.yaml')).toThrow(ProfileError);
  expect(() => loadProfile('- one\n', 'one.yaml')).toThrow(ProfileError);
});

test('A profile whose file has another name is refused, so that nobody edits the wrong one.', () => {
  expect(mistakesIn(original, 'other.yaml')).toMatchObject([
    { field: 'id', allowed: expect.stringContaining('other') },
  ]);
});

test('An id that stands twice in a list is refused.', () => {
  const text = changed('new-park-village', (document) =>
    document.setIn(['systems', 1, 'id'], 'housing-management'),
  );
  expect(mistakesIn(text, file)).toContainEqual(expect.objectContaining({ field: 'systems[1].id' }));
});

test('Contrast is computed as WCAG 2.2 does: black on white 21:1, #767676 on white just enough.', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5);
});
