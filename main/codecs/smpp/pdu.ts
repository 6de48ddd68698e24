import { ByteWriter } from '../byte-writer.ts';
import { ByteReader } from '../bytes.ts';
import { CodecError } from '../codec-error.ts';
import { smppLimits } from '../limits.ts';
import { commandIds, genericNackId, responseBit, type SmppBindKind } from './commands.ts';
import {
  readMessage,
  readSmppAddress,
  readText,
  writeMessage,
  writeOctet,
  writeSmppAddress,
  writeText,
  type SmppAddress,
  type SmppMessage,
} from './message.ts';
import { readParameters, writeParameters, type SmppParameter } from './parameters.ts';

/** What signing in tells (SMPP 3.4 §4.1). */
export interface SmppBind {
  readonly systemId: string;
  readonly password: string;
  readonly systemType: string;
  /** 0x34 is version 3.4. */
  readonly interfaceVersion: number;
  /** Which addresses a receiver serves; mostly empty. */
  readonly range: SmppAddress;
}

/** One protocol data unit. `sequence` ties a response to its request. */
export type SmppPdu = { readonly sequence: number } & (
  | ({ readonly kind: SmppBindKind } & SmppBind)
  | {
      readonly kind: `${SmppBindKind}-resp`;
      readonly status: number;
      readonly systemId: string;
      readonly parameters: readonly SmppParameter[];
    }
  | { readonly kind: 'submit-sm'; readonly message: SmppMessage }
  | { readonly kind: 'deliver-sm'; readonly message: SmppMessage }
  | {
      readonly kind: 'submit-sm-resp' | 'deliver-sm-resp' | 'data-sm-resp';
      readonly status: number;
      /** Empty where the far side gives none, and in every deliver_sm_resp. */
      readonly messageId: string;
      readonly parameters: readonly SmppParameter[];
    }
  | {
      readonly kind: 'data-sm';
      readonly serviceType: string;
      readonly source: SmppAddress;
      readonly destination: SmppAddress;
      readonly esmClass: number;
      readonly registeredDelivery: number;
      readonly dataCoding: number;
      readonly parameters: readonly SmppParameter[];
    }
  | { readonly kind: 'enquire-link' | 'unbind' }
  | {
      readonly kind: 'enquire-link-resp' | 'unbind-resp' | 'generic-nack';
      readonly status: number;
    }
  /** Legal, but nothing that is spoken here; to be answered with a generic_nack. */
  | { readonly kind: 'other'; readonly commandId: number; readonly status: number }
);

/** One kind of PDU. */
export type SmppPduOf<Kind extends SmppPdu['kind']> = Extract<SmppPdu, { readonly kind: Kind }>;

const kinds = new Map<number, keyof typeof commandIds>(
  Object.entries(commandIds).map(([kind, id]) => [id, kind as keyof typeof commandIds]),
);

const idsByKind = new Map<string, number>([
  ['generic-nack', genericNackId],
  ...Object.entries(commandIds).flatMap(([kind, id]): [string, number][] => [
    [kind, id],
    [`${kind}-resp`, id + responseBit],
  ]),
]);

function commandIdOf(pdu: SmppPdu): number {
  return pdu.kind === 'other' ? pdu.commandId : (idsByKind.get(pdu.kind) ?? genericNackId);
}

function u32(writer: ByteWriter, value: number): void {
  if (!Number.isInteger(value) || value < 0 || value > 0xffff_ffff) {
    throw new CodecError('smpp', 'invalid-value');
  }
  writer.u16(Math.floor(value / 0x1_0000));
  writer.u16(value % 0x1_0000);
}

function readU32(reader: ByteReader): number {
  return reader.u16() * 0x1_0000 + reader.u16();
}

function writeBody(writer: ByteWriter, pdu: SmppPdu): void {
  switch (pdu.kind) {
    case 'bind-receiver':
    case 'bind-transmitter':
    case 'bind-transceiver':
      writeText(writer, pdu.systemId, smppLimits.systemId);
      writeText(writer, pdu.password, smppLimits.password);
      writeText(writer, pdu.systemType, smppLimits.systemType);
      writeOctet(writer, pdu.interfaceVersion);
      writeSmppAddress(writer, pdu.range);
      return;
    case 'bind-receiver-resp':
    case 'bind-transmitter-resp':
    case 'bind-transceiver-resp':
      writeText(writer, pdu.systemId, smppLimits.systemId);
      writeParameters(writer, pdu.parameters);
      return;
    case 'submit-sm':
    case 'deliver-sm':
      writeMessage(writer, pdu.message);
      return;
    case 'submit-sm-resp':
    case 'deliver-sm-resp':
    case 'data-sm-resp':
      writeText(writer, pdu.messageId, smppLimits.messageId);
      writeParameters(writer, pdu.parameters);
      return;
    case 'data-sm':
      writeText(writer, pdu.serviceType, smppLimits.serviceType);
      writeSmppAddress(writer, pdu.source);
      writeSmppAddress(writer, pdu.destination);
      writeOctet(writer, pdu.esmClass);
      writeOctet(writer, pdu.registeredDelivery);
      writeOctet(writer, pdu.dataCoding);
      writeParameters(writer, pdu.parameters);
      return;
    case 'enquire-link':
    case 'unbind':
    case 'enquire-link-resp':
    case 'unbind-resp':
    case 'generic-nack':
    case 'other':
  }
}

