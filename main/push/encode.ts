import type { AlertFolder } from '../../shared/model/alert.ts';
import type { MessagePart } from '../../shared/model/message.ts';
import type { PushSettings } from '../../shared/model/settings.ts';
import { alertCodes } from '../../shared/model/words.ts';
import { clientType } from '../../shared/catalogue/client-types.ts';
import type { CatalogueFolder } from '../../shared/catalogue/client-types.ts';
import { anyContentType, encodeAlertSms } from '../codecs/alert-sms.ts';
import { emptyBytes, toHex } from '../codecs/bytes.ts';
import { contentTypeName } from '../codecs/omna/index.ts';
import { uiModes } from '../codecs/san/index.ts';
import type { UiMode } from '../codecs/san/index.ts';
import type { DeviceRow } from '../store/types.ts';
import { pushLimits } from './limits.ts';

/** TP-DCS of a binary SMS for the phone itself: 8-bit data, class 1 (GSM 03.38 §4). */
export const alertDataCoding = 0xf5;
/** TP-PID of an ordinary SMS (GSM 03.40 §9.2.3.9). */
export const alertProtocol = 0;

const uiModeCodes: Readonly<Record<PushSettings['uiMode'], UiMode>> = {
  'not-specified': uiModes.notSpecified,
  background: uiModes.background,
  informative: uiModes.informative,
  'user-interaction': uiModes.userInteraction,
};

/** What an alert is encoded from. */
export interface AlertToEncode {
  readonly device: Pick<DeviceRow, 'clientType'>;
  readonly folders: readonly AlertFolder[];
  readonly settings: Pick<PushSettings, 'serverId' | 'uiMode'>;
  /** Enters the digest; empty when none is set. */
  readonly password: string;
  /** How many alerts the device was sent, this one included; from 1. */
  readonly ordinal: number;
  /** 0 to 255: ties the parts of a long message together (GSM 03.40 §9.2.3.24.1). */
  readonly reference: number;
}

/** An alert as bytes. */
export interface EncodedAlert {
  readonly sessionId: number;
  readonly parts: readonly MessagePart[];
}

/**
 * Encodes an alert in the version that the client type understands. Phones drop a notification whose
 * bytes they have seen, so the session id counts up with each alert to a device; when its 16 bits
 * have been through, the vendor octets of a 1.2 notification tell the rounds apart, and the push's
 * transaction id does so for the older versions.
 *
 * The digest's nonce is empty: none is agreed on before a device has been in a session.
 */
export function encodeAlert(alert: AlertToEncode): EncodedAlert {
  const { device, folders, settings, password, ordinal, reference } = alert;
  const { alertVersion: version, folders: offered } = clientType(device.clientType);
  const sessionId = ((ordinal - 1) % pushLimits.sessionIds) + 1;
  const round = Math.floor((ordinal - 1) / pushLimits.sessionIds);
  const { segments } = encodeAlertSms(
    {
      version,
      serverId: settings.serverId,
      sessionId,
      uiMode: uiModeCodes[settings.uiMode],
      syncs: folders.map(({ dataType, name, syncType }) => {
        const row = offered.find((one) => one.dataType === dataType);
        return {
          syncType: alertCodes[syncType],
          contentType: contentTypeOf(row, version),
          uri: name,
        };
      }),
      password,
      nonce: emptyBytes,
      ...(round > 0 && version === '1.2' ? { vendor: octetsOf(round) } : {}),
    },
    { reference, transactionId: version === '1.2' ? 1 : (1 + round) & 0xff },
  );
  const parts = segments.map(({ udh, data }) => ({ udh: toHex(udh), data: toHex(data) }));
  return { sessionId, parts };
}

/** What is said of a folder's content: a MIME type to the older versions, a code's name to 1.2. */
function contentTypeOf(row: CatalogueFolder | undefined, version: string): string {
  if (!row) return anyContentType;
  return version === '1.2' ? (contentTypeName(row.contentType) ?? anyContentType) : row.mime;
}

/** A number as big-endian octets, without leading zeros. */
function octetsOf(value: number): Uint8Array {
  const octets: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return Uint8Array.from(octets);
}
