import { replay, waiversFor, type RecordedEvent } from '../../../processes/conformance';
import type { ProcessModel } from '../../../processes/model';
import { processes } from '../../../processes/registry.generated';
import { did, entered, left, record, waived } from '../support/record';
import { gathered, preserved, straight, triaged } from '../support/subject-access';

const model = processes['subject-access']?.model as ProcessModel;

const without = (events: readonly RecordedEvent[], ...elements: string[]): RecordedEvent[] =>
  events.filter(({ element }) => !elements.includes(element ?? ''));

describe('The waivers that a record needs to fit a diagram with more steps than it has', () => {
  it('are none where it fits as it is', () => {
    expect(waiversFor(model, gathered)).toEqual([]);
  });

  it('name the one step that was drawn in before where the case stands', () => {
    expect(waiversFor(model, without(straight, 'second-check'))).toEqual(['second-check#1']);
  });

  it('name each of several steps, in one row or far apart', () => {
    const events = without(straight, 'acknowledge', 'prepare-response', 'assemble');
    expect([...(waiversFor(model, events) ?? [])].sort()).toEqual([
      'acknowledge#1',
      'assemble#1',
      'prepare-response#1',
    ]);
  });

  it('name each round of a loop that went by without the step', () => {
    const events = record(
      ...[gathered, did('review#1', 'decide#1', 'review#2', 'decide#2', 'prepare-response#1')],
    );
    expect(waiversFor(model, events)).toEqual(['second-check#1', 'second-check#2']);
    expect(replay(model, record(events, waived('second-check#1')))).toMatchObject({ fits: false });
  });

  it('name the step in each item of a repeated sub-process, and only where it is missing', () => {
    const searched = record(
      entered('search#1', { items: ['housing', 'mail'] }),
      did('search#1[housing]/ask-owner#1', 'search#1[housing]/search-system#1'),
      did('search#1[mail]/search-system#1'),
      left('search#1'),
    );
    expect(waiversFor(model, record(preserved, triaged, searched))).toEqual(['search#1[mail]/ask-owner#1']);
  });

  it('name a step at the end of a sub-process that was left without it', () => {
    const searched = record(
      entered('search#1', { items: ['mail'] }),
      did('search#1[mail]/ask-owner#1'),
      left('search#1'),
    );
    expect(waiversFor(model, record(preserved, triaged, searched))).toEqual([
      'search#1[mail]/search-system#1',
    ]);
  });

  it('do not exist where the record holds a step that is not on the diagram', () => {
    expect(waiversFor(model, record(gathered, did('weigh-up#1')))).toBeNull();
  });

  it('do not exist where the diagram has its steps in another order', () => {
    expect(waiversFor(model, record(gathered, did('second-check#1', 'review#1')))).toBeNull();
  });
});
