// npm run dev: the console with sources that are watched. The page is loaded anew when it was
// rebuilt, and the application is started anew when main or preload was. What follows `--` goes to
// the application.
import { ensureDependencies } from './lib/dependencies.mjs';
import { handOver } from './lib/hand-over.mjs';

await ensureDependencies();
await handOver('scripts/watch.mjs', process.argv.slice(2));
