// npm start: makes a fresh clone ready, then runs the whole product.
import { install } from './install.mjs';

await install();

// In this process, not a child: whoever stops or kills `npm start` reaches the stack itself.
await import('tsx');
await import('./main.ts');
