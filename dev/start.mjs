// npm start: makes a fresh clone ready, then runs the whole product.
import { createRequire } from 'node:module';
import { install } from './install.mjs';

await install();

// In this process, not a child: whoever stops or kills `npm start` reaches the stack itself.
const require = createRequire(import.meta.url);
require('./typescript.cjs');
require('./main.ts');
