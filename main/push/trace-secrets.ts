import { concatBytes, encodeUtf8, fromHex, toHex } from '../codecs/bytes.ts';
import { CodecError } from '../codecs/codec-error.ts';
import { isCharacteristic, decodeProvisioningPush } from '../codecs/oma-cp/index.ts';
import type { Characteristic } from '../codecs/oma-cp/index.ts';
import { decodeBrowserSettingsPush } from '../codecs/ota-settings/index.ts';
import type { MessageRow } from '../store/types.ts';

/** Secrets of an access point: OMA CP NAPAUTHINFO, and the older browser settings. */
const secretNames: ReadonlySet<string> = new Set(['AUTHSECRET', 'AAUTHSECRET', 'PPP_AUTHSECRET']);
const zero = 0x30;
const asterisk = 0x2a;
/** STR_I and the end of its text (WBXML §5.8.4.1). */
const [inline, end] = [0x03, 0x00];

/**
 * A configuration's message with others' characters in the places of its secrets. A signature is one
 * too: it tells a PIN of few digits to anybody who tries them all.
 */
export function withoutSecrets(message: MessageRow): MessageRow {
  const parts = message.parts.map(({ data }) => fromHex(data));
  const payload = concatBytes(parts);
  for (const { octets, filler } of secretsIn(payload)) overwrite(payload, octets, filler);
  let offset = 0;
  return {
    ...message,
    parts: message.parts.map(({ udh }, index) => {
      const from = offset;
      offset += parts[index]?.length ?? 0;
      return { udh, data: toHex(payload.subarray(from, offset)) };
    }),
  };
}

interface Secret {
  /** As they stand in the message. */
  readonly octets: Uint8Array;
  readonly filler: number;
}

function secretsIn(payload: Uint8Array): Secret[] {
  for (const read of [signatureAndSettings, connections]) {
    try {
      return read(payload);
    } catch (error) {
      if (!(error instanceof CodecError)) throw error;
    }
  }
  return [];
}

function signatureAndSettings(payload: Uint8Array): Secret[] {
  const { mac, document } = decodeProvisioningPush(payload);
  const found = document.characteristics.flatMap(settings);
  return [
    ...(mac === undefined ? [] : [{ octets: encodeUtf8(mac, 'wsp'), filler: zero }]),
    ...found.map(inlineText),
  ];
}

function settings({ children }: Characteristic): string[] {
  return children.flatMap((child) => {
    if (isCharacteristic(child)) return settings(child);
    return secretNames.has(child.name) ? [child.value ?? ''] : [];
  });
}

function connections(payload: Uint8Array): Secret[] {
  const { addresses } = decodeBrowserSettingsPush(payload);
  return addresses
    .flat()
    .filter(({ name }) => secretNames.has(name))
    .map(({ value }) => inlineText(value));
}

function inlineText(text: string): Secret {
  const framed = [Uint8Array.of(inline), encodeUtf8(text, 'provisioning'), Uint8Array.of(end)];
  return { octets: concatBytes(framed), filler: asterisk };
}

/** Wherever it stands, since a secret may be the same as a name. The frame of a text stays. */
function overwrite(payload: Uint8Array, octets: Uint8Array, filler: number): void {
  const isFramed = octets[0] === inline;
  const haystack = Buffer.from(payload.buffer, payload.byteOffset, payload.length);
  let at = haystack.indexOf(octets);
  while (at >= 0) {
    const [from, to] = isFramed ? [at + 1, at + octets.length - 1] : [at, at + octets.length];
    payload.fill(filler, from, to);
    at = haystack.indexOf(octets, at + octets.length);
  }
}
