import { fromHex } from '../codecs/bytes.ts';
import { CodecError } from '../codecs/codec-error.ts';
import { alphabetOf, joinSegments, textOfUserData } from '../codecs/gsm-sms/index.ts';
import type { SmsSegment } from '../codecs/gsm-sms/index.ts';
import type { MessageRow } from '../store/types.ts';

/** What a message says; null for data and for what carries secrets. */
export function textOfMessage(
  row: Pick<MessageRow, 'dcs' | 'parts' | 'shownParts'>,
): string | null {
  const { dcs, parts, shownParts } = row;
  if (shownParts !== null || alphabetOf(dcs) === 'binary') return null;
  try {
    const segments = parts.map(({ udh, data }) => ({ udh: fromHex(udh), data: fromHex(data) }));
    return textOfUserData(dcs, payloadOf(segments), segments[0]?.udh) ?? null;
  } catch (error) {
    if (error instanceof CodecError) return null;
    throw error;
  }
}

/** A message that was handed in as one part of a longer one says what that part says. */
function payloadOf(segments: readonly SmsSegment[]): Uint8Array {
  const [first] = segments;
  return first !== undefined && segments.length === 1 ? first.data : joinSegments(segments).payload;
}
