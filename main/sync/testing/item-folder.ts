import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * SyncEvolution takes a file for changed when its time in whole seconds is not the one that it
 * remembers. Each write gets a second of its own, long ago, so that no test has to wait for one.
 */
let nextSecond = 1_000_000_000;

/** The items of one database of a client, as files whose names are the client's own ids. */
export interface ItemFolder {
  readonly path: string;
  /** Adds or changes an item. */
  write(name: string, content: string | Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
  /** All items by name. */
  read(): Promise<ReadonlyMap<string, string>>;
  count(): Promise<number>;
}

/** Opens a folder of items; it is made when the first one is written. */
export function openItemFolder(path: string): ItemFolder {
  async function names(): Promise<string[]> {
    await mkdir(path, { recursive: true });
    return (await readdir(path)).sort();
  }
  return {
    path,
    async write(name, content) {
      await mkdir(path, { recursive: true });
      const file = join(path, name);
      await writeFile(file, content);
      nextSecond += 1;
      await utimes(file, nextSecond, nextSecond);
    },
    remove: (name) => rm(join(path, name)),
    async read() {
      const files = await names();
      const texts = await Promise.all(files.map((name) => readFile(join(path, name), 'utf8')));
      return new Map(files.map((name, index) => [name, texts[index] ?? '']));
    },
    count: async () => (await names()).length,
  };
}
