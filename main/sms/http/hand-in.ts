import type { SmsUserRow } from '../../store/sms-api-types.ts';
import type { Store } from '../../store/types.ts';
import { messageBytes } from '../message-bytes.ts';
import type { SmsSettings } from '../queue/queue-deps.ts';
import type { Submitter, SubmitRequest } from '../submit.ts';
import type { SmsUsers } from '../users/sms-users.ts';
import { refusalOf } from './refusals.ts';
import type { Refusal } from './refusals.ts';
import type { SendRequest } from './send-request.ts';
import { apiState } from './states.ts';
import type { ApiMessageState } from './states.ts';

/** A message that was taken. */
export interface Taken {
  readonly id: string;
  /** Where it stands, when it had been handed in before under the same reference. */
  readonly state?: ApiMessageState;
}

/** Hands messages of callers to the queue. */
export interface HandIn {
  /** One message a number, in their order; none rejects. */
  take(user: SmsUserRow | null, request: SendRequest): Promise<readonly (Taken | Refusal)[]>;
}

/** What it needs. */
export interface HandInDeps {
  readonly store: Store;
  readonly users: SmsUsers;
  readonly submitter: Submitter;
  settings(): SmsSettings;
  /** Id of a gateway by its id or name. */
  findGateway(idOrName: string): string | undefined;
  readonly onFault: (error: unknown) => void;
}

/** Makes it. */
export function createHandIn(deps: HandInDeps): HandIn {
  const { store, users, submitter, findGateway, onFault } = deps;
  /** By user, reference and number: a message that comes in twice at once is one as well. */
  const underWay = new Map<string, Promise<Taken>>();

  /** A message that failed may be handed in again under its name; any other is there already. */
  async function known(
    userId: string,
    reference: string,
    number: string,
  ): Promise<Taken | undefined> {
    if (reference === '') return undefined;
    const id = await store.smsApi.findReference(userId, reference, number);
    const message = id === undefined ? undefined : await store.messages.get(id);
    const state = message && apiState(message);
    const isOver = state === undefined || state === 'failed' || state === 'expired';
    return id === undefined || isOver ? undefined : { id, state };
  }

  async function submitOnce(request: SubmitRequest, reference: string): Promise<Taken> {
    if (reference === '') return { id: (await submitter.submit(request)).id };
    const { number } = request;
    const userId = request.userId ?? '';
    const key = [userId, reference, number].join('\n');
    const running = underWay.get(key);
    if (running !== undefined) return await running;
    const work = (async (): Promise<Taken> => {
      const before = await known(userId, reference, number);
      if (before !== undefined) return before;
      const row = await submitter.submit({
        ...request,
        async also(tx, { id: messageId, createdAt }) {
          await tx.smsApi.setReference({ userId, reference, number, messageId, createdAt });
        },
      });
      return { id: row.id };
    })().finally(() => underWay.delete(key));
    underWay.set(key, work);
    return await work;
  }

  async function one(request: SubmitRequest, reference: string): Promise<Taken | Refusal> {
    try {
      return await submitOnce(request, reference);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal !== undefined) return refusal;
      onFault(error);
      return { refused: 'unavailable' };
    }
  }

  function gatewayOf(user: SmsUserRow | null, asked: string): string | null | Refusal {
    const bound = user?.gatewayId ?? null;
    // One that was removed binds nobody any more.
    const own = bound !== null && findGateway(bound) === bound ? bound : null;
    if (asked === '') return own;
    const found = findGateway(asked);
    if (found === undefined) return { refused: 'gateway-unknown' };
    return own === null || own === found ? found : { refused: 'gateway-forbidden' };
  }

  /** Parts of one message, for the month's limit; the faults of a message are told by the queue. */
  function partsOf({ message }: SendRequest): number {
    const { nationalTables } = deps.settings();
    try {
      return messageBytes(message, { reference: 0, nationalTables }).parts.length;
    } catch {
      return 1;
    }
  }

  async function within(
    user: SmsUserRow,
    request: SendRequest,
    submit: () => Promise<readonly (Taken | Refusal)[]>,
  ): Promise<readonly (Taken | Refusal)[]> {
    const each = partsOf(request);
    const wanted = each * request.numbers.length;
    if (!(await users.monthUse.take(user, wanted))) {
      // Whoever repeats what was taken before has to learn that.
      return await Promise.all(
        request.numbers.map(async (number) => {
          const before = await known(user.id, request.reference, number);
          return before ?? { refused: 'limit-reached' as const };
        }),
      );
    }
    const results = await submit();
    const taken = results.filter((result) => 'id' in result && result.state === undefined).length;
    users.monthUse.settle(user, wanted, taken * each);
    return results;
  }

  return {
    async take(user, request) {
      const { numbers, message, isBulk, reference } = request;
      const gatewayId = gatewayOf(user, request.gateway);
      if (typeof gatewayId === 'object' && gatewayId !== null) return numbers.map(() => gatewayId);
      const submit = () =>
        Promise.all(
          numbers.map((number) =>
            one(
              {
                ...message,
                number,
                gatewayId,
                userId: user?.id ?? null,
                class: isBulk ? 'bulk' : 'normal',
                source: 'api',
              },
              reference,
            ),
          ),
        );
      if (user === null) return await submit();
      return user.monthlyLimit === null ? await submit() : await within(user, request, submit);
    },
  };
}
