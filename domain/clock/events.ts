import type { ClockEventType } from './types';

/** What each event means, for help texts and the rule book. */
export const eventMeanings: Record<ClockEventType, string> = {
  received: 'a request, objection or complaint reached anyone in the organisation',
  aware: 'we became aware of a personal data breach',
  'identity-requested': 'we asked for information to confirm identity (or authority)',
  'identity-received': 'that information arrived (not: was verified)',
  'identity-withdrawn': 'we took that request back, or it was not upheld',
  'fee-requested': 'a fee was charged, or notice of it given',
  'fee-paid': 'the fee was paid',
  'fee-withdrawn': 'the fee was waived',
  'clarification-requested': 'we asked what the request is about',
  'clarification-received': 'the clarification arrived',
  'clarification-withdrawn': 'we took that question back',
  extended: 'notice of an extension was given, with its reasons',
  'extension-undone': 'the extension was recorded by mistake',
  'high-risk-decided': 'the breach was found likely to result in a high risk',
  complied: 'the data were rectified, erased or restricted',
  'lift-decided': 'it was decided to lift a restriction',
  'project-started': 'a project was opened',
  submitted: 'the regulator received our request for prior consultation',
  'regulator-information-requested': 'the regulator asked us for information',
  'regulator-information-supplied': 'we supplied it',
  'regulator-information-withdrawn': 'the regulator took that request back',
  approved: 'an impact assessment was approved',
  'risk-changed': 'the risk of the processing changed',
  'data-obtained': 'personal data were obtained from someone else',
  'first-contact': 'the person was first contacted',
  'first-disclosure': 'the data were first disclosed to another recipient',
  logged: 'a housing complaint was acknowledged and logged',
  'progress-told': 'the complainant was told how far the complaint is',
  'stage1-extended': 'notice was given, with its reasons, that stage 1 of a housing complaint takes longer',
  'stage1-undone': 'that notice came back, so it was never given',
  escalated: 'a housing complaint went to stage 2',
  'review-requested': 'a review of the answer was asked for',
  'processing-ended': 'the processing ended',
  closed: 'the case was closed',
  adopted: 'a policy was adopted or last reviewed',
};

export function isClockEventType(text: string): text is ClockEventType {
  return Object.hasOwn(eventMeanings, text);
}
