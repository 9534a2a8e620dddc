import { replay, type RecordedEvent } from '../../../processes/conformance';
import type { ProcessModel } from '../../../processes/model';
import { processes } from '../../../processes/registry.generated';
import { cancelled, did, entered, fired, record } from '../support/record';
import { gathered, straight, triaged } from '../support/subject-access';

const model = processes['subject-access']?.model as ProcessModel;

function fitOf(events: readonly RecordedEvent[]) {
  const result = replay(model, events);
  if (!result.fits) throw new Error(result.reason);
  return result;
}

describe('the position of a case', () => {
  it('is the first steps of the diagram before anything was recorded', () => {
    expect(fitOf([]).position).toEqual(['preserve', 'acknowledge', 'match-identity']);
  });

  it('is every open step, and the sub-process around it', () => {
    const events = record(triaged, entered('search#1', { items: ['cctv', 'mail'] }), [
      ...did('search#1[cctv]/ask-owner#1'),
      ...entered('search#1[cctv]/search-system#1'),
    ]);
    expect(fitOf(events).position).toEqual(['search', 'search-system']);
  });

  it('includes what runs beside the work', () => {
    const events = record(gathered, entered('review#1'), fired('extension-needed'), [
      ...entered('extension-needed#1/extension-notice#1'),
    ]);
    expect(fitOf(events).position).toEqual(['review', 'extension-notice']);
  });

  it('leaves out what an interruption has cut off', () => {
    const events = record(gathered, entered('review#1'), fired('withdrawn'), cancelled('review#1'), [
      ...entered('withdrawn#1/confirm-withdrawal#1'),
    ]);
    expect(fitOf(events).position).toEqual(['confirm-withdrawal']);
  });

  it('is the end by which the case was closed', () => {
    expect(fitOf(straight)).toMatchObject({ position: ['answered'], closed: 'answered' });
  });
});

describe('what comes next', () => {
  it('is every step that the diagram leads to without a choice, and that was not entered', () => {
    const events = record(entered('preserve#1', { items: [] }), entered('match-identity#1'));
    expect(fitOf(events).next).toEqual(['acknowledge']);
  });

  it('is nothing where a case stands at all its steps, or before a choice', () => {
    expect(fitOf(record(gathered, entered('review#1'))).next).toEqual([]);
    expect(fitOf(record(gathered, did('review#1'))).next).toEqual([]);
  });
});

describe('the way a case came', () => {
  it('shows no branch before it is known to have been taken', () => {
    const { flows, elements } = fitOf(triaged).reached;
    expect(flows).toContain('triage.who-answers');
    expect(flows).not.toContain('who-answers.work');
    expect(elements).not.toContain('to-controller');
  });

  it('shows the branch as soon as an event proves it', () => {
    const { flows } = fitOf(record(triaged, entered('search#1', { items: [] }))).reached;
    expect(flows).toContain('who-answers.work');
    expect(flows).not.toContain('identity-in-doubt.identity-known');
  });
});
