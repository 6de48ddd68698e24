import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ListenerSettings, SyncSettings } from '../../shared/model/settings.ts';
import type { Clock } from '../platform/clock.ts';
import type { SyncHandler } from '../sync/ports.ts';
import { createBodyBudget, readBody } from './request-body.ts';
import type { BodyBudget } from './request-body.ts';
import { addressOf, joinHost, parsePublicUrl } from './sync-address.ts';
import type { Address, Arrival } from './sync-address.ts';
import { isSyncMedia, syncMediaOf } from './sync-media.ts';
import { authorityPath, syncPage } from './sync-page.ts';
import { judgeSyncPath, sessionToken, vagueFaults } from './sync-paths.ts';
import type { TlsIdentitySource } from './tls-identity.ts';
import type { UrlFault, WrongUrls } from './wrong-urls.ts';

/** Limits of the door that devices synchronise by. */
export const syncDoorLimits = {
  /** Messages may be larger than was agreed, within reason; what is beyond is refused unread. */
  messageFactor: 2,
  /** Messages on their way in take no more memory together. */
  heldOctets: 128 * 1_048_576,
  /** A phone in a tunnel may be silent for so long in the middle of a message. */
  idleMs: 60_000,
  /** When to come again after "no room". */
  retryAfterSeconds: 30,
} as const;

/** Which port a request came to, and where both are. */
export interface Ports {
  /** Port of the TLS listener; undefined when there is none. */
  readonly tls: number | undefined;
}

/** What the door needs. */
export interface SyncDoorDeps {
  readonly sync: SyncHandler;
  readonly settings: () => {
    readonly sync: Pick<SyncSettings, 'aliases' | 'maxMessageSize'>;
    readonly listeners: Pick<ListenerSettings, 'publicUrl'>;
  };
  readonly tls?: Pick<TlsIdentitySource, 'authority'> | undefined;
  readonly clock: Clock;
  readonly wrongUrls: WrongUrls;
  readonly onFault: (error: unknown) => void;
}

/** The SyncML server's door: takes the requests that are its own. */
export interface SyncDoor {
  /**
   * Takes a request and answers it, or says that it is none of SyncML's.
   *
   * @param isTaken Whether another door of the listener has the path.
   */
  take(
    request: IncomingMessage,
    response: ServerResponse,
    where: { readonly isEncrypted: boolean; readonly ports: Ports; readonly isTaken: boolean },
  ): boolean;
}

interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly address: Address;
  readonly remote: string;
  /** URL by which the client goes on. */
  readonly url: string;
  /** The address that should stand in its settings, and what is wrong with the one it has. */
  readonly right: string;
  readonly fault: UrlFault | undefined;
}

