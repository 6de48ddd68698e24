import { CodecError } from '../codec-error.ts';
import {
  segmentBinary,
  type SegmentReference,
  type SmsPorts,
  type SmsSegment,
} from '../gsm-sms/index.ts';
import { charsets, contentTypeCodes, contentTypeNames } from '../omna/index.ts';
import {
  decodePush,
  encodePush,
  mediaCode,
  parameterTokens,
  type PushPdu,
  type WspContentType,
} from '../wsp/index.ts';
import {
  decodeBrowserSettings,
  encodeBrowserSettings,
  type BrowserSettings,
} from './browser-settings.ts';
import { decodeSyncSettings, encodeSyncSettings, type SyncSettings } from './sync-settings.ts';

/** Where phones listen for {@link SyncSettings}. */
export const syncSettingsPorts: SmsPorts = { destination: 49996, source: 49154 };

/** Where phones listen for {@link BrowserSettings}. */
export const browserSettingsPorts: SmsPorts = { destination: 49999, source: 49154 };

/** Settings on each of their layers. */
export type SettingsSms = {
  /** The WBXML document. */
  readonly body: Uint8Array;
  /** The WSP PDU around it. */
  readonly push: Uint8Array;
  /** The PDU cut into messages, to be sent in this order with an 8-bit TP-DCS. */
  readonly segments: readonly SmsSegment[];
};

/** How settings travel. */
export type SettingsSmsOptions = SegmentReference & {
  /** One octet of the push; what Kannel writes unless given. */
  readonly transactionId?: number;
};

const syncTransaction = 0x34;
const browserTransaction = 1;

/** Makes the messages of a SyncML profile; there is no PIN to it, phones ask their user. */
export function encodeSyncSettingsSms(
  settings: SyncSettings,
  options: SettingsSmsOptions,
): SettingsSms {
  const body = encodeSyncSettings(settings);
  const { transactionId = syncTransaction } = options;
  const contentType = inUtf8(contentTypeCodes.syncSettings);
  const push = encodePush({ transactionId, contentType, headers: [], body });
  return { body, push, segments: segmentBinary(push, { ...options, ports: syncSettingsPorts }) };
}

/** Makes the messages of browser settings. */
export function encodeBrowserSettingsSms(
  settings: BrowserSettings,
  options: SettingsSmsOptions,
): SettingsSms {
  const body = encodeBrowserSettings(settings);
  const { transactionId = browserTransaction } = options;
  const contentType = inUtf8(contentTypeNames.browserSettings);
  const push = encodePush({ transactionId, contentType, headers: [], body });
  return { body, push, segments: segmentBinary(push, { ...options, ports: browserSettingsPorts }) };
}

/** Reads the profile in a push; one of another content type is a CodecError `unsupported`. */
export function decodeSyncSettingsPush(push: PushPdu | Uint8Array): SyncSettings {
  const { contentType, body } = push instanceof Uint8Array ? decodePush(push) : push;
  if (mediaCode(contentType) !== contentTypeCodes.syncSettings) {
    throw new CodecError('ota-settings', 'unsupported');
  }
  return decodeSyncSettings(body);
}

/**
 * Reads the browser settings or bookmarks in a push; one of another content type is a CodecError
 * `unsupported`.
 */
export function decodeBrowserSettingsPush(push: PushPdu | Uint8Array): BrowserSettings {
  const { contentType, body } = push instanceof Uint8Array ? decodePush(push) : push;
  if (!isBrowserSettings(contentType.media)) throw new CodecError('ota-settings', 'unsupported');
  return decodeBrowserSettings(body);
}

/** Tells whether a content type is that of browser settings or bookmarks. */
export function isBrowserSettings(media: WspContentType['media']): boolean {
  if (typeof media === 'number') return false;
  const name = media.toLowerCase();
  return name === contentTypeNames.browserSettings || name === contentTypeNames.browserBookmarks;
}

function inUtf8(media: number | string): WspContentType {
  return { media, parameters: [{ name: parameterTokens.charset, value: charsets.utf8 }] };
}
