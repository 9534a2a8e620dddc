import type { CaseKind } from '../../domain/cases/kinds';
import { definitionOf } from '../../domain/cases/registry';
import { mandatoryParagraphs } from '../../templates/mandatory';
import { details } from './sample';

/*
 * What the law wants in each letter, written down apart from the definitions: a paragraph that falls out of a
 * definition is missed here.
 */
const rights = ['rectification', 'erasure', 'restriction', 'portability', 'objection', 'automated-decision'] as const;
const complaints = ['complain-to-us', 'complain-to-regulator'] as const;
const refusing = ['why-refused', ...complaints, 'judicial-remedy'] as const;

const owed = (kind: CaseKind, letter: string, refused = false): readonly string[] => {
  const definition = definitionOf(kind).letters[letter];
  if (!definition) throw new Error(`${kind} has no letter ${letter}.`);
  return Object.keys(mandatoryParagraphs(definition, { details: { ...details, refused } }));
};

const answerOf = (kind: CaseKind): string => (kind === 'portability' ? 'respond' : 'outcome-letter');

describe('What the law wants in each letter, by article', () => {
  test.each(['subject-access', ...rights] as const)(
    'Art 12(4): a refusal of %s gives the reasons, both complaints and the court',
    (kind) => {
      // Access has words of its own for its reasons.
      const whole = refusing.map((one) => (kind === 'subject-access' && one === 'why-refused' ? 'reasons' : one));
      expect(owed(kind, 'refusal-letter')).toEqual(expect.arrayContaining(whole));
      expect(owed(kind, 'closing-letter')).toEqual(expect.arrayContaining(whole));
    },
  );

  test.each(rights)('Art 12(4): an answer to %s that refuses a part gives them as well', (kind) => {
    expect(owed(kind, answerOf(kind), true)).toEqual(expect.arrayContaining([...refusing]));
    expect(owed(kind, answerOf(kind))).toEqual(expect.arrayContaining([...complaints]));
  });

  test.each(['subject-access', ...rights] as const)(
    'Art 12A(4): a notice of extension of %s gives the reasons, and whom to complain to',
    (kind) => {
      expect(owed(kind, 'extension-notice')).toEqual(
        expect.arrayContaining(['extension-reasons', ...complaints]),
      );
      expect(definitionOf(kind).letters['extension-notice']?.effectiveOnDelivery).toBe(true);
    },
  );

  test.each([
    ['Art 7(3)', 'consent-withdrawal', 'confirm-stopped', ['earlier-lawful', ...complaints]],
    ['Art 12(6)', 'rectification', 'request-identity', ['reasonable-doubt']],
    ['Art 18(1)(a)', 'rectification', 'propose-restriction', ['may-restrict']],
    ['Art 18(1)(d)', 'objection', 'propose-restriction', ['may-restrict-meanwhile']],
    ['Art 18(2)–(3)', 'restriction', 'outcome-letter', ['while-restricted', 'told-before-lifting']],
    ['Art 18(3)', 'restriction', 'lift-notice', ['before-lifting', ...complaints, 'judicial-remedy']],
    ['Art 19', 'rectification', 'notify-recipient', ['recipient-duty']],
    ['Art 19', 'erasure', 'name-recipients', ['who-received']],
    ['Art 21(3)', 'objection', 'confirm-stopped', ['marketing-stopped', ...complaints]],
    ['Art 22C(2)', 'automated-decision', 'explain', ['decision-logic', 'decision-safeguards']],
    [
      'Arts 33(3), 34(2)',
      'breach',
      'tell-person',
      ['breach-nature', 'breach-contact', 'breach-consequences', 'breach-measures'],
    ],
    ['DPA s.164A(3)', 'complaint', 'acknowledge', ['complaint-steps', 'complain-to-regulator']],
    [
      'Housing Ombudsman’s Code; DPA s.164A(4)–(5)',
      'complaint',
      'stage1-notice',
      [
        ...['stage1-reasons', 'stage1-date', 'housing-ombudsman', 'data-protection-meanwhile'],
        'complain-to-regulator',
      ],
    ],
    ['DPA ss.165–168', 'complaint', 'outcome-letter', ['complain-to-regulator', 'after-complaint']],
  ] as const)('%s: %s, %s', (_article, kind, letter, paragraphs) => {
    expect(owed(kind, letter)).toEqual(expect.arrayContaining([...paragraphs]));
  });

  test('Art 15(1)–(2): a response to access gives every line', () => {
    expect(owed('subject-access', 'respond')).toEqual(
      expect.arrayContaining([
        ...['confirmation', 'purposes', 'categories', 'recipients', 'retention', 'rights', 'sources'],
        ...['automated-decisions', 'transfers', ...complaints],
      ]),
    );
  });
});
