import { createHash } from 'node:crypto';
import type { ProcessFlow, ProcessNode } from '../model';

/**
 * 12 hexadecimal digits over what steers a process: its elements, their types and scopes, and the flows
 * between them. Wording, documentation, layout, the order in the file and what may begin after closing change
 * nothing for a running case, so they do not make another version.
 */
export function versionOf(nodes: readonly ProcessNode[], flows: readonly ProcessFlow[]): string {
  const semantics = [
    ...nodes.map(({ id, type, scope, error, interrupting }) => [id, type, scope, error, interrupting]),
    ...flows.map(({ from, to }) => [from, to]),
  ];
  const lines = semantics.map((entry) => JSON.stringify(entry)).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 12);
}
