import { readdir, readFile } from 'node:fs/promises';

/** Clock ticks a second, as the kernel tells them to programs: the same on every Linux that runs Node. */
const TICKS_PER_SECOND = 100;

interface ProcessTimes {
  readonly id: number;
  readonly parent: number;
  readonly ticks: number;
}

/**
 * Seconds of processor time that some processes have used, with all that they have started: what
 * lives, and what has ended and was waited for (proc_pid_stat(5): utime, stime, cutime, cstime).
 */
export async function cpuSeconds(roots: readonly number[]): Promise<number> {
  const all = await readAll();
  const wanted = new Set(roots);
  // A child's number may be below its parent's, so go on until nothing is added.
  for (let size = 0; size !== wanted.size;) {
    size = wanted.size;
    for (const { id, parent } of all) if (wanted.has(parent)) wanted.add(id);
  }
  const ticks = all.reduce((sum, { id, ticks }) => sum + (wanted.has(id) ? ticks : 0), 0);
  return ticks / TICKS_PER_SECOND;
}

async function readAll(): Promise<ProcessTimes[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name));
  const lines = await Promise.all(
    // Gone since the list was made.
    names.map((name) => readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')),
  );
  return lines.filter((line) => line !== '').map(parse);
}

function parse(line: string): ProcessTimes {
  // The program's name, in brackets, may hold anything.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return { id: Number.parseInt(line, 10), parent: Number(fields[1]), ticks };
}
