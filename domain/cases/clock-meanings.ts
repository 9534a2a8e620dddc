/** What steps and actions mean for a clock, as a table (UK GDPR Art 12A). Workflow-safe. */
import type { ClockEvent, ClockEventType, Instant, IsoDate } from '../clock/types';
import { elementOf, type Codes } from './process';
import { givenAfterAll } from './returned';

/** Which clock event a step or action is, by its answer; `*` stands for any. */
export type Meanings = Readonly<Record<string, Readonly<Record<string, ClockEventType>>>>;

/** What a letter that came back undoes, by its element: it was never given. */
export type Undone = Readonly<Record<string, ClockEventType>>;

/**
 * The clock of a kind of case whose steps mean what these tables say. Of a letter that came back, `letter` names the
 * step that sent it; `undoneOn` and `givenOn` stand where the day it counts from is not the day that was typed.
 */
export const clockBy =
  (meanings: Meanings, undone: Undone) =>
  (what: string, codes: Codes, at: Instant | IsoDate): readonly ClockEvent[] => {
    // A reminder asks nothing new: the first question still stands.
    if (what === 'request-identity' && codes.reminder === true) return [];
    const letter = elementOf(String(codes.letter ?? ''));
    if (what === 'letter-returned') return on(undone[letter], codes.undoneOn, at);
    if (what === 'send-again')
      return givenAfterAll(codes) && letter in undone ? on(meanings[letter]?.['*'], codes.givenOn, at) : [];
    // Given too late, it moves nothing (Art 12A(4)).
    if (codes.noEffect === true) return [];
    const meaning = meanings[what];
    const type = meaning?.[String(codes.outcome ?? codes.decision ?? '*')] ?? meaning?.['*'];
    return on(type, undefined, at);
  };

/** An event of that type, on a day of its own where the codes name one. */
function on(type: ClockEventType | undefined, day: Codes[string], at: Instant | IsoDate): ClockEvent[] {
  return type ? [{ type, at: typeof day === 'string' ? day : at }] : [];
}

/** What identity and extension mean for the clock of every request from a person (Art 12A). */
export const requestMeanings: Meanings = {
  // Art 12A(2)(b): the period waits for the information only once it has been asked for.
  'request-identity': { '*': 'identity-requested' },
  'check-identity': {
    confirmed: 'identity-received',
    'ask-again': 'identity-received',
    'not-upheld': 'identity-withdrawn',
  },
  'decide-unverified': { 'go-on': 'identity-withdrawn' },
  // Art 12A(4): it takes effect only when the notice is given.
  'extension-notice': { '*': 'extended' },
  'undo-extension': { '*': 'extension-undone' },
};

export const requestUndone: Undone = {
  'request-identity': 'identity-withdrawn',
  'extension-notice': 'extension-undone',
};
