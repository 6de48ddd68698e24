import { fromHex } from '../bytes.ts';
import traffic from '../vectors/syncml/traffic.json' with { type: 'json' };

/** A recorded message. */
export interface RecordedMessage {
  readonly name: string;
  readonly encoding: 'wbxml' | 'xml';
  readonly bytes: Uint8Array;
}

/** Messages of a real client and a real server; the file says which. */
export const recordedMessages: readonly RecordedMessage[] = [
  ...traffic.wbxml.map(({ name, hex }) => ({
    name,
    encoding: 'wbxml' as const,
    bytes: fromHex(hex),
  })),
  ...traffic.xml.map(({ name, text }) => ({
    name,
    encoding: 'xml' as const,
    bytes: new TextEncoder().encode(text),
  })),
];

/** One of them. */
export function recordedMessage(name: string): RecordedMessage {
  const found = recordedMessages.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no recorded message ${name}`);
  return found;
}
