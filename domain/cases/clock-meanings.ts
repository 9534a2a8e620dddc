/** What steps and actions mean for a clock, as a table (UK GDPR Art 12A). Workflow-safe. */
import type { ClockEvent, ClockEventType, Instant, IsoDate } from '../clock/types';
import { elementOf, type Codes } from './process';

/** Which clock event a step or action is, by its answer; `*` stands for any. */
export type Meanings = Readonly<Record<string, Readonly<Record<string, ClockEventType>>>>;

/** What a letter that came back undoes, by its element: it was never given. */
export type Undone = Readonly<Record<string, ClockEventType>>;

/** The clock of a kind of case whose steps mean what these tables say. */
export const clockBy =
  (meanings: Meanings, undone: Undone) =>
  (what: string, codes: Codes, at: Instant | IsoDate): readonly ClockEvent[] => {
    // A reminder asks nothing new: the first question still stands.
    if (what === 'request-identity' && codes.reminder === true) return [];
    const meaning = meanings[what];
    const type =
      what === 'letter-returned'
        ? undone[elementOf(String(codes.letter))]
        : (meaning?.[String(codes.outcome ?? codes.decision ?? '*')] ?? meaning?.['*']);
    return type ? [{ type, at }] : [];
  };

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
