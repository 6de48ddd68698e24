import { fromHex, toHex } from '../../codecs/bytes.ts';
import { decodeUserDataHeader, joinSegments, textOfUserData } from '../../codecs/gsm-sms/index.ts';
import type { SmsSegment } from '../../codecs/gsm-sms/index.ts';
import type { IncomingPartKey, IncomingPartRow } from '../../store/incoming-types.ts';
import type { Repositories } from '../../store/types.ts';
import type { IncomingPart } from '../gateways/gateway.ts';

/** What stands for a part that never came. */
const gap = ' […] ';
/** References of 8 and of 16 bits are counted apart (GSM 03.40 §9.2.3.24.1, §9.2.3.24.8). */
const wideReferences = 0x1_0000;

/** A whole SMS. */
export interface WholeMessage {
  readonly number: string;
  readonly text: string;
  /** Hex, where it is no text. */
  readonly data: string;
  readonly sentAt: number | null;
}

/** A part, and the message that it belongs to; null when it is one by itself. */
export interface PlacedPart {
  readonly part: IncomingPart;
  readonly place: {
    readonly reference: number;
    readonly total: number;
    readonly part: number;
  } | null;
}

/** Finds where a part belongs. A header that cannot be read makes it a message by itself. */
export function placePart(part: IncomingPart): PlacedPart {
  try {
    const { udh } = part.part;
    const place = udh.length === 0 ? undefined : decodeUserDataHeader(udh).concatenation;
    if (place === undefined || place.total < 2) return { part, place: null };
    const reference = place.reference + (place.wide ? wideReferences : 0);
    return { part, place: { reference, total: place.total, part: place.sequence } };
  } catch {
    return { part, place: null };
  }
}

/**
 * Takes a part within a transaction; answers with the message that it completes. The parts are in
 * the store until all are there, since a modem has forgotten them by then.
 */
export async function collectPart(
  tx: Repositories,
  gatewayId: string,
  { part, place }: PlacedPart,
  now: number,
): Promise<WholeMessage | undefined> {
  const { number, dcs, sentAt } = part;
  if (place === null) return wholeMessage(number, sentAt, [{ dcs, segment: part.part }]);
  const key: IncomingPartKey = { gatewayId, number, ...place };
  await tx.incoming.putPart({
    ...key,
    part: place.part,
    dcs,
    udh: toHex(part.part.udh),
    data: toHex(part.part.data),
    sentAt,
    receivedAt: now,
  });
  const rows = await tx.incoming.listParts(key);
  if (rows.length < place.total) return undefined;
  await tx.incoming.removeParts(key);
  return fromParts(number, rows);
}

/** What is there of a message whose other parts do not come. */
export async function giveUpWaiting(
  tx: Repositories,
  key: IncomingPartKey,
): Promise<WholeMessage | undefined> {
  const rows = await tx.incoming.listParts(key);
  await tx.incoming.removeParts(key);
  return rows.length === 0 ? undefined : fromParts(key.number, rows);
}

function fromParts(number: string, rows: readonly IncomingPartRow[]): WholeMessage {
  const sentAt = rows[0]?.sentAt ?? null;
  const isWhole = rows.length === rows[0]?.total;
  const parts = rows.map(({ dcs, udh, data }) => ({
    dcs,
    segment: { udh: fromHex(udh), data: fromHex(data) },
  }));
  if (isWhole) return wholeMessage(number, sentAt, parts);
  const texts = rows.map((row, index) => {
    const before = rows[index - 1]?.part ?? 0;
    const { text, data } = wholeMessage(number, sentAt, parts.slice(index, index + 1));
    return `${row.part === before + 1 ? '' : gap}${text === '' ? data : text}`;
  });
  const isCut = rows.at(-1)?.part !== rows[0]?.total;
  return { number, text: `${texts.join('')}${isCut ? gap : ''}`.trim(), data: '', sentAt };
}

function wholeMessage(
  number: string,
  sentAt: number | null,
  parts: readonly { readonly dcs: number; readonly segment: SmsSegment }[],
): WholeMessage {
  const payload = payloadOf(parts.map(({ segment }) => segment));
  const text = textOfUserData(parts[0]?.dcs ?? 0, payload, parts[0]?.segment.udh);
  return text === undefined
    ? { number, text: '', data: toHex(payload), sentAt }
    : { number, text, data: '', sentAt };
}

/** Parts that contradict each other are put together as they came: somebody wrote something. */
function payloadOf(segments: readonly SmsSegment[]): Uint8Array {
  try {
    return joinSegments(segments).payload;
  } catch {
    return Buffer.concat(segments.map(({ data }) => data));
  }
}
