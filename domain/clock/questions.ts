import type { ClockEventType, QuestionSort } from './types';

/** The three things that can happen to a question: it is put, it is answered, we take it back. */
export interface Question {
  asked: ClockEventType;
  answered: ClockEventType;
  withdrawn: ClockEventType;
  /** In a sentence: "Our … of 3 November 2026". */
  name: string;
}

export const questions: Record<QuestionSort, Question> = {
  identity: {
    asked: 'identity-requested',
    answered: 'identity-received',
    withdrawn: 'identity-withdrawn',
    name: 'request for information about identity',
  },
  fee: {
    asked: 'fee-requested',
    answered: 'fee-paid',
    withdrawn: 'fee-withdrawn',
    name: 'request for a fee',
  },
  clarification: {
    asked: 'clarification-requested',
    answered: 'clarification-received',
    withdrawn: 'clarification-withdrawn',
    name: 'request for clarification',
  },
  'regulator-information': {
    asked: 'regulator-information-requested',
    answered: 'regulator-information-supplied',
    withdrawn: 'regulator-information-withdrawn',
    name: 'request for information by the regulator',
  },
};

export const questionSorts = Object.keys(questions) as QuestionSort[];
