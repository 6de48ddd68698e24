import type { PhoneConfiguration } from '../../../shared/model/phone.ts';
import { emptyBytes } from '../../codecs/bytes.ts';
import { CodecError } from '../../codecs/codec-error.ts';
import type { SmsPorts } from '../../codecs/gsm-sms/index.ts';
import {
  decodeProvisioningPush,
  verifyProvisioningMac,
  type SignedProvisioning,
} from '../../codecs/oma-cp/index.ts';
import {
  browserSettingsPorts,
  decodeBrowserSettingsPush,
  decodeSyncSettingsPush,
  syncSettingsPorts,
} from '../../codecs/ota-settings/index.ts';
import { parseSynthesisCommand } from '../../codecs/synthesis-command/index.ts';
import type { PushPdu } from '../../codecs/wsp/index.ts';
import type { PhoneConfigurationRow } from '../../store/provisioning-types.ts';
import {
  readBrowserSettings,
  readSyncSettings,
  readSynthesisCommand,
} from './read-old-settings.ts';
import { readOmaSettings } from './read-oma-settings.ts';
import type { ReceivedContent } from './received-settings.ts';

/** Wrong PINs after which a phone throws a configuration away. */
export const pinTries = 3;

/** A configuration as it came in. */
export interface ReceivedConfiguration {
  /** What it is checked against. */
  readonly signed: SignedProvisioning;
  readonly content: ReceivedContent;
}

const unsigned: SignedProvisioning = { security: 'none', body: emptyBytes };
const asking: ReadonlySet<string> = new Set(['userpin', 'usernetwpin', 'userpinmac']);
/** Every command to a Synthesis client begins like this. */
const commandBeginning = /^\s*cmd=/u;

/** Reads a provisioning push (OMA-WAP-TS-ProvBoot-V1_1 §4.6); a CodecError when it is none. */
export function readProvisioningPush(push: PushPdu): ReceivedConfiguration {
  const { document, security, mac, body } = decodeProvisioningPush(push);
  return { signed: { security, mac, body }, content: readOmaSettings(document) };
}

/** Reads what came to the ports of older phones; undefined for any other port. */
export function readOldSettings(
  { destination }: SmsPorts,
  payload: Uint8Array,
): ReceivedConfiguration | undefined {
  if (destination === syncSettingsPorts.destination)
    return { signed: unsigned, content: readSyncSettings(decodeSyncSettingsPush(payload)) };
  if (destination === browserSettingsPorts.destination)
    return { signed: unsigned, content: readBrowserSettings(decodeBrowserSettingsPush(payload)) };
  return undefined;
}

/** Reads a command to a Synthesis client; undefined for an ordinary text. */
export function readCommandText(text: string): ReceivedConfiguration | undefined {
  if (!commandBeginning.test(text)) return undefined;
  try {
    return { signed: unsigned, content: readSynthesisCommand(parseSynthesisCommand(text)) };
  } catch (error) {
    // Whatever it is then, it is a text that somebody wrote.
    if (error instanceof CodecError) return undefined;
    throw error;
  }
}

/** Whether the phone asks its owner for a PIN before it opens a configuration. */
export function asksForPin({ signed }: ReceivedConfiguration): boolean {
  return asking.has(signed.security);
}

/** Whether the sender has proved itself to the phone with this SIM, by a PIN where it asks for one. */
export function isProved(
  { signed }: ReceivedConfiguration,
  secrets: { readonly imsi: string; readonly pin?: string },
): boolean {
  return signed.security === 'none' || verifyProvisioningMac(signed, secrets);
}

/**
 * Where a configuration stands, `row` being what its owner has done. One that was signed for another
 * SIM is thrown away unread.
 */
export function showConfiguration(
  configuration: ReceivedConfiguration,
  row: PhoneConfigurationRow | undefined,
  imsi: string,
): PhoneConfiguration {
  const asksPin = asksForPin(configuration);
  const untouched = asksPin ? 'locked' : isProved(configuration, { imsi }) ? 'open' : 'discarded';
  const state = row?.state ?? untouched;
  const isShown = state === 'open' || state === 'saved';
  const { fields, problem } = configuration.content;
  return {
    state,
    asksPin,
    triesLeft: asksPin ? Math.max(0, pinTries - (row?.wrongPins ?? 0)) : 0,
    fields: isShown ? [...fields] : [],
    problem: untouched === 'discarded' ? 'sim' : isShown ? problem : null,
  };
}
