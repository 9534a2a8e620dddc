import fc from 'fast-check';
import { replay, type RecordedEvent } from '../../../processes/conformance';
import type { ProcessModel } from '../../../processes/model';
import { processes } from '../../../processes/registry.generated';
import { cancelled, closed, did, didEach, entered, fired, left, record, reopened } from '../support/record';
import {
  gathered,
  legalRuns,
  preserved,
  responded,
  searched,
  straight,
  triaged,
  withdrawn,
} from '../support/subject-access';

const model = processes['subject-access']?.model as ProcessModel;
const reviewed = record(gathered, did('review#1'));
const refusalDecided = did('refusal-proposed#1/advise-refusal#1', 'refusal-proposed#1/decide-refusal#1');

/** What was recorded legally, the first event that was not, and what is said of it. */
type Case = [
  name: string,
  before: readonly RecordedEvent[],
  illegal: readonly RecordedEvent[],
  reason: RegExp,
];

const steps: Case[] = [
  ['skips a step', gathered, entered('second-check#1'), /does not lead there now\. Next: ready/],
  ['enters a step twice', gathered, [...entered('review#1'), ...entered('review#2')], /Open: review#1/],
  ['leaves a step it never entered', gathered, left('review#1'), /“review#1” is left, but is not open/],
  ['leaves a step twice', reviewed, left('review#1'), /is not open/],
  [
    'passes a joining gateway too early',
    record(preserved, triaged, searched),
    entered('review#1'),
    /Next: acknowledge/,
  ],
  [
    'goes both ways at an exclusive gateway',
    record(reviewed, did('second-check#1', 'decide#1')),
    entered('dpo-advice#1'),
    /does not lead there/,
  ],
  [
    'goes on after passing the request to the controller',
    record(did('acknowledge#1'), triaged, fired('forward')),
    entered('search#1', { items: [] }),
    /“the process” is not running/,
  ],
];

const inside: Case[] = [
  ['enters a step outside its sub-process', triaged, entered('search-system#1'), /does not lead there/],
  [
    'works on an item it was not entered with',
    record(triaged, entered('search#1', { items: ['cctv'] })),
    entered('search#1[mail]/ask-owner#1'),
    /“search#1\[mail\]” is not running/,
  ],
  [
    'leaves a repeated sub-process with an item unfinished',
    record(
      triaged,
      entered('search#1', { items: ['cctv', 'mail'] }),
      did('search#1[cctv]/ask-owner#1', 'search#1[cctv]/search-system#1'),
    ),
    left('search#1'),
    /has not come to its end/,
  ],
  [
    'leaves a sub-process with a step open in it',
    record(triaged, entered('establish-identity#1'), entered('establish-identity#1/request-identity#1')),
    left('establish-identity#1'),
    /Open in it: establish-identity#1\/request-identity#1/,
  ],
  [
    'leaves a sub-process by an error end',
    record(triaged, entered('establish-identity#1'), did('establish-identity#1/request-identity#1')),
    left('establish-identity#1'),
    /has not come to its end/,
  ],
  ['is repeated without items', triaged, entered('search#1'), /without its items/],
  [
    'is repeated for the same item twice',
    triaged,
    entered('search#1', { items: ['cctv', 'cctv'] }),
    /same item twice/,
  ],
  [
    'is repeated for an item that no key can hold',
    triaged,
    entered('search#1', { items: ['a/b'] }),
    /“a\/b” cannot be the key/,
  ],
];

const names: Case[] = [
  ['names an element that is not drawn', [], entered('guess#1'), /“guess” is not on the diagram/],
  ['takes a gateway for a step', [], entered('begin#1'), /not a step/],
  ['has a key that is none', [], entered('review'), /not the key of a step/],
  [
    'records a step under another element',
    [],
    [{ type: 'step-entered', element: 'triage', step: 'acknowledge#1' }],
    /recorded for “triage”/,
  ],
  [
    'counts an occurrence wrongly',
    [],
    entered('acknowledge#2'),
    /number 2, but it should have been number 1/,
  ],
  [
    'counts a start wrongly',
    gathered,
    fired('deadline-near', 2),
    /number 2, but it should have been number 1/,
  ],
];

const asides: Case[] = [
  ['fires what starts nothing', gathered, fired('review'), /does not start an event sub-process/],
  [
    'goes into an event sub-process that was not started',
    gathered,
    entered('clarification-needed#1/ask-clarification#1'),
    /“clarification-needed#1” is not running/,
  ],
  [
    'refuses although nobody decided it',
    record(gathered, fired('refusal-proposed'), did('refusal-proposed#1/advise-refusal#1')),
    fired('refused'),
    /no error end/,
  ],
  [
    'throws one error and catches another',
    record(gathered, fired('refusal-proposed'), refusalDecided),
    fired('unanswered'),
    /no error end/,
  ],
  [
    'cancels a step that nothing has stopped',
    record(gathered, entered('review#1')),
    cancelled('review#1'),
    /nothing has stopped the work/,
  ],
  ['cancels a step that is not open', gathered, cancelled('review#1'), /is cancelled, but is not open/],
];

const afterStop: Case[] = [
  [
    'finishes a person’s task after it was withdrawn',
    record(gathered, entered('review#1'), fired('withdrawn')),
    left('review#1'),
    /can only be cancelled/,
  ],
  [
    'goes on with the work after it was withdrawn',
    record(gathered, fired('withdrawn')),
    entered('review#1'),
    /“the process” is not running/,
  ],
  [
    'goes on beside the work after it was withdrawn',
    record(
      gathered,
      fired('clarification-needed'),
      entered('clarification-needed#1/ask-clarification#1'),
      fired('withdrawn'),
      left('clarification-needed#1/ask-clarification#1'),
    ),
    entered('clarification-needed#1/await-clarification#1'),
    /“clarification-needed#1” is not running/,
  ],
  [
    'sees an effect through that had not begun',
    record(gathered, fired('withdrawn')),
    left('acknowledge#2'),
    /is not open/,
  ],
];

const ends: Case[] = [
  ['is closed before its end', reviewed, closed('answered'), /has not come to that end/],
  [
    'is closed by another end',
    record(reviewed, did('second-check#1', 'decide#1'), responded),
    closed('closed-refused'),
    /has not come to that end/,
  ],
  [
    'is closed by an end inside a sub-process',
    reviewed,
    closed('system-searched'),
    /not an end that closes the case/,
  ],
  [
    'is closed with a step left open',
    record(gathered, entered('review#1'), fired('withdrawn'), did('withdrawn#1/confirm-withdrawal#1')),
    closed('closed-withdrawn'),
    /still open: review#1/,
  ],
  ['is closed twice', straight, closed('answered', 2), /The case is closed/],
  ['goes on after it was closed', withdrawn, entered('review#1'), /The case is closed/],
  [
    'starts something beside the work after it was closed',
    straight,
    fired('extension-needed'),
    /The case is closed/,
  ],
  [
    'starts something after everything was cancelled for the end',
    record(
      gathered,
      fired('clarification-needed'),
      entered('clarification-needed#1/ask-clarification#1'),
      did('review#1', 'second-check#1', 'decide#1'),
      responded,
      cancelled('clarification-needed#1/ask-clarification#1'),
    ),
    fired('extension-needed'),
    /has reached “answered”/,
  ],
  ['is reopened while open', gathered, reopened(), /is not closed/],
  ['counts its closings wrongly', withdrawn, closed('closed-withdrawn', 3), /number 3/],
  [
    'does a step of the first round after it was reopened',
    record(straight, reopened()),
    entered('review#2'),
    /“the process” is not running/,
  ],
];

describe.each([
  ['steps', steps],
  ['sub-processes', inside],
  ['names', names],
  ['event sub-processes', asides],
  ['interruptions', afterStop],
  ['ends', ends],
])('of %s, a record is refused that', (_, cases) => {
  it.each(cases)('%s', (_name, before, illegal, reason) => {
    expect(replay(model, before)).toMatchObject({ fits: true });
    const result = replay(model, [...before, ...illegal, ...did('acknowledge#9')]);
    expect(result).toMatchObject({
      fits: false,
      at: before.length + illegal.length - 1,
      event: illegal.at(-1),
      reason: expect.stringMatching(reason),
    });
  });
});

describe('nothing can be taken out of a record', () => {
  it.each(Object.entries(legalRuns))('unnoticed, where a case %s', (_, events) => {
    const unnoticed = events.slice(0, -1).filter((_, at) => replay(model, events.toSpliced(at, 1)).fits);
    expect(unnoticed).toEqual([]);
  });
});

describe('whatever a record holds', () => {
  it('the replay answers, and the part before the first illegal event fits', () => {
    const events = Object.values(legalRuns).flat();
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 40 }), (shuffled) => {
        const result = replay(model, shuffled);
        return result.fits || replay(model, shuffled.slice(0, result.at)).fits;
      }),
    );
  });

  it('events that move nothing are passed over', () => {
    const silent: RecordedEvent[] = (
      ['acted', 'escalated', 'step-needs-person', 'step-person-done'] as const
    ).map((type) => ({ type, element: 'respond', step: 'respond#1' }));
    expect(
      replay(
        model,
        straight.flatMap((event) => [...silent, event, ...silent]),
      ),
    ).toMatchObject({ fits: true });
  });

  it('a consultation without the review that asked for it is refused', () => {
    const asked = didEach('consult#1', ['1'], 'consult-third-party#1', 'record-reply#1');
    expect(replay(model, record(gathered, asked))).toMatchObject({ fits: false, at: gathered.length });
  });
});
