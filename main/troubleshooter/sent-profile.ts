import { fromHex } from '../codecs/bytes.ts';
import { CodecError } from '../codecs/codec-error.ts';
import { decodeProvisioningSms, isCharacteristic } from '../codecs/oma-cp/index.ts';
import type { Characteristic } from '../codecs/oma-cp/index.ts';
import type { ConfigurationRow } from '../store/provisioning-types.ts';
import type { DeviceRow, MessageRow, Store } from '../store/types.ts';

type Reading = Pick<Store, 'messages' | 'phoneProfiles'>;

/**
 * The identifier of the server that a phone has in its settings, compared in exact letter case with
 * that of an alert: what a virtual phone has saved, or what was sent to a real one (PROVIDER-ID of
 * the w5 application, OMA CP AC w5). Undefined where the settings were typed in by hand.
 */
export async function knownServerId(
  store: Reading,
  { id }: DeviceRow,
  configurations: readonly ConfigurationRow[],
): Promise<string | undefined> {
  const profile = await store.phoneProfiles.get(id);
  if (profile !== undefined) return profile.source === 'received' ? profile.serverId : undefined;
  const taken = configurations.find(({ state }) => state === 'configured');
  if (taken?.format !== 'oma-cp') return undefined;
  for (const messageId of taken.messageIds) {
    const message = await store.messages.get(messageId);
    const found = message && providerOf(message);
    if (found !== undefined) return found;
  }
  return undefined;
}

function providerOf({ parts }: MessageRow): string | undefined {
  try {
    const segments = parts.map(({ udh, data }) => ({ udh: fromHex(udh), data: fromHex(data) }));
    const { document } = decodeProvisioningSms(segments);
    return document.characteristics
      .filter((group) => parmOf(group, 'APPID') === 'w5')
      .map((group) => parmOf(group, 'PROVIDER-ID'))
      .find((text) => text !== undefined);
  } catch (error) {
    if (!(error instanceof CodecError)) throw error;
    return undefined;
  }
}

function parmOf({ children }: Characteristic, name: string): string | undefined {
  for (const child of children) {
    if (!isCharacteristic(child) && child.name === name) return child.value;
  }
  return undefined;
}
