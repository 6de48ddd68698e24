import { provisioningLimits } from '../../shared/model/provisioning.ts';
import type { ProvisioningMessage, ProvisioningPreview } from '../../shared/model/provisioning.ts';
import { concatBytes, toHex } from '../codecs/bytes.ts';
import { CodecError } from '../codecs/codec-error.ts';
import { dissectSms } from '../codecs/dissect/index.ts';
import { addressOf, encodeSubmit, submitsOf } from '../codecs/gsm-sms/index.ts';
import type { ConfigurationRow } from '../store/provisioning-types.ts';
import { contentOf } from './draft.ts';
import type { Draft } from './draft.ts';
import type { ConfigurationDocument } from './documents/content.ts';
import { maskedDocuments } from './documents/masked.ts';
import { fieldsOf } from './fields.ts';
import type { SettingsOfProvisioning } from './provisioning-deps.ts';
import { repeatOf } from './repeats.ts';
import { fingerprintOf } from './fingerprint.ts';

/**
 * What would be sent, and what was sent before.
 *
 * @param sent What the device was sent, newest first.
 * @param now Milliseconds since 1970.
 */
export function previewOf(
  draft: Draft,
  sent: readonly ConfigurationRow[],
  settings: SettingsOfProvisioning,
  now: number,
): ProvisioningPreview {
  const { device, reason, tooLong, format, security, pin, isLocal } = draft;
  const documents = sampleOf(draft, settings);
  const segments = (documents ?? []).reduce((sum, { parts }) => sum + parts.length, 0);
  const { partPrice, currency } = settings.sms;
  const fingerprint = fingerprintOf(draft, settings);
  const repeat = fingerprint === undefined ? undefined : repeatOf(sent, fingerprint, now);
  // Lengths were looked at before; what is left is a text that the format cannot hold.
  const unfit = reason === null && documents === undefined ? 'too-long' : reason;
  return {
    deviceId: device.id,
    isPossible: unfit === null,
    reason: unfit,
    tooLong,
    format,
    security,
    pin,
    isLocal,
    fields: fieldsOf(draft),
    messages: (documents ?? []).map((document) => shownMessage(document, device.number)),
    segments,
    cost: partPrice === null ? null : { amount: partPrice * segments, currency },
    lastSentAt: sent[0]?.createdAt ?? null,
    repeatUntil: repeat === undefined ? null : repeat.createdAt + provisioningLimits.repeatMs,
  };
}

/** The documents as they would be; undefined where they cannot be made. */
function sampleOf(
  draft: Draft,
  { sync }: SettingsOfProvisioning,
): readonly ConfigurationDocument[] | undefined {
  const { format } = draft;
  const content = contentOf(draft, sync.auth);
  if (format === null || content === undefined) return undefined;
  try {
    return maskedDocuments(format, content, draft, 0);
  } catch (error) {
    if (error instanceof CodecError) return undefined;
    throw error;
  }
}

function shownMessage(
  { name, octets, text, dcs, parts }: ConfigurationDocument,
  number: string | null,
): ProvisioningMessage {
  return { name, octets, document: text, parts: number === null ? [] : pdus(parts, dcs, number) };
}

/** The parts as SMS-SUBMIT, as a modem or an SMSC would take them (GSM 03.40 §9.2.2.2). */
function pdus(
  parts: ConfigurationDocument['parts'],
  dcs: number,
  number: string,
): ProvisioningMessage['parts'] {
  const submits = submitsOf(parts, { destination: addressOf(number), dataCoding: dcs });
  return submits.map((submit) => {
    // An empty service centre address in front: the modem's own one counts.
    const pdu = concatBytes([Uint8Array.of(0), encodeSubmit(submit)]);
    return { hex: toHex(pdu), tree: dissectSms(pdu) };
  });
}
