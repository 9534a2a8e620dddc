export type * from './profile';
export type { AspectName } from './aspects';
export { loadProfile } from './load';
export { ProfileError, mistakeText, type Mistake } from './profile-error';
export { policyAgainstLaw, verdictTexts, type PolicyRow, type PolicyVerdict } from './policy-against-law';
export { applied, caseRetention, controllersOf, policyPeriod } from './reading';
export { HOUSING_OMBUDSMAN, isPublicAuthority } from './completeness';
