/** Every workflow the worker runs; a kind of case adds one line. */
export { subjectAccess } from './subject-access';
