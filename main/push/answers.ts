import type { AlertState } from '../../shared/model/alert.ts';
import type { Events } from '../platform/events.ts';
import type { LogWriter } from '../platform/logbook.ts';
import type { AlertRow, Repositories } from '../store/types.ts';
import type { AlertBook } from './book.ts';
import type { DeviceIndex } from './device-index.ts';
import { aboutAlert } from './log-lines.ts';
import { pushLimits } from './limits.ts';

/** The session before, which tells a client that counts its sessions from one that is alerted. */
export interface LastSession {
  readonly wireId: string;
  /** When it began, in milliseconds since 1970. */
  readonly at: number;
}

/** A session, as far as alerts are concerned. */
export interface AnsweringSession {
  readonly accountId: string;
  readonly deviceId: string;
  /** Session id on the wire: decimal or hexadecimal, as the client likes it. */
  readonly wireId: string;
  /** The device's session before this one; null when there was none. */
  readonly last: LastSession | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** How long after an alert a session answers it, whatever its id. */
  readonly windowMs: number;
}

/** What the session has to do with alerts. */
export interface AnsweredAlerts {
  readonly alert: AlertRow | undefined;
  /** Whether it named the alert's session id. */
  readonly isExact: boolean;
  /** The device of the same account whose alert it named instead. */
  readonly otherDeviceId: string | undefined;
  /** To be called after the commit. */
  settled(): void;
}

/** Ends alerts that a session answers. */
export interface Answers {
  /** Within the transaction that stores the session. */
  answer(tx: Repositories, session: AnsweringSession): Promise<AnsweredAlerts>;
  /** Devices of the account with an alert within the window that waits for a session of this id. */
  named(
    tx: Repositories,
    session: Omit<AnsweringSession, 'deviceId' | 'last'>,
  ): Promise<ReadonlySet<string>>;
}

/** What {@link createAnswers} needs. */
export interface AnswersDeps {
  readonly events: Events;
  readonly log: LogWriter;
  readonly book: AlertBook;
  readonly devices: DeviceIndex;
}

/** States in which a phone may have an alert; of `queued` ones only when their SMS is on its way. */
const answerable: ReadonlySet<AlertState> = new Set<AlertState>(['sent', 'delivered', 'queued']);

