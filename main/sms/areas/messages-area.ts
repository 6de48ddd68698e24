import { AppError } from '../../../shared/model/errors.ts';
import type { Message } from '../../../shared/model/message.ts';
import type { AreaService } from '../../api/services.ts';
import type { MessageRow, Store } from '../../store/types.ts';

const defaultLimit = 100;

/** The area `messages` of the contract. */
export function createMessagesArea(store: Store): AreaService<'messages'> {
  return {
    async list(query) {
      const limit = query?.limit ?? defaultLimit;
      const { state, deviceId } = query ?? {};
      const { messages, total } = await store.messages.list({ state, deviceId, limit });
      return { messages: messages.map(shown), total };
    },
    async get({ id }) {
      const message = await store.messages.get(id);
      if (message === undefined) throw new AppError('NOT_FOUND', { params: { id } });
      const gateways = await store.gateways.list();
      const names = new Map(gateways.map((gateway) => [gateway.id, gateway.name]));
      const deliveries = await store.messages.listDeliveries([id]);
      return {
        message: shown(message),
        deliveries: deliveries.map((delivery) => ({
          ...delivery,
          // A gateway that was removed has left its id behind.
          gatewayName: names.get(delivery.gatewayId) ?? delivery.gatewayId,
        })),
      };
    },
  };
}

function shown({ accountId: _accountId, ...row }: MessageRow): Message {
  return { ...row, parts: row.parts.map((part) => ({ ...part })) };
}
