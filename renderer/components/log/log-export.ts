import type { LogEntry, LogFilter } from '../../../shared/model/log-entry.ts';
import { client } from '../../api/client.ts';

/** Lines that are read at once for an export. */
const pageLines = 10_000;

/** Ways to write a log into a file: a JSON object a line, or a sentence a line. */
export type LogFileForm = 'ndjson' | 'text';

/** A line as it stands in an exported file. */
export function exportLine(
  entry: LogEntry,
  form: LogFileForm,
  sentence: (entry: LogEntry) => string,
): string {
  if (form === 'ndjson') return JSON.stringify(entry);
  const at = new Date(entry.at).toISOString();
  const trace = entry.traceId === null ? '' : ` [${entry.traceId}]`;
  return `${at} ${entry.level.toUpperCase().padEnd(5)} ${entry.area.padEnd(7)} ${sentence(entry)}${trace}`;
}

/** Name of an exported file; it tells when it was made, because a log goes on. */
export function exportName(form: LogFileForm, at: Date): string {
  const time = at.toISOString().replaceAll(':', '-').slice(0, 19);
  return `pushdesk-log-${time}.${form === 'ndjson' ? 'ndjson' : 'txt'}`;
}

/**
 * Reads every line of a filter, oldest first, and answers the file. Lines that are written meanwhile are
 * left out, so that it ends.
 */
export async function exportLog(
  filter: LogFilter,
  form: LogFileForm,
  sentence: (entry: LogEntry) => string,
): Promise<{ readonly file: Blob; readonly count: number }> {
  const { lastId } = await client.log.list({ ...filter, limit: 1 });
  const pieces: string[] = [];
  let after = 0;
  let count = 0;
  for (;;) {
    const { entries } = await client.log.list({ ...filter, after, limit: pageLines });
    const wanted = entries.filter((entry) => entry.id <= lastId);
    if (wanted.length > 0) {
      pieces.push(`${wanted.map((entry) => exportLine(entry, form, sentence)).join('\n')}\n`);
    }
    count += wanted.length;
    const last = entries.at(-1);
    if (last === undefined || entries.length < pageLines || last.id >= lastId) break;
    after = last.id;
  }
  const type = form === 'ndjson' ? 'application/x-ndjson' : 'text/plain';
  return { file: new Blob(pieces, { type: `${type};charset=utf-8` }), count };
}
