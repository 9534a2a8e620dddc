import type { CaseKind } from '../../../domain/cases/kinds';

/** What may be withheld, in words that the person can follow (DPA Schs 2 and 3). */
const grounds: Readonly<Record<string, string>> = {
  'sch2-3':
    'Disclosing it would affect the assessment of risk in the administration of housing benefit (paragraph 3 of Schedule 2 to the Data Protection Act 2018).',
  'sch2-5':
    'The law, or legal proceedings, require or allow us to withhold it (paragraph 5 of Schedule 2 to the Data Protection Act 2018).',
  'sch2-7':
    'Disclosing it would be likely to prejudice work that protects the public (paragraphs 7 to 12 of Schedule 2 to the Data Protection Act 2018).',
  'sch2-16':
    'It is also information about somebody else, who has not agreed to its disclosure, and it would not be reasonable to disclose it without their agreement (paragraph 16 of Schedule 2 to the Data Protection Act 2018).',
  'sch2-19':
    'It is advice between us and our lawyers, or otherwise covered by legal professional privilege (paragraph 19 of Schedule 2 to the Data Protection Act 2018).',
  'sch2-22':
    'It is about our management planning, which disclosing it would be likely to prejudice (paragraph 22 of Schedule 2 to the Data Protection Act 2018).',
  'sch2-23':
    'It records our intentions in negotiations with you, which disclosing it would be likely to prejudice (paragraph 23 of Schedule 2 to the Data Protection Act 2018).',
  'sch2-24':
    'It is a reference given in confidence (paragraph 24 of Schedule 2 to the Data Protection Act 2018).',
};

const unnamed = 'The Data Protection Act 2018 lets us withhold it (Schedules 2 and 3 to the Act).';

/** What would be done at the person's word, where they asked for something else than to see it (Arts 16–21). */
const doing: Readonly<Partial<Record<CaseKind, string>>> = {
  rectification: 'Changing it as you ask',
  erasure: 'Erasing it',
  restriction: 'Restricting its use',
  portability: 'Handing it over in that form',
  objection: 'Stopping this use of it',
};

/** The same grounds of a request that does not ask to see anything. */
const ofOtherRights = (what: string): Readonly<Record<string, string>> => ({
  'sch2-5': `The law, or legal proceedings, require or allow us to decline this. ${what} would stand in the way of them (paragraph 5 of Schedule 2 to the Data Protection Act 2018).`,
  'sch2-7': `${what} would be likely to prejudice work that protects the public (paragraphs 7 to 12 of Schedule 2 to the Data Protection Act 2018).`,
});

const unnamedOtherwise = 'The Data Protection Act 2018 lets us decline this (Schedule 2 to the Act).';

/**
 * The ground in words, as the right at hand needs them. Crime (¶2), self-incrimination (¶20) and serious harm (Sch 3)
 * are never named here: naming them can do the very harm they guard against. Staff may say more in the letter's free
 * part.
 */
export function groundOf(exemption: unknown, kind: CaseKind = 'subject-access'): string {
  if (kind === 'subject-access') return grounds[String(exemption)] ?? unnamed;
  return ofOtherRights(doing[kind] ?? 'Doing it')[String(exemption)] ?? unnamedOtherwise;
}
