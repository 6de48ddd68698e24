import { endedMessage } from '../store/message-parts.ts';
import type { Repositories } from '../store/types.ts';

/** More than one device can have on its way. */
const mostWaiting = 1_000;

/**
 * Removes what is secret about a device that goes: its SIM's number, its virtual phone's password,
 * the PINs of configurations that it was sent. What still waits to be sent of those and of links is
 * withdrawn: the phone must not be set up any more.
 *
 * @param now Milliseconds since 1970.
 */
export async function removeDeviceSecrets(
  { secrets, provisioning, messages }: Pick<Repositories, 'secrets' | 'provisioning' | 'messages'>,
  deviceId: string,
  now: number,
): Promise<void> {
  for (const row of await provisioning.list(deviceId)) {
    await secrets.remove(`configuration:${row.id}`);
    if (row.state === 'queued') {
      await provisioning.update({ ...row, state: 'failed', pinUntil: null });
    }
  }
  await secrets.remove(`device:${deviceId}:imsi`);
  await secrets.remove(`phone:${deviceId}`);
  for (const state of ['queued', 'sending'] as const) {
    const waiting = await messages.list({ deviceId, state, limit: mostWaiting });
    for (const message of waiting.messages) {
      if (message.shownParts === null) continue;
      await messages.update(endedMessage(message, 'expired', now));
    }
  }
}
