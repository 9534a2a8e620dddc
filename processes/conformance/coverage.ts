import type { ProcessModel } from '../model';
import type { Reached } from './fit';

/** What no run reached: the diagram draws it, but nothing shows that a case can go there. */
export function coverage(model: ProcessModel, runs: readonly { readonly reached: Reached }[]): Reached {
  const elements = new Set(runs.flatMap(({ reached }) => reached.elements));
  const flows = new Set(runs.flatMap(({ reached }) => reached.flows));
  return {
    elements: model.nodes.map(({ id }) => id).filter((id) => !elements.has(id)),
    flows: model.flows.map(({ id }) => id).filter((id) => !flows.has(id)),
  };
}
