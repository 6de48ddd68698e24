import type { ByteWriter } from '../byte-writer.ts';
import { CodecError } from '../codec-error.ts';
import type { ByteReader } from '../bytes.ts';
import { smppLimits } from '../limits.ts';

/** An optional parameter (SMPP 3.4 §5.3). */
export interface SmppParameter {
  readonly tag: number;
  readonly value: Uint8Array;
}

/** Tags of the optional parameters that are used (SMPP 3.4 §5.3.2). */
export const parameterTags = {
  networkErrorCode: 0x0423,
  messagePayload: 0x0424,
  messageState: 0x0427,
  receiptedMessageId: 0x001e,
  scInterfaceVersion: 0x0210,
  sarReference: 0x020c,
  sarTotal: 0x020e,
  sarSequence: 0x020f,
} as const;

/** The value of the first parameter of that tag. */
export function parameterOf(
  parameters: readonly SmppParameter[],
  tag: number,
): Uint8Array | undefined {
  return parameters.find((one) => one.tag === tag)?.value;
}

/** Reads parameters to the end of the PDU. */
export function readParameters(reader: ByteReader): SmppParameter[] {
  const parameters: SmppParameter[] = [];
  while (reader.remaining > 0) {
    if (parameters.length === smppLimits.parameters) throw reader.error('too-many');
    const tag = reader.u16();
    parameters.push({ tag, value: reader.take(reader.u16()) });
  }
  return parameters;
}

/** Writes parameters in their order. */
export function writeParameters(writer: ByteWriter, parameters: readonly SmppParameter[]): void {
  if (parameters.length > smppLimits.parameters) throw new CodecError('smpp', 'too-many');
  for (const { tag, value } of parameters) {
    if (!Number.isInteger(tag) || tag < 0 || tag > 0xffff) {
      throw new CodecError('smpp', 'invalid-value');
    }
    if (value.length > 0xffff) throw new CodecError('smpp', 'too-long');
    writer.u16(tag);
    writer.u16(value.length);
    writer.bytes(value);
  }
}
