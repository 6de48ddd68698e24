import { endedMessage } from '../../store/message-parts.ts';
import type { DeliveryRow, MessageRow, Repositories } from '../../store/types.ts';
import type { QueueDeps } from './queue-deps.ts';

/**
 * Takes up the messages whose hand-over the end of the process cut off: whether the gateway has them
 * is not known. Alerts are handed over again with the same bytes, which a phone that has them drops,
 * or put aside, as the admin has chosen. Anything else is put aside: a person would read it twice.
 */
export async function takeUpCutOff(deps: QueueDeps): Promise<void> {
  const { store, clock, outcomes, settings } = deps;
  const cutOff = await store.messages.listInStates(['sending']);
  if (cutOff.length === 0) return;
  const now = clock.now();
  const repeats = settings().uncertainAlerts === 'repeat';
  await store.transaction(async (tx) => {
    await endDeliveries(tx, cutOff, now);
    for (const message of cutOff) {
      if (repeats && message.alertId !== null) {
        await tx.messages.update({ ...message, state: 'queued', nextAttemptAt: now });
        continue;
      }
      const uncertain = endedMessage(message, 'uncertain', now);
      await tx.messages.update(uncertain);
      await outcomes.uncertain(tx, uncertain);
    }
  });
  if (!repeats) return;
  for (const message of cutOff) await tellRepeated(deps, message);
}

async function endDeliveries(
  tx: Repositories,
  messages: readonly MessageRow[],
  now: number,
): Promise<void> {
  const deliveries = await tx.messages.listDeliveries(messages.map(({ id }) => id));
  for (const delivery of deliveries) {
    if (delivery.outcome !== 'under-way') continue;
    const ended: DeliveryRow = { ...delivery, outcome: 'uncertain', endedAt: now };
    await tx.messages.updateDelivery(ended);
  }
}

async function tellRepeated({ store, log }: QueueDeps, message: MessageRow): Promise<void> {
  const { alertId, deviceId, accountId, traceId, number } = message;
  if (alertId === null) return;
  const device = deviceId === null ? undefined : await store.devices.get(deviceId);
  log.write({
    level: 'info',
    area: 'sms',
    key: 'alert.repeated',
    params: { device: device?.name ?? number },
    traceId,
    accountId,
    deviceId,
  });
}
