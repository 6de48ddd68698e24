import { describe, expect, it } from 'vitest';
import type { ClientTypeId } from '../../shared/model/words.ts';
import { defaultPushSettings } from '../../shared/model/settings.ts';
import { decodeAlertSms } from '../codecs/alert-sms.ts';
import { emptyBytes, fromHex, toHex } from '../codecs/bytes.ts';
import { decodeSan12, verifySanDigest } from '../codecs/san/index.ts';
import { encodeAlert } from './encode.ts';

function encode(options: {
  clientType?: ClientTypeId;
  ordinal?: number;
  password?: string;
  folders?: number;
}) {
  const { clientType = 'synthesis', ordinal = 1, password = '', folders = 1 } = options;
  const encoded = encodeAlert({
    device: { clientType },
    folders: Array.from({ length: folders }, (_none, index) => ({
      folderId: String(index),
      dataType: 'contacts',
      name: index === 0 ? 'contacts' : `contacts of department ${index}`,
      syncType: 'one-way-from-server',
    })),
    settings: { ...defaultPushSettings, serverId: 'Pushdesk' },
    password,
    ordinal,
    reference: 200,
  });
  const segments = encoded.parts.map(({ udh, data }) => ({
    udh: fromHex(udh),
    data: fromHex(data),
  }));
  return { ...encoded, ...decodeAlertSms(segments) };
}

describe('the bytes of an alert', () => {
  it('say which server asks, for which folders and with which sync', () => {
    const { alert, ports, parts } = encode({});
    expect(alert).toEqual({
      version: '1.2',
      serverId: 'Pushdesk',
      sessionId: 1,
      uiMode: 1,
      initiator: 'server',
      syncs: [{ syncType: 209, contentType: '*/*', uri: 'contacts' }],
    });
    expect(ports).toEqual({ destination: 2948, source: 49154 });
    expect(parts).toMatchObject([{ udh: '0605040b84c002' }]);
  });

  it('have a digest of the server id, the password and no nonce', () => {
    const { san } = encode({ password: 'fnbl' });
    const credentials = { serverId: 'Pushdesk', nonce: emptyBytes };
    expect(verifySanDigest(san, { ...credentials, password: 'fnbl' })).toBe(true);
    expect(verifySanDigest(san, { ...credentials, password: '' })).toBe(false);
  });

  it('are a SyncML document for a client of version 1.1, with the MIME type of the folder', () => {
    const { alert } = encode({ clientType: 'sony-ericsson' });
    expect(alert).toMatchObject({
      version: '1.1',
      syncs: [{ syncType: 209, contentType: 'text/x-vcard', uri: 'contacts' }],
    });
  });

  it('are cut into parts when they are many folders', () => {
    const { parts, alert } = encode({ folders: 15 });
    expect(parts.length).toBeGreaterThan(1);
    expect(alert.syncs).toHaveLength(15);
  });

  it.each([
    [1, 1, ''],
    [65_535, 65_535, ''],
    [65_536, 1, '01'],
    [65_535 * 255 + 1, 1, 'ff'],
    [65_535 * 256 + 3, 3, '0100'],
  ])('of alert number %i have session %i and vendor octets %j', (ordinal, sessionId, vendor) => {
    const encoded = encode({ ordinal });
    expect(encoded.sessionId).toBe(sessionId);
    expect(toHex(decodeSan12(encoded.san).vendor)).toBe(vendor);
  });

  it('differ for a 1.1 client, too, when its session ids start over', () => {
    const first = encode({ clientType: 'sony-ericsson', ordinal: 1 });
    const again = encode({ clientType: 'sony-ericsson', ordinal: 65_536 });
    expect(first.parts).not.toEqual(again.parts);
  });
});
