import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The folder where tools that had to be fetched or built are kept between runs and clones:
 * CUSTODIAN_CACHE, else `~/.cache/custodian`. Each tool has a folder named after its version.
 */
export const cacheRoot = (): string => process.env.CUSTODIAN_CACHE || join(homedir(), '.cache', 'custodian');
