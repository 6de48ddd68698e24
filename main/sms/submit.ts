import { invalidField } from '../../shared/model/errors.ts';
import type { MessageClass, MessagePart, MessageSource } from '../../shared/model/message.ts';
import { toHex } from '../codecs/bytes.ts';
import { newMessage } from '../store/new-message.ts';
import type { MessageRow, Repositories } from '../store/types.ts';
import { messageBytes } from './message-bytes.ts';
import { smsNumber } from './numbers.ts';
import type { QueueDeps } from './queue/queue-deps.ts';

/** A message that somebody hands in: a text, or data with what says how it is to be read. */
export interface SubmitRequest {
  readonly number: string;
  readonly text?: string;
  readonly data?: Uint8Array;
  /** With its length octet; only with data. */
  readonly udh?: Uint8Array;
  /** TP-DCS; a text finds its own. */
  readonly dcs?: number;
  readonly pid?: number;
  readonly sender?: string;
  /** The one way out for it. */
  readonly gatewayId?: string | null;
  readonly accountId?: string | null;
  /** The SMS user who hands it in. */
  readonly userId?: string | null;
  /** Most parts of a text; the rest of it is cut. */
  readonly maxParts?: number;
  readonly class: MessageClass;
  readonly source: MessageSource;
  /** It is given up after so many milliseconds; the settings say it otherwise. */
  readonly expiresInMs?: number;
  /** How many Pushdesks have passed it on before this one; none where it is not told. */
  readonly hops?: number;
  /** Stores what belongs to the message in the same transaction. */
  readonly also?: (tx: Repositories, row: MessageRow) => Promise<void>;
}

/** Takes messages in. */
export interface Submitter {
  /**
   * Resolves once the message survives the end of the process. What comes in at about the same
   * moment is stored together.
   *
   * @throws AppError INVALID_INPUT with the fields at fault.
   */
  submit(request: SubmitRequest): Promise<MessageRow>;
}

/** What the submitter works with. */
export interface SubmitDeps extends Pick<QueueDeps, 'clock' | 'ids' | 'random' | 'settings'> {
  hasGateway(id: string): boolean;
  /**
   * Puts messages into the queue, with what belongs to them; resolves once that is stored. `rows` is
   * asked when the transaction begins, and again when it has to be repeated.
   */
  put(
    rows: () => readonly MessageRow[],
    alongside: (tx: Repositories) => Promise<void>,
  ): Promise<void>;
}

interface Waiting {
  readonly row: MessageRow;
  readonly also: SubmitRequest['also'];
  resolve(row: MessageRow): void;
  reject(error: unknown): void;
}

/** A number, or a name of at most 11 characters (GSM 03.40 §9.1.2.5). */
const senderPattern = /^(?:\+?\d{1,20}|[ -~]{1,11})$/u;
const hourMs = 3_600_000;
/** Rows stored in one transaction: more would keep others from the store for too long. */
const mostRows = 256;

/** Makes the submitter. */
export function createSubmitter(deps: SubmitDeps): Submitter {
  let waiting: Waiting[] = [];
  let reference = deps.random.integer(256);

  /** Stores what has gathered when the transaction begins: all that comes in by then goes with it. */
  async function store(): Promise<void> {
    let group: readonly Waiting[] | undefined;
    const gathered = (): readonly Waiting[] => {
      if (group !== undefined) return group;
      group = waiting.slice(0, mostRows);
      waiting = waiting.slice(mostRows);
      if (waiting.length > 0) void store();
      return group;
    };
    try {
      await deps.put(
        () => gathered().map(({ row }) => row),
        async (tx) => {
          for (const { row, also } of gathered()) await also?.(tx, row);
        },
      );
      for (const { row, resolve } of gathered()) resolve(row);
    } catch (error) {
      for (const { reject } of gathered()) reject(error);
    }
  }

  function rowOf(request: SubmitRequest): MessageRow {
    const { sender = '', gatewayId = null, pid = 0 } = request;
    const number = smsNumber(request.number);
    if (sender !== '' && !senderPattern.test(sender)) throw invalidField('sender', 'invalid');
    if (gatewayId !== null && !deps.hasGateway(gatewayId)) {
      throw invalidField('gatewayId', 'unknown');
    }
    reference = (reference + 1) & 0xff;
    const { nationalTables, messageHours } = deps.settings();
    const { dcs, parts } = messageBytes(request, { reference, nationalTables });
    const now = deps.clock.now();
    return newMessage({
      id: deps.ids.next(),
      traceId: deps.ids.next(),
      number,
      parts: parts.map(hexPart),
      dcs,
      pid,
      sender,
      gatewayId,
      accountId: request.accountId ?? null,
      userId: request.userId ?? null,
      source: request.source,
      hops: request.hops ?? 0,
      class: request.class,
      createdAt: now,
      expiresAt: now + (request.expiresInMs ?? messageHours * hourMs),
    });
  }

  return {
    async submit(request) {
      const row = rowOf(request);
      return await new Promise<MessageRow>((resolve, reject) => {
        waiting.push({ row, also: request.also, resolve, reject });
        if (waiting.length === 1) void store();
      });
    },
  };
}

function hexPart({ udh, data }: { udh: Uint8Array; data: Uint8Array }): MessagePart {
  return { udh: toHex(udh), data: toHex(data) };
}
