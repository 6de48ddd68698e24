// Packages the application for the tests: what is shipped, on the Electron that this machine can
// have, as a plain folder, with the one fuse left open through which a test drives it.
import { build } from 'electron-builder';
import { rm, writeFile } from 'node:fs/promises';
import { acquireElectron } from './electron/acquire.mjs';
import { root } from './lib/paths.mjs';
import { packagedExecutable, testAppFile, testReleaseFolder } from './lib/test-app.mjs';

const electron = await acquireElectron();
await rm(testReleaseFolder, { recursive: true, force: true });
await build({
  projectDir: root,
  publish: 'never',
  dir: true,
  config: {
    extends: 'electron-builder.yml',
    directories: { output: testReleaseFolder },
    electronDist: electron.folder,
    electronVersion: electron.version,
    electronFuses: { enableNodeCliInspectArguments: true },
  },
});
const { kind, version, sqliteBinding } = electron;
const description = {
  executable: packagedExecutable(),
  electron: { kind, version },
  env: sqliteBinding === undefined ? {} : { PUSHDESK_SQLITE_BINDING: sqliteBinding },
};
await writeFile(testAppFile, `${JSON.stringify(description, undefined, 2)}\n`);
console.log(`Packaged for the tests: ${description.executable} (Electron ${version}, ${kind})`);
