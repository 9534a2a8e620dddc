import type { Logger } from 'pino';
import type { Register } from '../register';
import type { Config } from './config';
import type { Gateway } from '../gateway';

/** What routes work with. One is made at start; tests make their own. */
export interface Services {
  readonly config: Config;
  readonly register: Register;
  readonly gateway: Gateway;
  readonly log: Logger;
  readonly now: () => Date;
}
