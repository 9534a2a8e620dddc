import { openRun } from './run';

/** Jest calls this once before all tests. Servers start when a test first asks for them. */
export default openRun;
