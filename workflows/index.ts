/** Every workflow the worker runs; a kind of case adds one line. */
export { rectification } from './rectification';
export { subjectAccess } from './subject-access';
