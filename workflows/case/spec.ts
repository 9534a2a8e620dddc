/** The words in which a process is written. Step ids come, typed, from its diagram. */
import type { CaseDefinition } from '../../domain/cases/definition';
import type { CaseFacts, Codes } from '../../domain/cases/process';

/** Element ids by what they are on the diagram; each process's own come from its generated file. */
export interface StepNames {
  userTask: string;
  sendTask: string;
  serviceTask: string;
  repeated: string;
  wait: string;
  subProcess: string;
  aside: string;
  timer: string;
  interrupt: string;
  end: string;
}

/** How a case ends: the end event it reached, and the outcome it is recorded with. */
export interface Ending<S extends StepNames> {
  readonly end: S['end'];
  readonly outcome: string;
}

/** What the bodies of a repeated step answered. */
export type ByItem = { readonly [item: string]: Codes };

/** One place in a process, from which its steps are taken. */
export interface Steps<S extends StepNames> {
  readonly facts: CaseFacts;
  /** Times the case was reopened; its steps then run anew from the diagram's second start. */
  readonly reopened: number;
  /**
   * Waits for a person to finish the task; answers the codes of what they said. `data.item` names the system
   * a task is about where it does not stand in a repeated step.
   */
  userTask(element: S['userTask'], data?: Codes): Promise<Codes>;
  /** What a task of the case, wherever it stands, was last answered; nothing where it never was. */
  said(element: S['userTask']): Codes;
  /** Sends a letter, with a person's help where one must check, post or re-route it. */
  send(element: S['sendTask'], data?: Codes): Promise<Codes>;
  /** Does something in the world. */
  call(element: S['serviceTask'], data?: Codes): Promise<Codes>;
  /**
   * Waits until a date or moment (a date begins at eight in the morning, Greenwich) or until another part of the
   * process comes to something, or until an action that `completes` this element comes sooner; answers `{ early }` and
   * that action's codes. Null waits for the action.
   */
  until(element: S['wait'], moment: string | Promise<unknown> | null, data?: Codes): Promise<Codes>;
  /**
   * Runs the body once for each item, side by side, and answers the codes that each body answered, by item. Item
   * keys are unique and never change. What a body tells the rest of the process, it answers: a variable set
   * inside it is lost when the case is loaded anew.
   */
  forEach(
    element: S['repeated'],
    items: readonly string[],
    body: (one: Steps<S>, item: string) => Promise<Codes | void>,
  ): Promise<ByItem>;
  /**
   * Runs the body inside an embedded sub-process; answers what the body answered. As in `forEach`, a variable set
   * inside it is lost when the case is loaded anew.
   */
  within(element: S['subProcess'], body: (inside: Steps<S>) => Promise<Codes | void>): Promise<Codes>;
  /** Starts a non-interrupting event sub-process by the process itself, and goes on at once. */
  begin(aside: S['aside'], data?: Codes): Promise<void>;
  /** Runs branches side by side and waits for all (parallel gateways). */
  parallel(...branches: readonly (() => Promise<unknown>)[]): Promise<void>;
  /** Throws an error end event: drops everything else and goes on in the interrupting event sub-process. */
  raise(interrupt: S['interrupt'], data?: Codes): Promise<never>;
}

export interface ProcessSpec<S extends StepNames> {
  readonly definition: CaseDefinition;
  /** The case itself. */
  readonly body: (c: Steps<S>) => Promise<Ending<S>>;
  /** Interrupting event sub-processes, by start event: what happens instead of the rest. */
  readonly interrupts: Record<S['interrupt'], (c: Steps<S>, data: Codes) => Promise<Ending<S>>>;
  /** Non-interrupting event sub-processes, by start event: what happens beside the rest. */
  readonly asides: Record<S['aside'], (c: Steps<S>, data: Codes) => Promise<unknown>>;
  /** The escalation timer's event sub-process. */
  readonly timer: {
    readonly element: S['timer'];
    readonly run: (c: Steps<S>, data: Codes) => Promise<unknown>;
  };
}
