// npm run serve: the same services and console without Electron. Standard output carries nothing
// but what the server says; what is done before it starts is told on standard error.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { endWithNpm } from './lib/follow-parent.mjs';
import { handOver, isNodeNewEnough } from './lib/hand-over.mjs';
import { root } from './lib/paths.mjs';

await ensureDependencies();
await ensureBuilt();
if (isNodeNewEnough()) {
  endWithNpm();
  // In this process: then a signal reaches the server and nothing in between.
  await import(pathToFileURL(join(root, 'dist/main/serve.js')).href);
} else {
  await handOver('dist/main/serve.js', process.argv.slice(2));
}
