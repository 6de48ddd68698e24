import type { IncomingMessage, KeywordRule } from '../../shared/model/incoming.ts';

/** An SMS that a phone sent, as it is stored. */
export type IncomingRow = Omit<IncomingMessage, 'gatewayName'>;

/** One part of a long SMS that is not whole yet. */
export interface IncomingPartRow {
  readonly gatewayId: string;
  readonly number: string;
  readonly reference: number;
  readonly total: number;
  /** From 1. */
  readonly part: number;
  readonly dcs: number;
  /** Hex. */
  readonly udh: string;
  readonly data: string;
  readonly sentAt: number | null;
  readonly receivedAt: number;
}

/** Names the parts of one message. */
export type IncomingPartKey = Pick<IncomingPartRow, 'gatewayId' | 'number' | 'reference' | 'total'>;

export interface IncomingRepository {
  insert(row: IncomingRow): Promise<void>;
  get(id: string): Promise<IncomingRow | undefined>;
  /** Newest first. */
  list(query: {
    unread?: boolean | undefined;
    before?: string | undefined;
    limit: number;
  }): Promise<{ messages: IncomingRow[]; total: number; unread: number }>;
  setRead(ids: readonly string[], read: boolean): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** Messages whose mail has not gone yet, oldest first. */
  listToMail(limit: number): Promise<IncomingRow[]>;
  setMail(id: string, mail: IncomingRow['mail'], detail: string): Promise<void>;
  /** Takes a part; of a repeated one the first counts. */
  putPart(row: IncomingPartRow): Promise<void>;
  /** All parts of a message that are there, in their order. */
  listParts(key: IncomingPartKey): Promise<IncomingPartRow[]>;
  removeParts(key: IncomingPartKey): Promise<void>;
  /** Messages whose last part came before `at`. */
  listStaleParts(at: number, limit: number): Promise<IncomingPartKey[]>;
  /** Accounts that have written to the number since `at`, by the console or over the API. */
  listWriters(number: string, at: number, limit: number): Promise<string[]>;
}

export interface KeywordRulesRepository {
  /** By position. */
  list(): Promise<KeywordRule[]>;
  insert(row: KeywordRule): Promise<void>;
  update(row: KeywordRule): Promise<void>;
  remove(id: string): Promise<void>;
}
