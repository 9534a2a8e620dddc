import Sequencer from '@jest/test-sequencer';
import { relative, sep } from 'node:path';

/** The quick and telling first: a mistake in the law shows in seconds, not after the browser tests. */
const LAYERS = [
  'domain',
  'organisations',
  'forms',
  'processes',
  'templates',
  'workflows',
  'register',
  'activities',
  'api',
  'worker',
  'dev',
  'replay',
  'journeys',
  'faults',
];

const rank = ({ path, context }) => {
  const [, layer] = relative(context.config.rootDir, path).split(sep);
  return LAYERS.includes(layer) ? LAYERS.indexOf(layer) : LAYERS.length;
};

/** Runs the test files layer by layer, and in the order of their names within each. */
export default class LayerSequencer extends Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => rank(a) - rank(b) || a.path.localeCompare(b.path));
  }
}
