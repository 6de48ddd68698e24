// npm start: opens the console on a machine with nothing but Node 20 and npm. It installs, builds
// and gets Electron as far as that is still to be done. What follows `--` goes to the application.
import { ensureDependencies } from './lib/dependencies.mjs';
import { handOver } from './lib/hand-over.mjs';

await ensureDependencies();
await handOver('scripts/launch.mjs', process.argv.slice(2));