/** Encodes a PDU with its header (SMPP 3.4 §3.2); a field that does not fit is a CodecError. */
export function encodePdu(pdu: SmppPdu): Uint8Array {
  const writer = new ByteWriter(256);
  u32(writer, 0);
  u32(writer, commandIdOf(pdu));
  u32(writer, 'status' in pdu ? pdu.status : 0);
  u32(writer, pdu.sequence);
  writeBody(writer, pdu);
  const { length } = writer;
  writer.patch(0, Uint8Array.of(length >>> 24, length >>> 16, length >>> 8, length));
  return writer.finish();
}

/** What a response tells when its body was left out, which is allowed where its status is no success. */
function readAnswer(reader: ByteReader): { text: string; parameters: SmppParameter[] } {
  if (reader.remaining === 0) return { text: '', parameters: [] };
  return { text: readText(reader), parameters: readParameters(reader) };
}

function readRequest(
  kind: keyof typeof commandIds,
  reader: ByteReader,
  sequence: number,
): SmppPdu | undefined {
  switch (kind) {
    case 'bind-receiver':
    case 'bind-transmitter':
    case 'bind-transceiver':
      return {
        kind,
        sequence,
        systemId: readText(reader),
        password: readText(reader),
        systemType: readText(reader),
        interfaceVersion: reader.u8(),
        range: readSmppAddress(reader),
      };
    case 'submit-sm':
    case 'deliver-sm':
      return { kind, sequence, message: readMessage(reader) };
    case 'data-sm':
      return {
        kind,
        sequence,
        serviceType: readText(reader),
        source: readSmppAddress(reader),
        destination: readSmppAddress(reader),
        esmClass: reader.u8(),
        registeredDelivery: reader.u8(),
        dataCoding: reader.u8(),
        parameters: readParameters(reader),
      };
    case 'enquire-link':
    case 'unbind':
      return { kind, sequence };
    case 'outbind':
    case 'alert-notification':
      return undefined;
  }
}

function readResponse(
  kind: keyof typeof commandIds,
  reader: ByteReader,
  sequence: number,
  status: number,
): SmppPdu | undefined {
  switch (kind) {
    case 'bind-receiver':
    case 'bind-transmitter':
    case 'bind-transceiver': {
      const { text: systemId, parameters } = readAnswer(reader);
      return { kind: `${kind}-resp`, sequence, status, systemId, parameters };
    }
    case 'submit-sm':
    case 'deliver-sm':
    case 'data-sm': {
      const { text: messageId, parameters } = readAnswer(reader);
      return { kind: `${kind}-resp`, sequence, status, messageId, parameters };
    }
    case 'enquire-link':
    case 'unbind':
      return { kind: `${kind}-resp`, sequence, status };
    case 'outbind':
    case 'alert-notification':
      return undefined;
  }
}

/**
 * Decodes one PDU, whose length field has to be that of the bytes. Octets behind what is known of a
 * body are let be: later versions append to it.
 *
 * @throws CodecError
 */
export function decodePdu(bytes: Uint8Array): SmppPdu {
  const reader = new ByteReader(bytes, 'smpp');
  if (readU32(reader) !== bytes.length) throw reader.error('inconsistent', 0);
  const commandId = readU32(reader);
  const status = readU32(reader);
  const sequence = readU32(reader);
  if (commandId === genericNackId) return { kind: 'generic-nack', sequence, status };
  const isResponse = commandId >= responseBit;
  const kind = kinds.get(isResponse ? commandId - responseBit : commandId);
  const known =
    kind === undefined
      ? undefined
      : isResponse
        ? readResponse(kind, reader, sequence, status)
        : readRequest(kind, reader, sequence);
  return known ?? { kind: 'other', sequence, commandId, status };
}
