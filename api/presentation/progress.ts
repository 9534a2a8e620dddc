import { processes } from '../../processes/registry.generated';
import type { NodeType } from '../../processes/model';
import { itemOf } from '../../domain/cases/process';
import type { CasePage, StepRow } from '../../register/cases';
import { elementTitle } from './words';

/** Where a case stands on its diagram. */
export interface Progress {
  /** Element ids, for the picture. */
  readonly done: readonly string[];
  readonly current: readonly string[];
  /** The same in words, in the order things happened. */
  readonly steps: readonly {
    readonly title: string;
    readonly about: string | null;
    readonly state: string;
    readonly since: string;
    readonly until: string | null;
  }[];
}

const states: Readonly<Record<StepRow['state'], string>> = {
  entered: 'Under way',
  left: 'Done',
  cancelled: 'No longer needed',
  waived: 'Passed over',
};

/** What a task was finished with, where that is not that it was done. */
const undone: Readonly<Record<string, string>> = {
  failed: 'It failed',
  impossible: 'It was impossible',
};

const stateOf = ({ state, result }: StepRow): string =>
  (state === 'left' && undone[String(result?.outcome)]) || states[state];

/** Drawn around other steps: they would colour over what they contain. */
const containers: readonly NodeType[] = ['sub-process', 'repeated-sub-process', 'event-sub-process'];

export function progressOf(page: CasePage, itemName: (element: string, item: string) => string): Progress {
  const elements = processes[page.kind]?.elements ?? {};
  const steps = page.steps.filter(
    ({ element }) => !containers.includes(elements[element]?.type ?? 'user-task'),
  );
  const current = new Set(steps.filter(({ state }) => state === 'entered').map(({ element }) => element));
  const done = new Set(steps.filter(({ state }) => state === 'left').map(({ element }) => element));
  return {
    current: [...current],
    done: [...done].filter((element) => !current.has(element)),
    steps: steps.map((step) => {
      const item = itemOf(step.step);
      return {
        title: elementTitle(page.kind, step.element, elements[step.element]?.name),
        about: item === null ? null : itemName(step.element, item),
        state: stateOf(step),
        since: step.enteredAt,
        until: step.leftAt,
      };
    }),
  };
}
