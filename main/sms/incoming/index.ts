import type { AreaService } from '../../api/services.ts';
import { BoundedMap } from '../../platform/bounded-map.ts';
import type { Stop, StopAsync } from '../../platform/clock.ts';
import type { Ids } from '../../platform/ids.ts';
import type { LogWriter } from '../../platform/logbook.ts';
import type { IncomingRow } from '../../store/incoming-types.ts';
import type { Repositories } from '../../store/types.ts';
import { createIncomingArea } from '../areas/incoming-area.ts';
import type { IncomingPart } from '../gateways/gateway.ts';
import { GroupCommit } from '../queue/group-commit.ts';
import type { SmsSettings } from '../queue/queue-deps.ts';
import { collectPart, giveUpWaiting, placePart } from './collect.ts';
import type { WholeMessage } from './collect.ts';
import { findRecipient } from './find-recipient.ts';
import { incomingLimits } from './limits.ts';
import { createPost } from './post.ts';
import type { Post, PostDeps } from './post.ts';

/** What incoming SMS need of the others. */
export interface IncomingDeps extends PostDeps {
  readonly ids: Ids;
  readonly log: LogWriter;
  /** Puts an answer into the queue, by the gateway that the SMS came in by. */
  answer(answer: { number: string; text: string; gatewayId: string }): Promise<unknown>;
  settings(): SmsSettings;
}

/** SMS that phones send to the gateways. */
export interface Incoming {
  readonly area: AreaService<'incoming'>;
  /** Takes a part that a gateway received; resolves when it is stored. */
  take(gatewayId: string, part: IncomingPart): Promise<void>;
  /** Begins to hand messages on by mail, and to look for parts that wait in vain. */
  start(): StopAsync;
}

/** A stored message with what is to be done about it once it is stored. */
interface Taken {
  readonly row: IncomingRow;
  readonly isConflict: boolean;
}

/** Makes the reception of SMS. */
export function createIncoming(deps: IncomingDeps): Incoming {
  const { store, clock, ids, events, log, settings } = deps;
  // A centre may bring thousands at once: each with a transaction of its own would keep all others
  // from the store until the last is in.
  const group = new GroupCommit(store);
  const toldOf = new BoundedMap<string, number>(incomingLimits.conflictNumbers);
  let post: Post | undefined;

  async function keep(
    tx: Repositories,
    gatewayId: string,
    whole: WholeMessage,
    now: number,
  ): Promise<Taken | undefined> {
    const { number } = whole;
    if (whole.text.trim() === '' && whole.data === '') {
      log.write({
        level: 'info',
        area: 'sms',
        key: 'incoming.empty',
        params: { number },
        gatewayId,
      });
      return undefined;
    }
    const recipient = await findRecipient(tx, whole, settings(), now);
    if (recipient.isDiscarded) {
      log.write({
        level: 'info',
        area: 'sms',
        key: 'incoming.discarded',
        params: { number },
        gatewayId,
      });
      return undefined;
    }
    const { matched, accountId, mailTo } = recipient;
    const travels = mailTo !== null && settings().incomingByMail && deps.mail.isReady();
    const row: IncomingRow = {
      ...whole,
      id: ids.next(),
      gatewayId,
      receivedAt: now,
      read: false,
      matched,
      accountId,
      mailTo,
      mail: travels ? 'waiting' : 'none',
      detail: '',
    };
    await tx.incoming.insert(row);
    return { row, isConflict: matched === 'conflict' };
  }

  function tell({ row }: Taken): void {
    const { number, mailTo, accountId, gatewayId, matched } = row;
    const about = { area: 'sms', accountId, gatewayId } as const;
    if (mailTo === null) {
      const key = matched === 'conflict' ? 'incoming.conflict' : 'incoming.for-nobody';
      log.write({ ...about, level: 'info', key, params: { number } });
    } else {
      log.write({
        ...about,
        level: 'info',
        key: 'incoming.received',
        params: { number, to: mailTo },
      });
    }
    events.emit({ kind: 'incoming', id: row.id });
    if (row.mail === 'waiting') post?.wake();
  }

  /** The sender is asked to say whom it is for; not again and again, as machines answer machines. */
  async function askSender({ number, gatewayId }: IncomingRow, now: number): Promise<void> {
    const text = settings().conflictText;
    const last = toldOf.get(number);
    if (text === '' || (last !== undefined && now - last < incomingLimits.conflictPauseMs)) return;
    toldOf.set(number, now);
    try {
      await deps.answer({ number, text, gatewayId });
    } catch (error) {
      deps.onFault(error);
    }
  }

  async function finish(taken: Taken | undefined, now: number): Promise<void> {
    if (taken === undefined) return;
    tell(taken);
    if (taken.isConflict) await askSender(taken.row, now);
  }

  /** Shows what is there of messages whose other parts do not come. */
  async function sweep(): Promise<void> {
    const now = clock.now();
    const stale = await store.incoming.listStaleParts(
      now - incomingLimits.partsMs,
      incomingLimits.staleAtOnce,
    );
    for (const key of stale) {
      const taken = await store.transaction(async (tx) => {
        const whole = await giveUpWaiting(tx, key);
        return whole && (await keep(tx, key.gatewayId, whole, now));
      });
      await finish(taken, now);
    }
  }

  return {
    area: createIncomingArea(deps),
    async take(gatewayId, part) {
      const now = clock.now();
      const placed = placePart(part);
      let taken: Taken | undefined;
      await group.run(async (tx) => {
        const whole = await collectPart(tx, gatewayId, placed, now);
        taken = whole && (await keep(tx, gatewayId, whole, now));
      });
      await finish(taken, now);
    },
    start() {
      const running = createPost(deps);
      post = running;
      let stopTimer: Stop | undefined;
      let sweeping = Promise.resolve();
      let isStopped = false;
      function next(): void {
        if (isStopped) return;
        stopTimer = clock.after(incomingLimits.sweepMs, () => {
          sweeping = sweep().catch(deps.onFault).then(next);
        });
      }
      sweeping = sweep().catch(deps.onFault).then(next);
      return async () => {
        isStopped = true;
        stopTimer?.();
        post = undefined;
        await running.stop();
        await sweeping;
      };
    },
  };
}
