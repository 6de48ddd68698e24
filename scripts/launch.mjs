// The second half of npm start, on the product's own Node.
import { acquireElectron } from './electron/acquire.mjs';
import { electronParameters, whyNoDisplay } from './electron/display.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { replaceBy } from './lib/hand-over.mjs';
import { root } from './lib/paths.mjs';
import { say } from './lib/run.mjs';

const complaint = whyNoDisplay();
if (complaint !== undefined) {
  say(complaint);
  process.exit(1);
}
await ensureBuilt();
const electron = await acquireElectron();
await replaceBy(electron.executable, [root, ...electronParameters(), ...process.argv.slice(2)], {
  PUSHDESK_SQLITE_BINDING: electron.sqliteBinding,
  // Set by some editors and terminals; Electron would then be a plain Node.
  ELECTRON_RUN_AS_NODE: undefined,
});
