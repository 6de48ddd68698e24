// npm run package: the installers of this system, into release/. Parameters go to electron-builder.
import { ensureBuilt } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { handOver } from './lib/hand-over.mjs';

await ensureDependencies();
await ensureBuilt();
await handOver('node_modules/electron-builder/cli.js', [
  '--publish',
  'never',
  ...process.argv.slice(2),
]);
