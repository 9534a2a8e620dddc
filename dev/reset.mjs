// npm run reset: deletes the local data, after asking (--yes: without asking).
import { install } from './install.mjs';

await install();
await import('tsx');
await import('./reset.ts');
