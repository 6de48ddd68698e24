// npm run build: builds main, preload and renderer into dist.
import { build } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';

await ensureDependencies();
await build();
