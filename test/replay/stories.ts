import { breachVersion } from '../../processes/breach.generated';
import { complaintVersion } from '../../processes/complaint.generated';
import { automatedDecisionVersion } from '../../processes/automated-decision.generated';
import { portabilityVersion } from '../../processes/portability.generated';
import { impactAssessmentVersion } from '../../processes/impact-assessment.generated';
import { erasureVersion } from '../../processes/erasure.generated';
import { rectificationVersion } from '../../processes/rectification.generated';
import { restrictionVersion } from '../../processes/restriction.generated';
import { decisionCheckVersion } from '../../processes/decision-check.generated';
import { consentWithdrawalVersion } from '../../processes/consent-withdrawal.generated';
import { objectionVersion } from '../../processes/objection.generated';
import type { Driver, World } from '../support/world';

const today = (): string => new Date().toISOString().slice(0, 10);

async function gathered(c: Driver): Promise<void> {
  const { facts } = await c.page();
  for (const item of facts.preserve as string[])
    await c.complete('preserve-evidence', { outcome: 'nothing-held' }, { item, role: 'handler' });
  await c.complete('triage', {
    ...{ route: 'answer', identity: 'no-doubt', fee: 'none', systems: ['housing-management'] },
  });
  await c.complete(
    'search-system',
    { result: 'found', hits: 1, minutes: 5 },
    { item: 'housing-management', role: 'handler' },
  );
}

async function answered(c: Driver): Promise<void> {
  await c.complete('review', { thirdParties: 'no', adviceNeeded: false });
  await c.complete('second-check', { outcome: 'right' }, { role: 'governance-officer' });
  await c.complete('decide', { decision: 'approve', departs: 'no' });
  await c.complete('prepare-response', { result: 'answered', delivery: 'post', confirmed: true });
  await c.posted('respond');
  await c.complete('deliver', { way: 'post' });
  await c.complete('close-case');
  await c.outcome();
}

