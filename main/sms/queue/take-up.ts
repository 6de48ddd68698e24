import type { DeliveryRow, MessageRow, Repositories } from '../../store/types.ts';
import type { QueueDeps } from './queue-deps.ts';
import { markUncertain } from './records.ts';

/**
 * Takes up the messages whose hand-over the end of the process cut off: whether the gateway has them
 * is not known. They are handed over again with the same bytes or put aside, as the admin has chosen
 * for alerts (a phone drops those that it has) and for what a person would read twice.
 */
export async function takeUpCutOff(deps: QueueDeps): Promise<void> {
  const { store, clock, settings } = deps;
  const cutOff = await store.messages.listInStates(['sending']);
  if (cutOff.length === 0) return;
  const now = clock.now();
  const { uncertainAlerts, uncertainMessages } = settings();
  const isRepeated = ({ alertId }: MessageRow): boolean =>
    (alertId === null ? uncertainMessages : uncertainAlerts) === 'repeat';
  await store.transaction(async (tx) => {
    await endDeliveries(tx, cutOff, now);
    for (const message of cutOff) {
      if (isRepeated(message)) {
        await tx.messages.update({ ...message, state: 'queued', nextAttemptAt: now });
      } else await markUncertain(tx, deps, message, message.detail, now);
    }
  });
  for (const message of cutOff.filter(isRepeated)) await tellRepeated(deps, message);
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
  const about = { area: 'sms', traceId, accountId, deviceId } as const;
  if (alertId === null) {
    log.write({ ...about, level: 'info', key: 'sms.repeated', params: { number } });
    return;
  }
  const device = deviceId === null ? undefined : await store.devices.get(deviceId);
  const params = { device: device?.name ?? number };
  log.write({ ...about, level: 'info', key: 'alert.repeated', params });
}
