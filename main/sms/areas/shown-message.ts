import type { Message } from '../../../shared/model/message.ts';
import { shownMessage } from '../../store/message-parts.ts';
import type { MessageRow } from '../../store/types.ts';
import { textOfMessage } from '../message-text.ts';
import { closedLane } from '../queue/closed-lane.ts';
import type { ClosedLane, LanePool } from '../queue/closed-lane.ts';

/** What messages may wait for besides their own time. */
export interface Circumstances {
  readonly now: number;
  readonly isQueuePaused: boolean;
  readonly pool: LanePool;
}

/**
 * Shows messages of one moment as the console does, with what they say and what they wait for. Each
 * lane is looked at once, however many messages wait in it.
 */
export function messagesInWords(circumstances: Circumstances): (row: MessageRow) => Message {
  const { now, isQueuePaused, pool } = circumstances;
  const lanes = new Map<string, ClosedLane | undefined>();

  function closed(lane: string): ClosedLane | undefined {
    if (!lanes.has(lane)) lanes.set(lane, closedLane(pool, lane, now));
    return lanes.get(lane);
  }

  return (row) => {
    const shown = { ...shownMessage(row), text: textOfMessage(row) };
    if (row.state !== 'queued') return shown;
    if (isQueuePaused) return { ...shown, reason: 'queue-paused' };
    // Until its own time comes, it waits for its own reason.
    const waitsForItself = row.nextAttemptAt > now;
    const lane = waitsForItself ? undefined : closed(row.lane);
    return lane === undefined ? shown : { ...shown, ...waitingFor(lane, row) };
  };
}

function waitingFor(
  { at, ways }: ClosedLane,
  { nextAttemptAt }: MessageRow,
): Pick<Message, 'reason' | 'detail' | 'nextAttemptAt' | 'ways'> {
  const words = ways.map(
    ({ gatewayName, reason, detail }) => `${gatewayName}: ${detail === '' ? reason : detail}`,
  );
  return {
    reason: 'no-way',
    detail: words.join('; '),
    nextAttemptAt: Math.max(at ?? 0, nextAttemptAt),
    ways: [...ways],
  };
}