/** Runs whose histories are kept, so that a change of a workflow is shown to leave running cases alone. */
export const stories: Readonly<Record<string, (w: World) => Promise<Driver>>> = {
  answered: async (w) => {
    const c = await w.open();
    await gathered(c);
    await answered(c);
    return c;
  },
  refused: async (w) => {
    const c = await w.open();
    await c.act('propose-refusal', { ground: 'manifestly-excessive' }, { role: 'handler' });
    await c.complete('advise-refusal', { advice: 'agree' });
    await c.complete('decide-refusal', { decision: 'refuse', departs: 'no', limitReasons: 'no' });
    await c.posted('refusal-letter');
    await c.outcome();
    return c;
  },
  'extended-and-clarified': async (w) => {
    const c = await w.open();
    await c.act(
      'extend',
      { ground: 'complexity' },
      { role: 'handler', personal: { reasons: 'Nine systems.' } },
    );
    await c.checked('extension-notice');
    await c.act('clarify', { why: 'unclear' }, { role: 'handler', personal: { question: 'Which years?' } });
    await c.checked('ask-clarification');
    await c.complete('await-clarification', { outcome: 'answered' }, { at: today() });
    await gathered(c);
    await c.task('review');
    return c;
  },
  'identified-by-code': async (w) => {
    const c = await w.open();
    await c.complete('triage', {
      ...{ route: 'answer', identity: 'identity', fee: 'none', systems: ['housing-management'] },
    });
    await c.checked('request-identity');
    await c.task('check-identity');
    await c.act('send-code', { contact: 'email-1' }, { role: 'handler' });
    await c.complete('check-code', { outcome: 'shown' });
    await c.complete('check-identity', { outcome: 'confirmed', receivedOn: today() }, { at: today() });
    await c.act('withdraw');
    await c.outcome();
    return c;
  },
  'marketing-stopped': async (w) => {
    const c = await w.open({
      kind: 'objection',
      processVersion: objectionVersion,
      codes: { channel: 'phone', requester: 'self', against: 'direct-marketing' },
    });
    await c.complete('suppress', { system: 'surveys', kept: ['email'], on: today() });
    for (const item of ['surveys', 'housing-management'])
      await c.complete('stop-at-once', { outcome: 'stopped', on: today() }, { item, role: 'handler' });
    await c.complete('close-case', { confirmed: true });
    await c.outcome();
    return c;
  },
  'objection-overruled': async (w) => {
    const c = await w.open({
      kind: 'objection',
      processVersion: objectionVersion,
      codes: { channel: 'email', requester: 'self', against: 'legitimate-interests' },
    });
    await c.complete('triage', { identity: 'no-doubt', restriction: 'no' });
    await c.complete('assess-objection', { refused: 'all', stop: 'no', usesCount: 1 });
    await c.complete('dpo-advice', { advice: 'agree' });
    await c.complete('decide', { decision: 'approve', departs: 'no', limitReasons: 'no' });
    await c.posted('outcome-letter');
    await c.complete('close-case', { confirmed: true });
    await c.outcome();
    return c;
  },
  'consent-withdrawn': async (w) => {
    const c = await w.open({
      kind: 'consent-withdrawal',
      processVersion: consentWithdrawalVersion,
      codes: { channel: 'phone', requester: 'self', purposes: ['surveys-and-research'] },
      typed: { purposes: ['surveys-and-research'] },
    });
    await c.complete(
      'stop-at-once',
      { outcome: 'stopped', on: today() },
      { item: 'surveys', role: 'handler' },
    );
    await c.posted('confirm-stopped');
    await c.complete('check-erasure', { outcome: 'nothing-held' });
    await c.complete('close-case', { confirmed: true });
    await c.outcome();
    return c;
  },
  reopened: async (w) => {
    const c = await w.open();
    await gathered(c);
    await answered(c);
    await c.reopen();
    await answered(c);
    return c;
  },
  'breach-notified-in-phases': async (w) => {
    const c = await w.open({
      ...{ kind: 'breach', processVersion: breachVersion, subject: undefined },
      ...{ contents: { title: 'A list sent to a stranger', request: 'The wrong file.' } },
      codes: { discovered: 'unknown', happened: 'unknown', ongoing: 'no', place: 'us' },
    });
    const now = new Date().toISOString();
    await c.complete('triage', { outcome: 'breach', role: 'controller', awareAt: now, measures: ['recall'] });
    await c.complete('contain', { outcome: 'done' }, { item: 'recall', role: 'handler' });
    await c.complete('assess', { people: 2, others: ['police'] });
    await c.complete('dpo-advice', { advice: 'agree' });
    await c.complete('decide', { decision: 'high-risk', people: 'each', departs: 'no' });
    await c.complete('tell-other', { outcome: 'told' }, { item: 'police' });
    const notice = {
      whatHappened: 'A list was sent.',
      consequences: 'Fraud.',
      measures: 'Deleted.',
      advice: 'Care.',
    };
    await c.complete(
      'prepare-notice',
      { peopleCount: 2, others: 'none' },
      {
        personal: {
          ...notice,
          people: 'name,email\nIvo Thorn,ivo.thorn@mail.test\nAda Fenn,ada.fenn@mail.test',
        },
      },
    );
    await c.complete('file-notification', { how: 'form', filedAt: now, complete: 'no' });
    await c.complete('follow-up', { people: 3 });
    await c.complete('file-notification', { how: 'form', filedAt: now, complete: 'yes' });
    await c.complete('lessons', { again: 'no', owners: [], dues: [] });
    await c.complete('close-case', { confirmed: true });
    await c.outcome();
    return c;
  },
  'assessed-and-in-force': async (w) => {
    const lead = { role: 'project-lead' } as const;
    const c = await w.open({
      ...{
        kind: 'impact-assessment',
        processVersion: impactAssessmentVersion,
        subject: undefined,
        codes: {},
      },
      ...{ viewer: await w.staff('project-lead') },
      contents: { title: 'Cameras in the lifts', request: 'Cameras in two blocks.' },
    });
    await c.complete('screen', { required: true, because: ['art-35-3'] }, lead);
    await c.complete('write-assessment', { residual: 'high' }, lead);
    await c.complete('governance-review', { outcome: 'complete' });
    await c.complete('dpo-advice', { next: 'on', residual: 'high', advice: 'proceed' });
    await c.complete('submit-consultation', { on: today(), consultation: 1 }, { at: today() });
    await c.complete(
      'record-advice',
      { on: today(), outcome: 'conditions', consultation: 1 },
      { at: today() },
    );
    const { staffId } = await w.staff('handler');
    await c.complete('sign-off', { decision: 'approve', owners: [staffId], dueDates: ['2099-01-31'] });
    await c.complete('note-decision', { reviewOn: '2099-11-22' }, lead);
    await c.complete(
      'carry-out-measure',
      { outcome: 'done', doneOn: today() },
      { item: '1', role: 'handler' },
    );
    await c.waiting('await-review');
    await c.act('report-risk-change', {}, lead);
    await c.complete('review-assessment', { outcome: 'keep', reviewOn: '2099-11-22' }, lead);
    await c.waiting('await-review');
    return c;
  },
  'erased-in-part': async (w) => {
    const c = await w.open({ kind: 'erasure', processVersion: erasureVersion });
    await c.complete('triage', { identity: 'no-doubt' });
    await c.complete('assess-erasure', {
      ...{ refused: 'part', erase: 'yes', systems: ['document-store'], recipients: [] },
      ...{ suppression: 'yes', madePublic: 'yes', partsCount: 2, holdsCount: 1 },
    });
    await c.complete('dpo-advice', { advice: 'agree' });
    await c.complete('decide', { decision: 'approve', departs: 'no', limitReasons: 'no' });
    await c.complete('release-erasure', { outcome: 'cannot-wait' });
    await c.complete('decide-copy-first', { decision: 'erase-now' });
    await c.complete('suppress', { purpose: 'marketing', kept: ['email'], on: today() });
    await c.complete(
      'carry-out',
      { outcome: 'done', on: today(), records: 14, medium: 'electronic', methods: ['deleted'] },
      { item: 'document-store', role: 'handler' },
    );
    await c.complete('tell-controllers', { outcome: 'told', told: 2, on: today() });
    await c.posted('outcome-letter');
    await c.complete('close-case', { confirmed: true });
    await c.outcome();
    return c;
  },
  'rectified-in-part': async (w) => {
    const c = await w.open({
      ...{ kind: 'rectification', processVersion: rectificationVersion },
      codes: { channel: 'phone', requester: 'self', particularsCount: 2 },
    });
    await c.complete('triage', { identity: 'no-doubt', restriction: 'yes' });
    await c.checked('propose-restriction');
    await c.complete('assess-accuracy', {
      ...{ refused: 'part', change: 'yes', systems: ['housing-management'], recipients: ['contractors'] },
    });
    await c.complete('dpo-advice', { advice: 'agree' });
    await c.complete('decide', { decision: 'approve', departs: 'no', limitReasons: 'no' });
    await c.complete(
      'carry-out',
      { outcome: 'expires', on: today(), records: 1, expiresOn: '2099-01-31' },
      { item: 'housing-management', role: 'handler' },
    );
    await c.complete('choose-notice', { way: 'tell' }, { personal: { notice: 'Change it.' } });
    await c.posted('outcome-letter');
    await c.checked('notify-recipient');
    await c.complete('confirm-recipient', { outcome: 'acted', on: today() });
    return c;
  },
  'complaint-upheld': async (w) => {
    const c = await w.open({
      ...{ kind: 'complaint', processVersion: complaintVersion },
      codes: { channel: 'phone', requester: 'self', about: 'handling', issuesCount: 1 },
    });
    const { staffId: enquirer } = await w.staff('governance-officer');
    await c.complete('appoint', { enquirer, identity: 'no-doubt', independent: true });
    await c.complete('enquire', { outcome: 'go-on' }, { role: 'governance-officer' });
    await c.posted('progress-letter');
    await c.complete('enquire', { outcome: 'complete' }, { role: 'governance-officer' });
    await c.complete(
      'findings',
      { result: 'upheld', owners: [enquirer], dues: ['2099-01-31'] },
      { role: 'governance-officer' },
    );
    await c.act('regulator-wrote', { on: today(), due: '2099-01-31', assignee: enquirer });
    await c.complete('answer-regulator', { on: today(), way: 'email' }, { role: 'governance-officer' });
    await c.complete('decide', { decision: 'approve' });
    await c.posted('outcome-letter');
    await c.complete('carry-out-action', { outcome: 'done' }, { role: 'governance-officer' });
    await c.complete('close-case', { confirmed: true });
    await c.outcome();
    return c;
  },
  'ported-in-part': async (w) => {
    const c = await w.open({
      ...{ kind: 'portability', processVersion: portabilityVersion },
      codes: { channel: 'email', requester: 'self', forWhom: 'person' },
    });
    await c.complete('triage', { identity: 'no-doubt' });
    await c.complete('assess-scope', {
      ...{
        refused: 'part',
        portable: 'yes',
        systems: ['housing-management'],
        inScope: ['tenancy-management'],
      },
    });
    await c.complete('dpo-advice', { advice: 'agree' });
    await c.complete('decide', { decision: 'approve', departs: 'no', limitReasons: 'no' });
    const entry = { record: 'tenancy-management', name: 'Name', value: 'Wren', origin: 'provided' };
    await c.complete(
      'extract',
      { outcome: 'extracted', on: today() },
      { item: 'housing-management', role: 'handler', personal: { entries: [entry] } },
    );
    await c.complete('review', {
      ...{ outcome: 'ready', others: 'no', transmission: 'not-asked', delivery: 'post' },
    });
    await c.posted('respond');
    await c.complete('deliver', { way: 'post', on: today() });
    return c;
  },
  'decision-changed': async (w) => {
    const c = await w.open({
      ...{ kind: 'automated-decision', processVersion: automatedDecisionVersion },
      codes: { channel: 'phone', requester: 'self', asks: ['contest'] },
    });
    await c.complete('triage', { identity: 'no-doubt' });
    await c.complete('identify-decision', {
      decision: 'assessments',
      solelyAutomated: 'yes',
      applies: 'yes',
    });
    await c.posted('explain');
    await c.complete('take-representations', { outcome: 'review', on: today() });
    const { staffId } = await w.staff('accountable-manager');
    await c.complete('appoint-reviewer', { reviewer: staffId }, { role: 'handler' });
    await c.complete(
      'review-decision',
      { reviewed: 'yes', outcome: 'changed', systems: ['housing-management'] },
      { role: 'accountable-manager' },
    );
    await c.complete(
      'carry-out',
      { outcome: 'done', on: today(), records: 1 },
      { item: 'housing-management', role: 'handler' },
    );
    await c.posted('outcome-letter');
    return c;
  },
  'decision-checked': async (w) => {
    const { staffId } = await w.staff('dpo');
    const c = await w.open({
      ...{ kind: 'decision-check', processVersion: decisionCheckVersion, subject: undefined },
      ...{
        contents: { title: 'Assessments', request: 'Twenty scores.' },
        codes: { decision: 'assessments' },
      },
    });
    const check = { on: today(), nextOn: '2099-11-22', nextBy: staffId };
    const concern = { meanwhile: 'stopped', owner: staffId, dueOn: '2099-01-31' };
    await c.complete('check-decision', { ...check, outcome: 'concern', ...concern });
    await c.complete('put-right', { outcome: 'later', dueOn: '2099-02-28' });
    await c.complete('put-right', { outcome: 'done', on: today() });
    await c.waiting('await-check');
    return c;
  },
  'restriction-kept': async (w) => {
    const c = await w.open({
      ...{ kind: 'restriction', processVersion: restrictionVersion },
      codes: { channel: 'phone', requester: 'self', grounds: ['accuracy'] },
    });
    await c.complete('triage', { identity: 'no-doubt' });
    await c.complete('assess-grounds', {
      ...{ restrict: 'all', refused: 'none', grounds: ['accuracy'], systems: ['housing-management'] },
      reviewOn: '2099-01-05',
    });
    await c.complete('second-check', { outcome: 'right' }, { role: 'governance-officer' });
    await c.complete(
      'carry-out',
      { outcome: 'done', on: today(), records: 1 },
      { item: 'housing-management', role: 'handler' },
    );
    await c.posted('outcome-letter');
    await c.act('permit-use', { ground: 'consent' }, { role: 'handler' });
    await c.complete('decide-use', { decision: 'permit', ground: 'consent' });
    await c.act('end-restriction', { why: 'claim-over' }, { role: 'handler' });
    await c.complete('review-restriction', { decision: 'keep', nextReviewOn: '2099-07-05' });
    return c;
  },
};
