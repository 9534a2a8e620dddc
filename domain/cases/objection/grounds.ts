/**
 * What may override an objection, by what it is against (UK GDPR Art 21(1), (6); DPA Sch 2). Direct marketing is not
 * here: nothing overrides that (Art 21(3)). Workflow-safe.
 */
import type { CaseFacts, Codes } from '../process';
import type { Undone } from '../undone';

/** What an objection can be against. */
export const againstWhat = {
  'public-task': {
    text: 'A task in the public interest, or official authority',
    article: 'Arts 6(1)(e), 21(1)',
  },
  'legitimate-interests': {
    text: 'Legitimate interests, recognised ones included',
    article: 'Arts 6(1)(ea), 6(1)(f), 21(1)',
  },
  'direct-marketing': { text: 'Direct marketing', article: 'Art 21(2)–(3): absolute, it stops at once' },
  research: { text: 'Research or statistics', article: 'Art 21(6)' },
} as const;

export type Against = keyof typeof againstWhat;

/** UK GDPR Art 21(3): nothing is weighed. */
export const isMarketing = ({ against }: Codes | CaseFacts): boolean => against === 'direct-marketing';

/** What was found about one use of the data, a closed list. */
export const findings = {
  'nothing-overrides': { text: 'Nothing overrides the objection: it stops', article: 'Art 21(1), (6)' },
  compelling: { text: 'Compelling legitimate grounds override it', article: 'Art 21(1)' },
  'legal-claims': { text: 'It is needed for legal claims', article: 'Art 21(1)' },
  'public-interest-task': {
    text: 'It is necessary for a task carried out in the public interest',
    article: 'Art 21(6): research and statistics only',
  },
  'other-basis': {
    text: 'It rests on another basis, to which one cannot object',
    article: 'Art 21(1): a contract, a legal obligation, vital interests; consent is withdrawn instead',
  },
  exempt: { text: 'An exemption applies to this part', article: 'DPA Sch 2 ¶2, ¶5, ¶¶7–12' },
} as const;

export type Finding = keyof typeof findings;

/** The use stops on one finding alone; every other one refuses. */
export const stops = (finding: Finding): boolean => finding === 'nothing-overrides';

/** Art 21(6) knows no compelling grounds and no legal claims; Art 21(1) knows no task in the public interest. */
const onlyOutsideResearch: readonly Finding[] = ['compelling', 'legal-claims'];

/** Why this may not be found of such an objection, or null. */
export function findingFault(against: Against, finding: Finding): string | null {
  const research = against === 'research';
  if (research && onlyOutsideResearch.includes(finding))
    return 'An objection to research or statistics yields to a task in the public interest alone (Art 21(6)).';
  if (!research && finding === 'public-interest-task')
    return 'Outside research and statistics a public task is not enough: only compelling legitimate grounds or legal claims override it (Art 21(1)).';
  return null;
}

/** How much of the objection is overruled (Art 12(4)). */
export type Refused = 'none' | 'part' | 'all';

export function refusedOf(found: readonly Finding[]): Refused {
  const stopped = found.filter(stops).length;
  if (stopped === found.length) return 'none';
  return stopped === 0 ? 'all' : 'part';
}

/** How the case ends: what could not be stopped somewhere is upheld in part only; where nothing could be, it is refused. */
export function objectionOutcome(
  refused: Refused,
  { impossible, nowhere }: Undone,
): 'upheld' | 'upheld-in-part' | 'overruled' | 'refused' {
  if (refused === 'all') return 'overruled';
  if (nowhere) return 'refused';
  return refused === 'part' || impossible.length > 0 ? 'upheld-in-part' : 'upheld';
}
