import type { Selectable } from 'kysely';
import type { LogEntry, LogFilter } from '../../../shared/model/log-entry.ts';
import { logAreaSchema, logLevelSchema } from '../../../shared/model/words.ts';
import type { LogSearchTable, LogTable } from '../schema.ts';

/*
 * The log is searched through SQLite's FTS5 with its trigram tokenizer, which cuts a column into all
 * runs of three characters. The sentence goes in as it is. Every other value that can be filtered by
 * goes in as exactly three characters of the private use area, so that it becomes exactly one term:
 * the kind of value, and 24 bits of its hash. Terms say where an entry may be; whether it really fits
 * is checked on the entry (see fits), so neither a shared hash nor letters in another order matter.
 */

const KIND = 0xe000;
const DIGIT = 0xe100;
/** Two digits make 24 bits. */
const DIGIT_BITS = 12;

const kinds = { level: 0, area: 1, trace: 2, account: 3, device: 4, gateway: 5 } as const;

/** More terms than these narrow nothing down any more, but each costs a list to walk through. */
const MOST_TEXT_TERMS = 24;

const TERM_LENGTH = 3;

function term(kind: keyof typeof kinds, value: number): string {
  const mask = (1 << DIGIT_BITS) - 1;
  return String.fromCharCode(
    KIND + kinds[kind],
    DIGIT + ((value >>> DIGIT_BITS) & mask),
    DIGIT + (value & mask),
  );
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value ^ (value >>> 24)) >>> 0;
}

function hashTerm(kind: 'trace' | 'account' | 'device' | 'gateway', id: string): string {
  return term(kind, hash(id));
}

/** What the index is given of an entry. */
export function toSearchColumns(entry: LogEntry): LogSearchTable {
  return {
    rowid: entry.id,
    text: entry.text,
    level: term('level', logLevelSchema.options.indexOf(entry.level)),
    area: term('area', logAreaSchema.options.indexOf(entry.area)),
    trace: entry.traceId === null ? null : hashTerm('trace', entry.traceId),
    account: entry.accountId === null ? null : hashTerm('account', entry.accountId),
    device: entry.deviceId === null ? null : hashTerm('device', entry.deviceId),
    gateway: entry.gatewayId === null ? null : hashTerm('gateway', entry.gatewayId),
  };
}

/** The index's question for a filter; null when the index has nothing to say about it. */
export function toSearchQuery(filter: LogFilter): string | null {
  const terms: string[] = [];
  if (filter.traceId !== undefined) terms.push(quoted(hashTerm('trace', filter.traceId)));
  if (filter.deviceId !== undefined) terms.push(quoted(hashTerm('device', filter.deviceId)));
  if (filter.accountId !== undefined) terms.push(quoted(hashTerm('account', filter.accountId)));
  if (filter.gatewayId !== undefined) terms.push(quoted(hashTerm('gateway', filter.gatewayId)));
  terms.push(...textTerms(filter.text ?? '').map(quoted));
  if (filter.area !== undefined) {
    terms.push(quoted(term('area', logAreaSchema.options.indexOf(filter.area))));
  }
  const level = logLevelSchema.options.indexOf(filter.level ?? 'debug');
  if (level > 0) {
    const urgent = logLevelSchema.options.map((_name, index) => index).slice(level);
    terms.push(`(${urgent.map((each) => quoted(term('level', each))).join(' OR ')})`);
  }
  return terms.length === 0 ? null : terms.join(' AND ');
}

/** Runs of three characters, all of them or an even choice. */
function textTerms(text: string): string[] {
  const characters = [...text];
  const all = new Set<string>();
  for (let start = 0; start + TERM_LENGTH <= characters.length; start += 1) {
    all.add(characters.slice(start, start + TERM_LENGTH).join(''));
  }
  const step = Math.ceil(all.size / MOST_TEXT_TERMS);
  return [...all].filter((_run, index) => index % step === 0);
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Whether a row really is what the filter asks for. */
export function fits(row: Selectable<LogTable>, filter: LogFilter): boolean {
  return (
    (filter.traceId === undefined || row.trace_id === filter.traceId) &&
    (filter.deviceId === undefined || row.device_id === filter.deviceId) &&
    (filter.accountId === undefined || row.account_id === filter.accountId) &&
    (filter.gatewayId === undefined || row.gateway_id === filter.gatewayId) &&
    (filter.area === undefined || row.area === filter.area) &&
    row.level >= logLevelSchema.options.indexOf(filter.level ?? 'debug') &&
    (filter.text === undefined || row.text.toLowerCase().includes(filter.text.toLowerCase()))
  );
}
