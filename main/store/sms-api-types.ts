/** Who may hand in SMS at `/sms/`. The digest of the password is a secret, `sms-user:<id>`. */
export interface SmsUserRow {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  /** SMS parts a month; null is no limit. */
  readonly monthlyLimit: number | null;
  readonly expiresAt: number | null;
  readonly gatewayId: string | null;
  /** Whether this user asks for reports, so that they are written down. */
  readonly wantsReports: boolean;
  readonly lastUsedAt: number | null;
  readonly createdAt: number;
}

/** SMS parts of a user that gateways have accepted. */
export interface SmsUserUse {
  readonly userId: string;
  readonly thisMonth: number;
  readonly lastMonth: number;
}

/** SMS users. */
export interface SmsUsersRepository {
  /** @throws AppError DUPLICATE for `name`, whatever its case. */
  insert(row: SmsUserRow): Promise<void>;
  /** All but when it was used last. @throws AppError DUPLICATE for `name`. */
  update(row: SmsUserRow): Promise<void>;
  /** Removes the user, with its references and reports; its messages stay. */
  remove(id: string): Promise<void>;
  list(): Promise<SmsUserRow[]>;
  setLastUsed(id: string, at: number): Promise<void>;
  /** What users have sent by days (`2026-11-01`) from the first of each month on. */
  use(thisMonth: string, lastMonth: string): Promise<SmsUserUse[]>;
  /** SMS parts of a user: accepted from that day on, and those that still may go. */
  countParts(id: string, fromDay: string): Promise<number>;
}

/** What became of a message, as its user is told. */
export type ApiReportState = 'sent' | 'delivered' | 'failed' | 'expired';

/** One report for the user who handed the message in. */
export interface ApiReportRow {
  /** Counts up; a reader asks for what came after the last one it has seen. */
  readonly id: number;
  readonly messageId: string;
  /** What the user calls the message; null where it has no such name. */
  readonly reference: string | null;
  readonly state: ApiReportState;
  readonly detail: string;
  readonly at: number;
}

/** What the API at `/sms/` remembers of what was handed in. */
export interface SmsApiRepository {
  /** Id of the message that was handed in under this reference; an empty user is nobody. */
  findReference(userId: string, reference: string, number: string): Promise<string | undefined>;
  /** Takes the place of an older one of the same name. */
  setReference(row: {
    readonly userId: string;
    readonly reference: string;
    readonly number: string;
    readonly messageId: string;
    readonly createdAt: number;
  }): Promise<void>;
  insertReport(userId: string, report: Omit<ApiReportRow, 'id' | 'reference'>): Promise<void>;
  /** From then on reports are written for this user; those of the messages that are kept follow. */
  beginReports(userId: string): Promise<void>;
  /** Reports behind the one of that id, oldest first. */
  listReports(userId: string, after: number, limit: number): Promise<ApiReportRow[]>;
  /** Id of the last report of anybody; 0 when there has been none. */
  lastReportId(): Promise<number>;
}
