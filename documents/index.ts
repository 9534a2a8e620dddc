export type { File } from './file';
export { expand, readEmail } from './expand';
export { hiddenContent, hiddenInRedacted, type HiddenCode } from './hidden';
export { extensionOf, isEmail, typeOf } from './media-type';
export { limits, UnsafeArchive, type Limits } from './zip';
