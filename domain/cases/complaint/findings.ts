/** What was found of each issue of a complaint, and so of the complaint (DPA s.164A(4)). Workflow-safe. */

/** What was concluded of one issue. */
export type Conclusion = 'upheld' | 'partly' | 'not-upheld';

export type ComplaintOutcome = 'upheld' | 'upheld-in-part' | 'not-upheld';

/** The complaint as a whole: upheld only where every issue is, not upheld only where none is. */
export function complaintOutcome(conclusions: readonly Conclusion[]): ComplaintOutcome {
  const all = (one: Conclusion): boolean => conclusions.every((conclusion) => conclusion === one);
  if (all('not-upheld')) return 'not-upheld';
  return all('upheld') ? 'upheld' : 'upheld-in-part';
}

/** Where an issue is upheld, even in part, the person learns what is done about it. */
export const remedyOwed = (conclusion: Conclusion): boolean => conclusion !== 'not-upheld';
