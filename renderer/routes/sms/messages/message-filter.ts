import { messageSourceSchema } from '../../../../shared/model/message.ts';
import type { MessageSource, MessageState } from '../../../../shared/model/message.ts';
import { oneOf } from '../../../routing/search.ts';
import type { SearchValues } from '../../../routing/search.ts';

/** The chips above the messages, each a group of states. */
export const messageGroups = [
  'queued',
  'paused',
  'sent',
  'delivered',
  'failed',
  'uncertain',
  'dropped',
] as const;
export type MessageGroup = (typeof messageGroups)[number];

const statesOf: Readonly<Record<MessageGroup, readonly MessageState[]>> = {
  queued: ['queued', 'sending'],
  paused: ['paused'],
  sent: ['sent'],
  delivered: ['delivered'],
  failed: ['failed', 'expired'],
  uncertain: ['uncertain'],
  dropped: ['dropped'],
};

/** Which messages are to be seen, as the URL says it. */
export interface MessageFilter {
  readonly group: MessageGroup | undefined;
  readonly number: string;
  readonly gatewayId: string | undefined;
  readonly accountId: string | undefined;
  readonly source: MessageSource | undefined;
}

/** Values of the URL without any of the filters. */
export const noMessageFilter = {
  state: '',
  number: '',
  gateway: '',
  account: '',
  source: '',
} as const;

/** Longest part of a number that is searched, as the services take it. */
const longestNumber = 32;

/** Reads the filter from the URL's `state`, `number`, `gateway`, `account` and `source`. */
export function readMessageFilter(url: SearchValues): MessageFilter {
  return {
    group: oneOf(url['state'], messageGroups),
    number: (url['number'] ?? '').slice(0, longestNumber),
    gatewayId: url['gateway'],
    accountId: url['account'],
    source: oneOf(url['source'], messageSourceSchema.options),
  };
}

/** Whether any condition is set. */
export function isMessageFiltered(filter: MessageFilter): boolean {
  return filter.number !== '' || filter.group !== undefined || hasMoreFilters(filter);
}

/** Whether a condition is set that the counts of the chips do not know of. */
export function hasMoreFilters({ number, gatewayId, accountId, source }: MessageFilter): boolean {
  return (
    number.trim() !== '' ||
    gatewayId !== undefined ||
    accountId !== undefined ||
    source !== undefined
  );
}

/** Spaces and the like that people write into numbers; the queue has none of them. */
const between = /[\s()./-]/gu;

/** The filter as the list of messages takes it. */
export function messageQuery(filter: MessageFilter): {
  states?: MessageState[];
  number?: string;
  gatewayId?: string;
  accountId?: string;
  source?: MessageSource;
} {
  const number = filter.number.replaceAll(between, '');
  return {
    ...(filter.group === undefined ? {} : { states: [...statesOf[filter.group]] }),
    ...(number === '' ? {} : { number }),
    ...(filter.gatewayId === undefined ? {} : { gatewayId: filter.gatewayId }),
    ...(filter.accountId === undefined ? {} : { accountId: filter.accountId }),
    ...(filter.source === undefined ? {} : { source: filter.source }),
  };
}

/** How many messages each chip shows, by the counts of the whole queue. */
export function countGroups(
  counts: Readonly<Partial<Record<MessageState, number>>>,
): Record<MessageGroup, number> {
  return Object.fromEntries(
    messageGroups.map((group) => [
      group,
      statesOf[group].reduce((sum, state) => sum + (counts[state] ?? 0), 0),
    ]),
  ) as Record<MessageGroup, number>;
}
