import { smsLimits } from '../limits.ts';
import { joinSegments, type SmsSegment } from './segment.ts';
import { decodeUserDataHeader, type SmsPorts } from './user-data-header.ts';

/** A message with all its parts. */
export type CollectedMessage = {
  readonly ports: SmsPorts | undefined;
  readonly payload: Uint8Array;
  /** In their order. */
  readonly segments: readonly SmsSegment[];
};

/**
 * Collects the parts of messages that arrive in any order and mixed with each other, as a phone
 * does: by originator, reference and total. Of a repeated part the first counts. Messages whose
 * parts never come are dropped, oldest first, when too many are open; there is no clock here.
 */
export class SegmentCollector {
  readonly #open = new Map<string, Map<number, SmsSegment>>();
  readonly #capacity: number;

  constructor(capacity: number = smsLimits.openMessages) {
    this.#capacity = capacity;
  }

  /** Messages of which parts are missing. */
  get openMessages(): number {
    return this.#open.size;
  }

  /** Takes a part and gives the message that it completes; a broken header is a CodecError. */
  add(originator: string, segment: SmsSegment): CollectedMessage | undefined {
    const header = segment.udh.length === 0 ? undefined : decodeUserDataHeader(segment.udh);
    const place = header?.concatenation;
    if (place === undefined) return { ...joinSegments([segment]), segments: [segment] };
    const width = place.wide ? 16 : 8;
    const key = [
      width,
      place.reference,
      place.total,
      header?.ports?.destination,
      originator,
    ].join();
    const parts = this.#open.get(key) ?? new Map<number, SmsSegment>();
    if (!parts.has(place.sequence)) parts.set(place.sequence, segment);
    if (parts.size < place.total) {
      this.#keep(key, parts);
      return undefined;
    }
    this.#open.delete(key);
    const segments = [...parts].sort(([left], [right]) => left - right).map(([, part]) => part);
    return { ...joinSegments(segments), segments };
  }

  #keep(key: string, parts: Map<number, SmsSegment>): void {
    this.#open.set(key, parts);
    if (this.#open.size <= this.#capacity) return;
    const [oldest] = this.#open.keys();
    if (oldest !== undefined) this.#open.delete(oldest);
  }
}
