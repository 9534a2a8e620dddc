/** Every workflow the worker runs; a kind of case adds one line. */
export { erasure } from './erasure';
export { impactAssessment } from './impact-assessment';
export { automatedDecision } from './automated-decision';
export { breach } from './breach';
export { complaint } from './complaint';
export { consentWithdrawal } from './consent-withdrawal';
export { decisionCheck } from './decision-check';
export { objection } from './objection';
export { portability } from './portability';
export { rectification } from './rectification';
export { restriction } from './restriction';
export { subjectAccess } from './subject-access';
