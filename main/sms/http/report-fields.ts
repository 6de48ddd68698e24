import { SaxesParser } from 'saxes';
import type { SmsHttpRequest } from './ports.ts';

/** What a provider says in a report, taken apart. */
export interface ReportFields {
  /** Names without what is not a letter or digit, in lower case; values as they came. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** Query and body as one text, for patterns that an admin wrote. */
  readonly text: string;
}

/** Nobody says more of a message, and it bounds what reading costs. */
const mostFields = 200;
const longestValue = 2_000;
const deepest = 12;

/**
 * Reads a report of whatever form: the query, and a body that is a form, JSON, XML or plain text. What
 * cannot be read as what it calls itself counts as text.
 */
export function readReport(
  request: Pick<SmsHttpRequest, 'query' | 'headers' | 'body'>,
): ReportFields {
  const fields: [string, string][] = [];
  function add(name: string, value: string): void {
    if (fields.length >= mostFields) return;
    fields.push([name.toLowerCase().replace(/[^a-z0-9]/gu, ''), value.slice(0, longestValue)]);
  }

  for (const [name, value] of request.query) add(name, value);
  const body = Buffer.from(request.body).toString('utf8').trim();
  const type = String(request.headers['content-type'] ?? '').toLowerCase();
  if (body.startsWith('{') || body.startsWith('[')) addJson(body, add);
  else if (body.startsWith('<')) addXml(body, add);
  else if (type.includes('form-urlencoded') || /^[\w.[\]-]+=/u.test(body)) {
    for (const [name, value] of new URLSearchParams(body)) add(name, value);
  } else if (body !== '') add('', body);
  const query = [...request.query].map(([name, value]) => `${name}=${value}`).join('&');
  return { fields, text: [query, body].filter((text) => text !== '').join('\n') };
}

type Add = (name: string, value: string) => void;

function addJson(body: string, add: Add): void {
  try {
    addLeaves('', JSON.parse(body), add, 0);
  } catch {
    add('', body);
  }
}

function addLeaves(name: string, value: unknown, add: Add, depth: number): void {
  if (depth > deepest) return;
  if (typeof value === 'string') add(name, value);
  else if (typeof value === 'number' || typeof value === 'boolean') add(name, String(value));
  else if (Array.isArray(value)) {
    for (const each of value.slice(0, mostFields)) addLeaves(name, each, add, depth + 1);
  } else if (value !== null && typeof value === 'object') {
    for (const [key, each] of Object.entries(value)) addLeaves(key, each, add, depth + 1);
  }
}

/** Attributes, and the text of each element; a document with faults is read as far as it goes. */
function addXml(body: string, add: Add): void {
  const parser = new SaxesParser();
  const names: string[] = [];
  parser.on('error', () => undefined);
  parser.on('opentag', ({ name, attributes }) => {
    names.push(name);
    for (const [key, value] of Object.entries(attributes)) add(key, value);
  });
  parser.on('closetag', () => names.pop());
  parser.on('text', (text) => {
    if (text.trim() !== '') add(names.at(-1) ?? '', text.trim());
  });
  try {
    parser.write(body).close();
  } catch {
    add('', body);
  }
}
