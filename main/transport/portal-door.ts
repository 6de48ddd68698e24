import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isLoopback } from '../platform/loopback.ts';
import { pagePaths } from '../portal/ports.ts';
import type { PageHandler, PageRequest } from '../portal/ports.ts';
import { addressOf, joinHost, parsePublicUrl } from './sync-address.ts';

/** A form of the pages for owners is far shorter. */
const pageBodyOctets = 16_384;
const plainText = 'text/plain; charset=utf-8';

/** What the pages for owners need of the listeners. */
export interface PortalDoorDeps {
  readonly pages: PageHandler;
  readonly publicUrl: () => string;
  /** Port of the TLS listener; undefined while it does not run. */
  readonly tlsPort: () => number | undefined;
}

/** Whether a path belongs to the pages for owners. */
export function isPagePath(path: string): boolean {
  return pagePaths.some((own) => path === own || path.startsWith(`${own}/`));
}

function readRequest(request: FastifyRequest, deps: PortalDoorDeps): PageRequest {
  const { raw } = request;
  const { localAddress = '', localPort = 0, remoteAddress = '' } = raw.socket;
  const isTls = 'encrypted' in raw.socket;
  const arrival = { headers: request.headers, isEncrypted: isTls, localAddress, localPort };
  const { base, host, isProxied } = addressOf(arrival, deps.publicUrl());
  const known = parsePublicUrl(deps.publicUrl());
  const isPublicSecure = known?.protocol === 'https:';
  // A proxy on this machine may pass the public name on, and say nothing of itself.
  const isPassedOn = isLoopback(remoteAddress) && known?.hostname === host.toLowerCase();
  const port = deps.tlsPort();
  const bare = host.replace(/^\[|\]$/gu, '');
  const ownTls = port === undefined ? undefined : `https://${joinHost(bare, port)}`;
  const publicTls =
    known && isPublicSecure ? `${known.origin}${known.pathname.replace(/\/+$/u, '')}` : undefined;
  const [path = '', ...query] = (raw.url ?? '').split('?');
  return {
    method: request.method,
    path,
    query: new URLSearchParams(query.join('?')),
    headers: request.headers,
    body: Buffer.isBuffer(request.body) ? request.body : new Uint8Array(),
    remote: remoteAddress,
    isEncrypted: isTls || (isPublicSecure && (isProxied || isPassedOn)),
    base,
    secureBase: ownTls ?? publicTls,
  };
}

/** Serves the pages for owners. */
export function servePages(app: FastifyInstance, deps: PortalDoorDeps): void {
  for (const own of pagePaths) {
    for (const url of [own, `${own}/*`]) {
      app.route({
        method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
        url,
        bodyLimit: pageBodyOctets,
        async handler(request, reply) {
          const answer = await deps.pages.handle(readRequest(request, deps));
          if (answer === undefined) {
            return await reply.status(404).type(plainText).send('Not found.');
          }
          reply.status(answer.status).headers(answer.headers);
          const body = typeof answer.body === 'string' ? answer.body : Buffer.from(answer.body);
          return await reply.send(body);
        },
      });
    }
  }
}
