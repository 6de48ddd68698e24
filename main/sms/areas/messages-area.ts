import { AppError } from '../../../shared/model/errors.ts';
import type { AreaService } from '../../api/services.ts';
import { shownMessage } from '../../store/message-parts.ts';
import { later } from './later.ts';
import type { Store } from '../../store/types.ts';

const defaultLimit = 100;

/** The area `messages` of the contract. */
export function createMessagesArea(store: Store): AreaService<'messages'> {
  const rest = later<AreaService<'messages'>>();
  return {
    send: rest.send,
    preview: rest.preview,
    retry: rest.retry,
    drop: rest.drop,
    reroute: rest.reroute,
    pause: rest.pause,
    resume: rest.resume,
    queue: rest.queue,
    setQueuePaused: rest.setQueuePaused,
    async list(query) {
      const limit = query?.limit ?? defaultLimit;
      const { state, deviceId } = query ?? {};
      const { messages, total } = await store.messages.list({ state, deviceId, limit });
      return { messages: messages.map(shownMessage), total };
    },
    async get({ id }) {
      const message = await store.messages.get(id);
      if (message === undefined) throw new AppError('NOT_FOUND', { params: { id } });
      const gateways = await store.gateways.list();
      const names = new Map(gateways.map((gateway) => [gateway.id, gateway.name]));
      const deliveries = await store.messages.listDeliveries([id]);
      return {
        message: shownMessage(message),
        deliveries: deliveries.map((delivery) => ({
          ...delivery,
          // A gateway that was removed has left its id behind.
          gatewayName: names.get(delivery.gatewayId) ?? delivery.gatewayId,
        })),
      };
    },
  };
}