/** Makes what ends them. */
export function createAnswers({ events, log, book, devices }: AnswersDeps): Answers {
  /** Alerts that wait for a session, newest first. */
  async function open(
    tx: Repositories,
    of: { deviceId: string } | { accountId: string },
  ): Promise<AlertRow[]> {
    // By state as well, the store might go through the alerts of all devices.
    const { alerts } = await tx.alerts.list({ ...of, limit: pushLimits.answerable });
    const found: AlertRow[] = [];
    for (const alert of alerts) {
      if (!answerable.has(alert.state)) continue;
      if (alert.state !== 'queued' || (await isOnItsWay(tx, alert))) found.push(alert);
    }
    return found;
  }

  /**
   * Whether a session named an alert of the account that was open then. Two mixed-up phones answer
   * alert after alert, and the ids of a device's alerts count up by one as a client's own do.
   */
  async function hasNamed(
    tx: Repositories,
    { accountId, windowMs }: AnsweringSession,
    { wireId, at }: LastSession,
  ): Promise<boolean> {
    const ids = new Set(wireNumbers(wireId));
    const { alerts } = await tx.alerts.list({ accountId, limit: pushLimits.answerable });
    return alerts.some(({ sessionId, createdAt, sentAt, answeredAt }) => {
      if (sessionId === null || !ids.has(sessionId)) return false;
      if (answeredAt !== null && answeredAt <= at) return answeredAt === at;
      return createdAt <= at && at - (sentAt ?? createdAt) <= windowMs;
    });
  }

  /**
   * The device whose alert of this session id is still open, while this one was not sent such an
   * alert. Clients count their own sessions with small numbers too; one that merely goes on counting
   * has answered nothing.
   */
  async function otherDevice(
    tx: Repositories,
    session: AnsweringSession,
  ): Promise<string | undefined> {
    const { accountId, deviceId, wireId, last, at, windowMs } = session;
    const ids: ReadonlySet<number> = new Set(wireNumbers(wireId));
    const isNamed = (alert: AlertRow): boolean =>
      alert.sessionId !== null && ids.has(alert.sessionId) && at - leftAt(alert) <= windowMs;
    const theirs = (await open(tx, { accountId })).find(
      (alert) => alert.deviceId !== deviceId && isNamed(alert),
    );
    if (theirs === undefined) return undefined;
    const own = await tx.alerts.list({ deviceId, limit: pushLimits.answerable });
    if (own.alerts.some(isNamed)) return undefined;
    const isCounted = last !== null && isNext(wireId, last.wireId);
    return isCounted && !(await hasNamed(tx, session, last)) ? undefined : theirs.deviceId;
  }

  function settle(rows: readonly AlertRow[]): void {
    for (const row of rows) {
      book.removeQueued(row.id);
      events.emit({ kind: 'alert', id: row.id });
      const device = devices.get(row.deviceId)?.name ?? row.deviceId;
      log.write({
        ...aboutAlert(row),
        level: 'info',
        key: 'alert.answered',
        params: { device },
      });
    }
  }

  return {
    async answer(tx, session) {
      const { deviceId, wireId, at, windowMs } = session;
      const alerts = await open(tx, { deviceId });
      const young = alerts.filter((alert) => at - leftAt(alert) <= pushLimits.dayMs);
      const exact = wireNumbers(wireId)
        .map((id) => young.find(({ sessionId }) => sessionId === id))
        .find((found) => found !== undefined);
      const isWithin = (alert: AlertRow): boolean =>
        alert.state !== 'queued' && at - leftAt(alert) <= windowMs;
      const otherDeviceId = exact ? undefined : await otherDevice(tx, session);
      // A mix-up is believed first: what it answers by its id is not what it was sent by its number.
      const alert = exact ?? (otherDeviceId === undefined ? alerts.find(isWithin) : undefined);
      // The phone has fetched everything up to now: what was sent before has no other answer to wait
      // for, whether a report of its delivery came or not.
      const older = alerts.filter(
        (one) => alert && one.id < alert.id && (one.state === 'sent' || isWithin(one)),
      );
      const rows = (alert ? [alert, ...older] : []).map((row) => answered(row, at));
      await tx.alerts.update(rows);
      return {
        alert: rows[0],
        isExact: exact !== undefined,
        otherDeviceId,
        settled: () => settle(rows),
      };
    },

    async named(tx, { accountId, wireId, at, windowMs }) {
      const ids: ReadonlySet<number> = new Set(wireNumbers(wireId));
      if (ids.size === 0) return new Set();
      const alerts = await open(tx, { accountId });
      const fits = (alert: AlertRow): boolean =>
        alert.sessionId !== null && ids.has(alert.sessionId) && at - leftAt(alert) <= windowMs;
      return new Set(alerts.filter(fits).map(({ deviceId }) => deviceId));
    },
  };
}

function answered(alert: AlertRow, at: number): AlertRow {
  return {
    ...alert,
    state: 'answered',
    reason: alert.reason === 'manual' ? 'manual' : null,
    sentAt: alert.sentAt ?? at,
    answeredAt: at,
    endedAt: alert.endedAt ?? at,
  };
}

/** When it left; a phone cannot have it before. */
function leftAt(alert: AlertRow): number {
  return alert.sentAt ?? alert.createdAt;
}

/** Whether a gateway has been given the SMS: a fast phone answers before the gateway does. */
async function isOnItsWay(tx: Repositories, alert: AlertRow): Promise<boolean> {
  const message = alert.messageId === null ? undefined : await tx.messages.get(alert.messageId);
  return message !== undefined && message.state !== 'queued';
}

/** Whether a session id is the one after another, both in decimal or both in hexadecimal digits. */
function isNext(wireId: string, lastWireId: string): boolean {
  const [decimal, hexadecimal] = readings(wireId);
  const [lastDecimal, lastHexadecimal] = readings(lastWireId);
  return (
    (lastDecimal >= 0 && decimal === lastDecimal + 1) ||
    (lastHexadecimal >= 0 && hexadecimal === lastHexadecimal + 1)
  );
}

/**
 * What a session id can mean as a number of 16 bits (OMA DS 1.2 SAN "session-id"): clients write the
 * one of the alert in decimal or in hexadecimal digits. The likelier one first.
 */
function wireNumbers(wireId: string): number[] {
  return readings(wireId).filter((id) => id >= 0 && id <= pushLimits.sessionIds);
}

/** A session id read as decimal and as hexadecimal digits; -1 where it is none. */
function readings(wireId: string): readonly [decimal: number, hexadecimal: number] {
  const text = wireId.trim();
  return [
    /^\d{1,5}$/u.test(text) ? Number(text) : -1,
    /^[\da-f]{1,4}$/iu.test(text) ? parseInt(text, 16) : -1,
  ];
}
