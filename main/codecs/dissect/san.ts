import { toHex } from '../bytes.ts';
import { sanLimits } from '../limits.ts';
import { contentTypeName } from '../omna/index.ts';
import { isSan12 } from '../san/index.ts';
import { dissect, numberText, type Dissector } from './dissector.ts';
import type { DissectNode } from './node.ts';
import { readableText } from './readable-text.ts';
import { dissectWbxmlInto } from './wbxml.ts';

const uiModeNames = ['not specified', 'background', 'informative', 'user interaction'];

/** Dissects a Server Alerted Notification of any version. */
export function dissectSan(bytes: Uint8Array): DissectNode[] {
  return dissect(bytes, 'san', dissectSanInto);
}

/** Dissects the rest of a range as a notification, telling the versions apart as phones do. */
export function dissectSanInto(dissector: Dissector): void {
  const { reader } = dissector;
  const body = reader.bytes.subarray(reader.offset, reader.end);
  if (!isSan12(body)) {
    dissectWbxmlInto(dissector);
    return;
  }
  dissector.leaf('san.digest', (octets) => toHex(octets.view(sanLimits.digestOctets)));
  dissectHeader(dissector);
  dissector.leaf('san.sessionId', (octets) => numberText(octets.u16(), 2));
  dissectText(dissector, 'san.serverIdLength', 'san.serverId');
  const bodyOffset = reader.offset;
  const counts = reader.u8();
  dissector.mark('san.syncCount', String(counts >> 4), bodyOffset, 1);
  dissector.mark('san.bodyReserved', String(counts & 0x0f), bodyOffset, 1);
  for (let count = counts >> 4; count > 0; count -= 1) {
    dissector.group('san.sync', dissectDatastore);
  }
  if (reader.remaining > 0) {
    dissector.leaf('san.vendor', (octets) => toHex(octets.view(octets.remaining)));
  }
}

function dissectHeader(dissector: Dissector): void {
  const { reader } = dissector;
  const offset = reader.offset;
  const [high = 0, low = 0, ...reserved] = reader.view(5);
  const version = (high << 2) | (low >> 6);
  const uiMode = (low >> 4) & 3;
  const initiator = (low >> 3) & 1;
  const future = Uint8Array.of(low & 7, ...reserved);
  dissector.mark('san.version', (version / 10).toFixed(1), offset, 2);
  dissector.mark('san.uiMode', `${String(uiMode)} (${uiModeNames[uiMode] ?? ''})`, offset + 1, 1);
  const initiatorName = initiator === 1 ? 'server' : 'client';
  dissector.mark('san.initiator', `${String(initiator)} (${initiatorName})`, offset + 1, 1);
  dissector.mark('san.headerReserved', toHex(future), offset + 1, 4);
}

function dissectDatastore(sync: Dissector): string {
  const offset = sync.reader.offset;
  const octet = sync.reader.u8();
  const syncType = String(200 + (octet >> 4));
  sync.mark('san.syncType', syncType, offset, 1);
  sync.mark('san.syncReserved', String(octet & 0x0f), offset, 1);
  sync.field('san.contentType', (octets) => octets.u24(), showContentType);
  const uri = dissectText(sync, 'san.uriLength', 'san.uri');
  return `${syncType} ${uri}`;
}

function showContentType(code: number): string {
  const hex = `0x${code.toString(16).padStart(6, '0')}`;
  const name = contentTypeName(code);
  return name === undefined ? hex : `${name} (${hex})`;
}

function dissectText(dissector: Dissector, lengthKey: string, textKey: string): string {
  const length = dissector.field(lengthKey, (octets) => octets.u8(), String);
  return dissector.field(textKey, (octets) => readableText(octets.view(length)), String);
}
