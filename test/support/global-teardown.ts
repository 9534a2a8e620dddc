import { closeRun } from './run';

/** Jest calls this once after all tests. */
export default closeRun;
