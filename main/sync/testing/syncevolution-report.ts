import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What SyncEvolution says of one database after a session. */
export interface SourceReport {
  /** `two-way`, `slow`, `refresh-from-client` … as it really was. */
  readonly mode: string;
  readonly isFirst: boolean;
  readonly isResume: boolean;
  /** 0 is success; else a SyncML status, or one of SyncEvolution's own (20023: unknown database). */
  readonly status: number;
  /** `local-added-total`, `remote-updated-total` …; what is zero is not there. */
  readonly counts: Readonly<Record<string, number>>;
}

/** A message as SyncEvolution wrote it down: XML, whatever was on the wire. */
export interface LoggedMessage {
  readonly direction: 'out' | 'in';
  readonly xml: string;
}

/** What SyncEvolution wrote about a session. */
export interface SessionLog {
  /** 200 is success; 401, 20043 (transport), 20017 (stopped) … */
  readonly status: number | undefined;
  readonly sources: Readonly<Record<string, SourceReport>>;
  /** In order; the last one out of a session that went well was prepared and never sent. */
  messages(): Promise<readonly LoggedMessage[]>;
}

/** Reads the folder that SyncEvolution made for a session. */
export async function readSessionLog(folder: string): Promise<SessionLog> {
  const ini = await readFile(join(folder, 'status.ini'), 'utf8');
  const values = new Map(
    ini.split('\n').map((line): [string, string] => {
      const at = line.indexOf(' = ');
      return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 3)];
    }),
  );
  const names = [...values.keys()].flatMap((key) => /^source-(.+)-mode$/u.exec(key)?.[1] ?? []);
  const status = values.get('status');
  return {
    status: status === undefined ? undefined : Number(status),
    sources: Object.fromEntries(names.map((name) => [name, sourceOf(name, values)])),
    messages: () => readMessages(folder),
  };
}

function sourceOf(name: string, values: ReadonlyMap<string, string>): SourceReport {
  const prefix = `source-${name}-`;
  const value = (key: string): string => values.get(prefix + key) ?? '';
  const stat = `${prefix}stat-`;
  return {
    mode: value('mode'),
    isFirst: value('first') === 'true',
    isResume: value('resume') === 'true',
    status: Number(value('status')),
    counts: Object.fromEntries(
      [...values]
        .filter(([key]) => key.startsWith(stat))
        .map(([key, count]) => [key.slice(stat.length), Number(count)]),
    ),
  };
}

async function readMessages(folder: string): Promise<readonly LoggedMessage[]> {
  const files = (await readdir(folder))
    .filter((name) => /_(?:outgoing|incoming)\.xml$/u.test(name))
    .sort();
  return await Promise.all(
    files.map(async (name): Promise<LoggedMessage> => ({
      direction: name.endsWith('_outgoing.xml') ? 'out' : 'in',
      xml: await readFile(join(folder, name), 'utf8'),
    })),
  );
}
