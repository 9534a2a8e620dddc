/** Forms of an impact assessment (UK GDPR Arts 35 and 36), by stage. */
import type { Form } from './form';
import {
  agreeDropped,
  carryOutMeasure,
  closeAssessment,
  noteDecision,
  recordAdvice,
  reviewAssessment,
  submitConsultation,
} from './impact-assessment/follow';
import { dpoAdvice, governanceReview, signOff, writeAssessment } from './impact-assessment/judge';
import { adviseNotRequired, decideNotRequired, screen } from './impact-assessment/open';
import { byTask } from './shared/rights';

export { logImpactAssessment } from './impact-assessment/open';

export const impactAssessmentForms: Readonly<Record<string, Form>> = byTask([
  screen,
  adviseNotRequired,
  decideNotRequired,
  writeAssessment,
  governanceReview,
  dpoAdvice,
  submitConsultation,
  recordAdvice,
  signOff,
  noteDecision,
  carryOutMeasure,
  agreeDropped,
  reviewAssessment,
  closeAssessment,
]);
