import { toHex } from '../bytes.ts';
import type { CodecFormat } from '../codec-error.ts';
import { contentTypeCodes } from '../omna/index.ts';
import { isBrowserSettings } from '../ota-settings/index.ts';
import { readMedia, readParameter, type WspParameter } from '../wsp/content-type.ts';
import { readHeaderName, readHeaderValue } from '../wsp/header.ts';
import {
  applicationIdOf,
  applicationIdText,
  headerName,
  mediaCode,
  mediaName,
  parameterName,
  parameterTokens,
  pushPduType,
  securityTokens,
} from '../wsp/index.ts';
import { readValueLength, valueShape } from '../wsp/value.ts';
import { dissectBrowserSettingsInto, dissectProvisioningInto } from './attributed.ts';
import { dissect, type Dissector } from './dissector.ts';
import type { DissectNode } from './node.ts';
import { dissectSanInto } from './san.ts';
import { dissectSyncSettingsInto } from './wbxml.ts';

const securityName = parameterName(parameterTokens.sec);
const securityNames: ReadonlyMap<WspParameter['value'], string> = new Map(
  Object.entries(securityTokens).map(([name, token]) => [token, name.toUpperCase()]),
);

/** Dissects a WSP push and the notification or settings in it. */
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
  const body = media === undefined ? undefined : bodyOf(media);
  const { remaining } = dissector.reader;
  if (body !== undefined) {
    dissector.section(body.key, remaining, body.format, (section) => {
      body.dissect(section);
      return '';
    });
  } else if (remaining > 0) {
    dissector.leaf('wsp.body', (octets) => toHex(octets.view(remaining)));
  }
}

/** How to dissect what a content type announces; undefined for what is only carried. */
function bodyOf(
  media: number | string,
): { key: string; format: CodecFormat; dissect: (section: Dissector) => void } | undefined {
  switch (mediaCode({ media, parameters: [] })) {
    case contentTypeCodes.syncmlNotification:
    case contentTypeCodes.syncmlWbxml:
      return { key: 'wsp.body', format: 'san', dissect: dissectSanInto };
    case contentTypeCodes.provisioning:
      return { key: 'wsp.settings', format: 'wbxml', dissect: dissectProvisioningInto };
    case contentTypeCodes.syncSettings:
      return { key: 'wsp.settings', format: 'wbxml', dissect: dissectSyncSettingsInto };
    default:
      return isBrowserSettings(media)
        ? { key: 'wsp.settings', format: 'wbxml', dissect: dissectBrowserSettingsInto }
        : undefined;
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

function showParameter(parameter: WspParameter): string {
  const { value } = parameter;
  const name = parameterName(parameter.name);
  if (value === null) return name;
  const meaning = name === securityName ? securityNames.get(value) : undefined;
  return `${name}=${String(value)}${meaning === undefined ? '' : ` (${meaning})`}`;
}
