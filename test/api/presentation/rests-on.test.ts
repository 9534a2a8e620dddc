import { restsOn } from '../../../api/presentation/rests-on';
import type { EventRow } from '../../../register/cases';

let sequence = 0;
const event = (change: Partial<EventRow>): EventRow =>
  ({
    ...{ sequence: ++sequence, type: 'step-left', step: null, element: null, action: null, data: {} },
    ...change,
  }) as EventRow;
const said = (element: string, step = `${element}#1`): EventRow =>
  event({ element, step, submissionId: `${element}-${sequence}` });
const acted = (action: string): EventRow => event({ type: 'acted', action, submissionId: action });
const logged = event({ type: 'case-opened', submissionId: 'log' });

const names = (element: string, events: readonly EventRow[]): string[] =>
  restsOn({ kind: 'restriction', element, step: `${element}#1`, item: null }, events).map(
    ({ type, element: of, action }) => action ?? of ?? type,
  );

describe('What a task rests on', () => {
  test('is the request, the last proposal and the advice on it, in the order in which they were said', () => {
    const first = said('assess-grounds');
    const events = [logged, first, said('second-check'), said('assess-grounds'), said('dpo-advice')];
    expect(names('decide', events)).toEqual(['case-opened', 'assess-grounds', 'dpo-advice']);
    expect(
      restsOn({ kind: 'restriction', element: 'decide', step: 'decide#2', item: null }, events),
    ).not.toContain(first);
  });

  test('is why it was sent back, until it is done anew', () => {
    const back = [logged, said('assess-grounds'), said('second-check')];
    expect(names('assess-grounds', back)).toEqual(['case-opened', 'second-check']);
    expect(names('assess-grounds', [...back, said('assess-grounds')])).toEqual(['case-opened']);
  });

  test('is the action that asked for it, and not one that was dealt with before', () => {
    const proposed = [logged, acted('propose-refusal')];
    expect(names('advise-refusal', proposed)).toEqual(['case-opened', 'propose-refusal']);
    const dropped = [...proposed, said('advise-refusal')];
    expect(names('advise-refusal', dropped)).toEqual(['case-opened']);
    expect(names('advise-refusal', [...dropped, acted('propose-refusal')])).toContain('propose-refusal');
  });

  test('is why a wait was ended before its day', () => {
    const assessed = said('assess-grounds');
    const ended = event({
      element: 'await-review',
      step: 'await-review#1',
      submissionId: 'e',
      data: { early: true },
    });
    const events = [logged, assessed, ended];
    expect(names('review-restriction', events)).toEqual(['assess-grounds', 'await-review']);
    expect(names('review-restriction', [...events, said('review-restriction')])).toEqual(['assess-grounds']);
  });

  test('says nothing of another recipient', () => {
    const chosen = (item: string) => said('choose-notice', `tell-recipients#1[${item}]/choose-notice#1`);
    const [council, police] = [chosen('council'), chosen('police')];
    const step = 'tell-recipients#1[council]/decide-not-told#1';
    const about = { kind: 'restriction', element: 'decide-not-told', step, item: 'council' } as const;
    expect(restsOn(about, [logged, council, police])).toEqual([council]);
  });

  test('is what was asked for then, of two uses that wait at once (Art 18(2))', () => {
    const asked = (number: number): EventRow =>
      event({
        ...{ type: 'fired', element: 'use-asked', number },
        action: 'permit-use',
        submissionId: `${number}`,
      });
    const [first, second] = [asked(1), asked(2)];
    const about = (number: number) =>
      ({
        kind: 'restriction',
        element: 'decide-use',
        step: `use-asked#${number}/decide-use#1`,
        item: null,
      }) as const;
    expect(restsOn(about(1), [logged, first, second])).toEqual([first]);
    expect(restsOn(about(2), [logged, first, second])).toEqual([second]);
  });
});
