/** A request to the API for SMS, free of any HTTP framework. */
export interface SmsHttpRequest {
  readonly method: string;
  /** Below `/sms/`, as it was sent, without a leading slash; empty is the API itself. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The query as it was sent, for what is not UTF-8. */
  readonly search?: string;
  /** Names in lower case, as Node has them. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
  /** Address of the peer. */
  readonly remote: string;
  readonly isEncrypted: boolean;
}

/** What it is answered with. */
export interface SmsHttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** The API for SMS at `/sms/`. */
export interface SmsHttp {
  /** Never rejects for what a caller has sent. */
  handle(request: SmsHttpRequest): Promise<SmsHttpAnswer>;
  /** Those who wait for reports are answered, and nobody waits from then on. */
  stop(): void;
}
