// npm run bench: measures the product against bare counterparts in the same run and prints JSON.
import { ensureBuilt } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { handOver } from './lib/hand-over.mjs';

await ensureDependencies();
await ensureBuilt();
// Node runs the TypeScript as it is: what is measured is what was written.
await handOver('bench/index.ts', process.argv.slice(2));
