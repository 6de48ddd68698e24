import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const boundsSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});
/** A rectangle on the screens, in points. */
export type Bounds = z.infer<typeof boundsSchema>;

const memorySchema = z.object({
  bounds: boundsSchema.optional(),
  isMaximized: z.boolean().optional(),
  /** The first closing of the window has been explained. */
  isCloseNoticeShown: z.boolean().optional(),
});
/** What the shell remembers from one start to the next. */
export type ShellState = z.infer<typeof memorySchema>;

/** The shell's memory, in a file of its own: nothing of it matters to the services. */
export interface ShellMemory {
  current(): ShellState;
  remember(change: ShellState): Promise<void>;
}

/** Opens the memory; a file that makes no sense is forgotten. */
export async function openShellMemory(dataDir: string): Promise<ShellMemory> {
  const path = join(dataDir, 'window.json');
  let state: ShellState = {};
  let writing: Promise<void> = Promise.resolve();
  try {
    state = memorySchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    state = {};
  }

  async function write(): Promise<void> {
    const draft = `${path}.new`;
    await writeFile(draft, JSON.stringify(state), { mode: 0o600 });
    await rename(draft, path);
  }

  return {
    current: () => state,
    remember(change) {
      state = { ...state, ...change };
      // Where the window was is not worth an error.
      writing = writing.then(write).catch(() => undefined);
      return writing;
    },
  };
}
