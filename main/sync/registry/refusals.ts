import type { LogKey } from '../../../shared/i18n/en/log.ts';
import type { SessionReason } from '../../../shared/model/session.ts';
import type { Stop } from '../../platform/clock.ts';
import type { SessionRow } from '../../store/sync-types.ts';
import type { SessionBook } from '../ports.ts';
import { clientName, printable } from './client-name.ts';
import type { RegistryDeps } from './registry-deps.ts';
import { registryLimits } from './registry-limits.ts';

/** Notes who was not let in. */
export interface Refusals {
  readonly refuse: SessionBook['refuse'];
  /** Tells what has been counted so far. */
  stop: Stop;
}

interface Counted {
  readonly since: number;
  readonly client: string;
  readonly reason: SessionReason;
  readonly accountId: string | null;
  readonly deviceId: string | null;
  more: number;
}

const keys: Partial<Record<SessionReason, LogKey>> = {
  'wrong-password': 'sync.refused-wrong-password',
  'no-password': 'sync.refused-no-password',
  'unknown-account': 'sync.refused-unknown-account',
  'device-blocked': 'sync.refused-blocked',
  'not-paired': 'sync.refused-not-paired',
};

/**
 * Makes the notes. A client that tries again and again is one session and one line a minute; of many
 * that differ (somebody who guesses passwords) only their number is told.
 */
export function createRefusals(
  deps: Pick<RegistryDeps, 'store' | 'clock' | 'ids' | 'events' | 'log'>,
): Refusals {
  const { store, clock, ids, events, log } = deps;
  const counted = new Map<string, Counted>();
  let untold = 0;
  let stopTimer: Stop | null = null;

  function tell(past: number): void {
    for (const [key, { since, client, reason, more, accountId, deviceId }] of counted) {
      if (since > past) continue;
      counted.delete(key);
      if (more === 0) continue;
      log.write({
        level: 'warn',
        area: 'sync',
        key: 'sync.refused-again',
        params: { client, reason, count: more },
        accountId,
        deviceId,
      });
    }
    if (untold > 0) {
      const params = { count: untold };
      log.write({ level: 'warn', area: 'sync', key: 'sync.refused-many', params });
      untold = 0;
    }
  }

  function plan(): void {
    stopTimer ??= clock.after(registryLimits.refusalMs, () => {
      stopTimer = null;
      tell(clock.now() - registryLimits.refusalMs);
      if (counted.size > 0) plan();
    });
  }

  return {
    async refuse(start, { user, accountId = null }, reason) {
      const now = clock.now();
      const key = JSON.stringify([reason, accountId ?? user.toLowerCase(), start.syncId]);
      const known = counted.get(key);
      if (known !== undefined && now - known.since < registryLimits.refusalMs) {
        known.more += 1;
        return;
      }
      plan();
      if (counted.size >= registryLimits.refusals) {
        untold += 1;
        return;
      }
      // Set before anything is waited for: the next attempt may be here already.
      const client = printable(start.syncId);
      const entry = {
        since: now,
        client,
        reason,
        accountId,
        deviceId: null,
        more: known?.more ?? 0,
      };
      counted.set(key, entry);
      const found =
        accountId === null ? undefined : await store.sync.findClient(accountId, start.syncId);
      const pairedId = found?.deviceId ?? null;
      const device = pairedId === null ? undefined : await store.devices.get(pairedId);
      const name = device?.name ?? (found === undefined ? client : clientName(found));
      const deviceId = device?.id ?? null;
      counted.set(key, { ...entry, more: counted.get(key)?.more ?? 0, client: name, deviceId });

      const row: SessionRow = {
        id: ids.next(),
        traceId: ids.next(),
        accountId,
        deviceId,
        clientId: found?.id ?? null,
        syncId: printable(start.syncId),
        wireId: printable(start.wireId),
        version: start.version,
        encoding: start.encoding,
        state: 'refused',
        reason,
        alertId: null,
        startedAt: now,
        endedAt: now,
        requests: 1,
        bytesIn: 0,
        bytesOut: 0,
        serverMs: 0,
        datastores: [],
      };
      await store.sessions.insert(row);
      const params = { client: name, account: printable(user), reason };
      log.write({
        level: 'warn',
        area: 'sync',
        key: keys[reason] ?? 'sync.refused',
        params,
        traceId: row.traceId,
        accountId,
        deviceId,
      });
      events.emit({ kind: 'session', id: row.id });
      if (deviceId !== null) events.emit({ kind: 'device', id: deviceId });
    },
    stop() {
      stopTimer?.();
      stopTimer = null;
      tell(Number.POSITIVE_INFINITY);
    },
  };
}
