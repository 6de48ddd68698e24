// What Electron's own distribution does when it is given a folder: run the application in it.
// The fallback comes without that part, so this small loader takes its place.
import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = process.argv.slice(1).find((parameter) => !parameter.startsWith('-'));
if (folder === undefined) {
  console.error('Usage: electron FOLDER');
  process.exit(1);
}
const path = resolve(folder);
const description = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
// Electron gives its own loader these two without documenting them.
const host =
  /** @type {typeof app & { setVersion(version: string): void, setAppPath(path: string): void }} */ (
    app
  );
host.setName(description.productName ?? description.name);
host.setVersion(description.version);
host.setAppPath(path);
await import(pathToFileURL(join(path, description.main)).href);
