import type { ConfigurationRow } from '../store/provisioning-types.ts';
import type { Repositories } from '../store/types.ts';
import { aboutConfiguration } from './log-lines.ts';
import { forgetPin } from './pins.ts';
import type { ProvisioningDeps } from './provisioning-deps.ts';

/** A session of a device that was let in. */
export interface StartedSession {
  readonly deviceId: string;
  readonly sessionId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * Ends what was sent to a device when its first session after that has come: the phone knows where to
 * go. Within the transaction that stores the session, or that gives it to the device later on; the
 * answer is to be called after the commit.
 */
export type SessionStarted = (tx: Repositories, session: StartedSession) => Promise<() => void>;

/** Makes it. */
export function createSessionStarted({
  events,
  log,
}: Pick<ProvisioningDeps, 'events' | 'log'>): SessionStarted {
  return async (tx, { deviceId, sessionId, at }) => {
    const newest = await tx.provisioning.openOf(deviceId);
    if (newest === undefined) return () => undefined;
    const ended: ConfigurationRow[] = [];
    for (const row of await tx.provisioning.list(deviceId)) {
      const isOpen = row.state !== 'configured' && row.state !== 'failed';
      if (!isOpen || row.createdAt > at || !(await hasLeft(tx, row))) continue;
      const forgotten = await forgetPin(tx, row);
      const after: ConfigurationRow = {
        ...forgotten,
        state: 'configured',
        configuredAt: at,
        sessionId,
      };
      await tx.provisioning.update(after);
      ended.push(after);
    }
    const [last] = ended;
    if (last === undefined) return () => undefined;
    const device = (await tx.devices.get(deviceId))?.name ?? deviceId;
    return () => {
      // One line for all of them: the phone was set up once.
      log.write({
        ...aboutConfiguration(last),
        level: 'info',
        key: 'configuration.configured',
        params: { device },
      });
      for (const { id } of ended) events.emit({ kind: 'configuration', id });
    };
  };
}

/** Whether a gateway has been given any of it: a session before that knows nothing of it. */
async function hasLeft(
  tx: Repositories,
  { state, messageIds }: ConfigurationRow,
): Promise<boolean> {
  if (state !== 'queued') return true;
  for (const id of messageIds) {
    const message = await tx.messages.get(id);
    if (message !== undefined && message.state !== 'queued') return true;
  }
  return false;
}
