import type { AlertReason, AlertState } from '../../shared/model/alert.ts';
import type { Clock } from '../platform/clock.ts';
import type { Events } from '../platform/events.ts';
import type { LogWriter } from '../platform/logbook.ts';
import type { AlertRow, MessageOutcomes, MessageRow, Repositories } from '../store/types.ts';
import type { AlertBook } from './book.ts';
import type { DeviceIndex } from './device-index.ts';
import { endAlert } from './dispatcher.ts';
import { aboutAlert, folderNames } from './log-lines.ts';

/** What {@link createOutcomes} needs. */
export interface OutcomesDeps {
  readonly clock: Clock;
  readonly events: Events;
  readonly log: LogWriter;
  readonly book: AlertBook;
  readonly devices: DeviceIndex;
}

/** States in which the SMS has still something to say about an alert. */
const open: ReadonlySet<AlertState> = new Set<AlertState>(['queued', 'sent']);

/** Carries what becomes of messages over to their alerts, within the queue's own transaction. */
export function createOutcomes(deps: OutcomesDeps): MessageOutcomes {
  const { clock, events, log, book, devices } = deps;

  const deviceName = ({ deviceId }: AlertRow): string => devices.get(deviceId)?.name ?? deviceId;

  async function alertOf(tx: Repositories, message: MessageRow): Promise<AlertRow | undefined> {
    return message.alertId === null ? undefined : await tx.alerts.get(message.alertId);
  }

  async function store(tx: Repositories, alert: AlertRow): Promise<void> {
    await tx.alerts.update([alert]);
    // The queue has the message now, or nobody has: a newer alert cannot take its place any more.
    book.removeQueued(alert.id);
    events.emit({ kind: 'alert', id: alert.id });
  }

  async function fail(
    tx: Repositories,
    message: MessageRow,
    reason: AlertReason | null,
  ): Promise<AlertRow | undefined> {
    const alert = await alertOf(tx, message);
    if (!alert || !open.has(alert.state)) return undefined;
    const isTooOld = reason === 'too-old';
    const ended = endAlert(alert, isTooOld ? 'expired' : 'failed', reason, clock.now());
    await store(tx, ended);
    if (reason !== null) {
      log.write({
        ...aboutAlert(alert),
        level: isTooOld ? 'warn' : 'error',
        key: isTooOld ? 'alert.expired' : 'alert.failed',
        params: { device: deviceName(alert), reason },
      });
    }
    return ended;
  }

  return {
    async sent(tx, message, gateway) {
      const alert = await alertOf(tx, message);
      // A report may overtake the answer of the gateway; then the alert is further than this.
      if (alert?.state !== 'queued') return;
      await store(tx, { ...alert, state: 'sent', sentAt: clock.now() });
      log.write({
        ...aboutAlert(alert),
        level: 'info',
        key: 'alert.sent',
        gatewayId: gateway.id,
        params: {
          device: deviceName(alert),
          folders: folderNames(alert),
          gateway: gateway.name,
          parts: message.parts.length,
        },
      });
    },
    async delivered(tx, message) {
      const alert = await alertOf(tx, message);
      if (!alert || alert.deliveredAt !== null) return;
      const now = clock.now();
      if (alert.state === 'answered') {
        // The phone was faster than the network's report of it.
        await store(tx, { ...alert, deliveredAt: now });
        return;
      }
      await store(tx, {
        ...alert,
        state: 'delivered',
        // Whatever was thought before, the phone has it.
        reason: alert.reason === 'manual' ? 'manual' : null,
        sentAt: alert.sentAt ?? now,
        deliveredAt: now,
        endedAt: now,
      });
      log.write({
        ...aboutAlert(alert),
        level: 'info',
        key: 'alert.delivered',
        params: { device: deviceName(alert) },
      });
    },
    async failed(tx, message, reason) {
      await fail(tx, message, reason);
    },
    async uncertain(tx, message) {
      // Nothing is claimed that is not known: without a report it does not count as sent.
      const alert = await fail(tx, message, null);
      if (!alert) return;
      log.write({
        ...aboutAlert(alert),
        level: 'warn',
        key: 'alert.uncertain',
        params: { device: deviceName(alert) },
      });
    },
  };
}
