/** A request for a page, free of any HTTP framework. */
export interface PageRequest {
  /** `GET`, `HEAD`, `POST`, or one that no page takes. */
  readonly method: string;
  /** As it was sent, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
  /** Address of the browser, or of the proxy before it. */
  readonly remote: string;
  /** Whether nobody on the way to the browser can read along. */
  readonly isEncrypted: boolean;
  /** Scheme, host and, behind a proxy, the path under which the browser knows this server. */
  readonly base: string;
  /** The same over TLS; undefined where the TLS listener does not run. */
  readonly secureBase: string | undefined;
}

/** What a page is answered with. */
export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: string | Uint8Array;
}

/** The pages for owners of phones. */
export interface PageHandler {
  /** Undefined: there is no such page, and no sign of one. */
  handle(request: PageRequest): Promise<PageAnswer | undefined>;
}

/** Paths that belong to the pages, with everything below them. */
export const pagePaths = ['/setup', '/me'] as const;