const plainText = 'text/plain; charset=utf-8';

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: Uint8Array | string,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (response.headersSent || response.destroyed) return;
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  // Many phones cannot take chunks, so the length is always told.
  response.writeHead(status, {
    ...(type === '' ? {} : { 'content-type': type }),
    'content-length': bytes.length,
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(response.req.method === 'HEAD' ? undefined : bytes);
}

function arrivalOf(request: IncomingMessage, isEncrypted: boolean): Arrival {
  const { localAddress = '', localPort = 0 } = request.socket;
  return { headers: request.headers, isEncrypted, localAddress, localPort };
}

function secureUrl(host: string, port: number): string {
  const name = host.replace(/^\[|\]$/gu, '');
  return `https://${joinHost(name, port)}`.replace(/:443$/u, '');
}

/**
 * The scheme that a client should have used, when it is the other one: plain HTTP at the TLS port, TLS
 * at the plain port, or plain HTTP though the public address says https.
 */
function judgeScheme(
  { isEncrypted, localPort }: Arrival,
  { host, isProxied }: Address,
  ports: Ports,
  publicUrl: string,
): { readonly fault: UrlFault; readonly base: string } | undefined {
  const known = parsePublicUrl(publicUrl);
  const isPublicHost = known?.protocol === 'https:' && known.hostname === host.toLowerCase();
  const own = ports.tls === undefined ? undefined : secureUrl(host, ports.tls);
  const secure = isPublicHost ? `https://${known.host}${known.pathname.replace(/\/$/u, '')}` : own;
  if (isProxied || secure === undefined) return undefined;
  if (isEncrypted) {
    return localPort === ports.tls ? undefined : { fault: 'https-for-http', base: secure };
  }
  const isAstray = localPort === ports.tls || isPublicHost;
  return isAstray ? { fault: 'http-for-https', base: secure } : undefined;
}

/** Makes the door. */
export function createSyncDoor(deps: SyncDoorDeps): SyncDoor {
  const budget: BodyBudget = createBodyBudget(syncDoorLimits.heldOctets);

  function showPage({ request, response, right, address, fault }: Visit): void {
    const authority = deps.tls?.authority();
    const base =
      fault === 'http-for-https' ? address.base.replace(/^http:/u, 'https:') : address.base;
    const certificate = authority && {
      url: `${base}${authorityPath}`,
      fingerprint: authority.fingerprint,
    };
    const page = syncPage(right, request.headers['accept-language'], certificate);
    send(response, 200, plainText, page);
  }

  async function serve({
    request,
    response,
    remote,
    url,
    right,
    fault,
    address,
  }: Visit): Promise<void> {
    const { maxMessageSize } = deps.settings().sync;
    const encoding = request.headers['content-encoding'] ?? 'identity';
    if (encoding !== 'identity') return send(response, 415, plainText, 'Send it as it is.');
    const taken = await readBody(request, {
      limit: maxMessageSize * syncDoorLimits.messageFactor,
      idleMs: syncDoorLimits.idleMs,
      clock: deps.clock,
      budget,
    });
    if (!taken.ok) {
      const token = sessionToken(request.url ?? '');
      if (taken.status === 413) deps.sync.noteTooLarge?.({ token, remote });
      return refuse(response, taken.status);
    }
    try {
      const contentType = syncMediaOf(request.headers['content-type'], taken.body);
      if (contentType === undefined) return send(response, 415, plainText, 'This is no SyncML.');
      if (fault !== undefined) {
        const path = (request.url ?? '').split('?')[0] ?? '';
        deps.wrongUrls.note({ remote, url: `${address.base}${path}`, right, fault });
      }
      const token = sessionToken(request.url ?? '');
      const { body } = taken;
      const answer = await deps.sync.handle({ contentType, body, url, token, remote });
      send(response, answer.status, answer.contentType, answer.body);
    } catch (error) {
      deps.onFault(error);
      send(response, 500, plainText, 'Something went wrong inside Pushdesk.');
    } finally {
      taken.release();
    }
  }

  function refuse(response: ServerResponse, status: 408 | 413 | 503 | 'gone'): void {
    if (status === 'gone') return void response.destroy();
    const text = { 408: 'Too slow.', 413: 'Too large.', 503: 'No room for it now.' }[status];
    const again = { 'retry-after': String(syncDoorLimits.retryAfterSeconds) };
    send(response, status, plainText, text, {
      connection: 'close',
      ...(status === 503 ? again : {}),
    });
  }

  return {
    take(request, response, { isEncrypted, ports, isTaken }) {
      if (isTaken) return false;
      const { sync, listeners } = deps.settings();
      const verdict = judgeSyncPath(request.url ?? '/', sync.aliases);
      const isPost = request.method === 'POST';
      const isVague = verdict.kind === 'wrong' && vagueFaults.has(verdict.fault);
      if (isVague && !(isPost && isSyncMedia(request.headers['content-type']))) return false;
      const arrival = arrivalOf(request, isEncrypted);
      const address = addressOf(arrival, listeners.publicUrl);
      const scheme = judgeScheme(arrival, address, ports, listeners.publicUrl);
      // At the TLS port RespURI takes a client that came without TLS to where it belongs.
      const isMoved = !isEncrypted && arrival.localPort === ports.tls && scheme !== undefined;
      const visit: Visit = {
        request,
        response,
        address,
        remote: (request.socket.remoteAddress ?? '').replace(/^::ffff:(?=\d)/iu, ''),
        url: `${isMoved ? scheme.base : address.base}${verdict.path}`,
        right: `${scheme?.base ?? address.base}${verdict.path}`,
        fault: verdict.kind === 'wrong' ? verdict.fault : scheme?.fault,
      };
      if (isPost) void serve(visit);
      else if (request.method === 'GET' || request.method === 'HEAD') showPage(visit);
      else send(response, 405, plainText, 'POST only.', { allow: 'GET, HEAD, POST' });
      return true;
    },
  };
}
