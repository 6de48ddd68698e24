import { toHex } from '../bytes.ts';
import { contentTypeCodes } from '../omna/index.ts';
import { readMedia, readParameter, type WspParameter } from '../wsp/content-type.ts';
import { readHeaderName, readHeaderValue } from '../wsp/header.ts';
import {
  applicationIdOf,
  applicationIdText,
  headerName,
  mediaCode,
  mediaName,
  parameterTokens,
  pushPduType,
} from '../wsp/index.ts';
import { readValueLength, valueShape } from '../wsp/value.ts';
import { dissect, type Dissector } from './dissector.ts';
import type { DissectNode } from './node.ts';
import { dissectSanInto } from './san.ts';

const parameterNames: ReadonlyMap<number, string> = new Map([
  [parameterTokens.q, 'q'],
  [parameterTokens.charset, 'charset'],
  [parameterTokens.sec, 'SEC'],
  [parameterTokens.mac, 'MAC'],
]);

/** Dissects a WSP push and the notification in it. */
export function dissectPush(bytes: Uint8Array): DissectNode[] {
  return dissect(bytes, 'wsp', dissectPushInto);
}

/** Dissects the rest of a range as a push. */
export function dissectPushInto(dissector: Dissector): void {
  const { reader } = dissector;
  dissector.leaf('wsp.transactionId', (octets) => octets.u8());
  if (reader.bytes[reader.offset] !== pushPduType) throw reader.error('unsupported');
  dissector.leaf('wsp.pduType', (octets) => `${String(octets.u8())} (Push)`);
  const length = dissector.field('wsp.headersLength', (octets) => octets.uintvar(), String);
  let media: number | string | undefined;
  dissector.section('wsp.headers', length, 'wsp', (head) => {
    media = dissectContentType(head);
    while (head.reader.remaining > 0) head.group('wsp.header', dissectHeader);
    return media === undefined ? '' : mediaName(media);
  });
  dissectBody(dissector, media);
}

function dissectBody(dissector: Dissector, media: number | string | undefined): void {
  const code = media === undefined ? undefined : mediaCode({ media, parameters: [] });
  const isAlert =
    code === contentTypeCodes.syncmlNotification || code === contentTypeCodes.syncmlWbxml;
  const { remaining } = dissector.reader;
  if (isAlert) {
    dissector.section('wsp.body', remaining, 'san', (body) => {
      dissectSanInto(body);
      return '';
    });
  } else if (remaining > 0) {
    dissector.leaf('wsp.body', (octets) => toHex(octets.view(remaining)));
  }
}

function dissectContentType(head: Dissector): number | string | undefined {
  if (valueShape(head.reader.peek()) !== 'length') return dissectMedia(head);
  const length = head.field('wsp.contentTypeLength', readValueLength, String);
  let media: number | string | undefined;
  head.section('wsp.contentType', length, 'wsp', (section) => {
    media = dissectMedia(section);
    while (section.reader.remaining > 0) {
      section.field('wsp.parameter', readParameter, showParameter);
    }
    return mediaName(media);
  });
  return media;
}

function dissectMedia(dissector: Dissector): number | string {
  return dissector.field('wsp.media', readMedia, mediaName);
}

function dissectHeader(group: Dissector): string {
  const name = group.field('wsp.headerName', readHeaderName, headerName);
  const show = (value: number | string | Uint8Array): string => {
    const applicationId = applicationIdOf([{ name, value }]);
    if (applicationId !== undefined) return applicationIdText(applicationId);
    return value instanceof Uint8Array ? toHex(value) : String(value);
  };
  return `${headerName(name)}: ${group.field('wsp.headerValue', (octets) => show(readHeaderValue(octets)), String)}`;
}

function showParameter({ name, value }: WspParameter): string {
  const label = typeof name === 'string' ? name : (parameterNames.get(name) ?? String(name));
  return value === null ? label : `${label}=${String(value)}`;
}
