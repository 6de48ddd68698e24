import { AppError, invalidField } from '../../../shared/model/errors.ts';
import type { Message } from '../../../shared/model/message.ts';
import { messageStateSchema } from '../../../shared/model/message.ts';
import type { AreaService } from '../../api/services.ts';
import { fromHex } from '../../codecs/bytes.ts';
import type { MessageRow } from '../../store/types.ts';
import type { SubmitRequest, Submitter } from '../submit.ts';
import { createMessageActions } from './message-actions.ts';
import type { MessageActionsDeps } from './message-actions.ts';
import { createPreview } from './message-preview.ts';
import type { PreviewDeps } from './message-preview.ts';
import { messagesInWords } from './shown-message.ts';
import type { Circumstances } from './shown-message.ts';

const defaultLimit = 100;

/** What {@link createMessagesArea} works with. */
export interface MessagesAreaDeps extends MessageActionsDeps, Submitter, PreviewDeps {
  /** The gateways, for what messages wait for. */
  readonly pool: Circumstances['pool'];
  /** Stores whether the whole queue is paused. */
  pauseQueue(isPaused: boolean): Promise<void>;
}

type SendInput = Parameters<AreaService<'messages'>['send']>[0];

/** The area `messages` of the contract. */
export function createMessagesArea(deps: MessagesAreaDeps): AreaService<'messages'> {
  const { store, settings, log, clock, pool } = deps;

  /** Shows messages as they stand at this moment. */
  const showing = (): ((row: MessageRow) => Message) =>
    messagesInWords({ now: clock.now(), isQueuePaused: settings().queuePaused, pool });

  /** Names of gateways by their ids, as far as they are remembered. */
  async function namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const known = new Map<string, string>();
    const gone = new Set<string>();
    for (const id of ids) {
      const name = deps.gatewayName(id);
      if (name === undefined) gone.add(id);
      else known.set(id, name);
    }
    if (gone.size === 0) return known;
    return new Map([...(await store.usage.removedNames([...gone])), ...known]);
  }

  return {
    ...createMessageActions(deps),
    preview: createPreview(deps),
    async send(input) {
      const { accountId } = input;
      if (accountId !== undefined && (await store.accounts.get(accountId)) === undefined) {
        throw invalidField('accountId', 'unknown');
      }
      const row = await deps.submit(requestOf(input));
      const { traceId, number, parts } = row;
      const params = { number, parts: parts.length };
      log.write({ level: 'info', area: 'sms', key: 'sms.submitted', traceId, params });
      return showing()(row);
    },
    async list(query) {
      const limit = query?.limit ?? defaultLimit;
      const { messages, total, among } = await store.messages.list({ ...query, limit });
      const deliveries = await store.messages.listDeliveries(messages.map(({ id }) => id));
      // They come oldest first: the newest of each message stays.
      const last = new Map(deliveries.map(({ messageId, gatewayId }) => [messageId, gatewayId]));
      const names = await namesOf([...new Set(last.values())]);
      const show = showing();
      return {
        messages: messages.map((row) => {
          const lastGatewayId = last.get(row.id) ?? null;
          const lastGatewayName = names.get(lastGatewayId ?? '') ?? null;
          return { ...show(row), lastGatewayId, lastGatewayName };
        }),
        total,
        among,
      };
    },
    async get({ id }) {
      const message = await store.messages.get(id);
      if (message === undefined) throw new AppError('NOT_FOUND', { params: { id } });
      const deliveries = await store.messages.listDeliveries([id]);
      const names = await namesOf(deliveries.map(({ gatewayId }) => gatewayId));
      return {
        message: showing()(message),
        deliveries: deliveries.map((delivery) => ({
          ...delivery,
          gatewayName: names.get(delivery.gatewayId) ?? delivery.gatewayId,
        })),
      };
    },
    async queue() {
      const counts = await store.queue.counts();
      const entries = messageStateSchema.options.map((state) => [state, counts.get(state) ?? 0]);
      return {
        paused: settings().queuePaused,
        counts: Object.fromEntries(entries) as Record<MessageRow['state'], number>,
      };
    },
    async setQueuePaused({ paused }) {
      if (settings().queuePaused !== paused) {
        await deps.pauseQueue(paused);
        const key = paused ? 'sms.queue-paused' : 'sms.queue-resumed';
        log.write({ level: paused ? 'warn' : 'info', area: 'sms', key });
        deps.wake();
        deps.events.emit({ kind: 'message', id: null });
      }
      return { paused };
    },
  };
}

function requestOf(input: SendInput): SubmitRequest {
  const { data, udh, bulk = false, ...rest } = input;
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  return {
    ...(Object.fromEntries(given) as Omit<SubmitRequest, 'class' | 'source' | 'number'>),
    number: input.number,
    ...(data === undefined ? {} : { data: fromHex(data) }),
    ...(udh === undefined ? {} : { udh: fromHex(udh) }),
    class: bulk ? 'bulk' : 'normal',
    source: 'console',
  };
}
