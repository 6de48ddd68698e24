import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';
import { isPagePath, servePages } from './portal-door.ts';
import type { PortalDoorDeps } from './portal-door.ts';
import { authorityPath } from './sync-page.ts';
import type { TlsIdentitySource } from './tls-identity.ts';

/** The largest of the doors takes a list of ten thousand changes; each has its own limit too. */
export const doorBodyOctets = 1_048_576 + 1_024;

/** A request to one of the doors, free of any HTTP framework. */
export interface DoorRequest {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
  readonly remote: string;
}

/** One door of the listener. */
export interface Door {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  handle(request: DoorRequest): Promise<{ readonly status: number; readonly body: unknown }>;
}

/** What the application behind the listeners needs. */
export interface DevicesAppDeps {
  readonly doors: readonly Door[];
  readonly tls?: Pick<TlsIdentitySource, 'challenge' | 'authority'> | undefined;
  /** Pages for owners of phones; without them nothing answers at their addresses. */
  readonly portal?: PortalDoorDeps | undefined;
  readonly onFault: (error: unknown) => void;
}

const plainText = 'text/plain; charset=utf-8';
const notFound = 'Not found.';
const challengePath = '/.well-known/acme-challenge/';

/** Whether a path belongs to a door of this application, whatever the method. */
export function isDoorPath(path: string, doors: readonly Door[]): boolean {
  return (
    path === authorityPath ||
    path.startsWith('/.well-known/') ||
    isPagePath(path) ||
    doors.some((door) => door.path === path)
  );
}

function serveCertificates(
  app: FastifyInstance,
  tls: Pick<TlsIdentitySource, 'challenge' | 'authority'>,
): void {
  app.get<{ Params: { token: string } }>(`${challengePath}:token`, async (request, reply) => {
    const answer = tls.challenge(request.params.token);
    if (answer === undefined) return await reply.status(404).type(plainText).send(notFound);
    return await reply.type('application/octet-stream').send(answer);
  });
  app.get(authorityPath, async (_request, reply) => {
    const authority = tls.authority();
    if (authority === undefined) return await reply.status(404).type(plainText).send(notFound);
    return await reply.type('application/x-x509-ca-cert').send(Buffer.from(authority.der));
  });
}

/** Makes what answers requests that are not SyncML's. It listens nowhere by itself. */
export function createDevicesApp({ doors, tls, portal, onFault }: DevicesAppDeps): FastifyInstance {
  const app = fastify({
    bodyLimit: doorBodyOctets,
    exposeHeadRoutes: false,
    trustProxy: false,
  });
  app.removeAllContentTypeParsers();
  // Each door judges type and content itself.
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.setNotFoundHandler((_request, reply) => reply.status(404).type(plainText).send(notFound));
  app.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) onFault(error);
    return reply
      .status(status)
      .type(plainText)
      .send(status >= 500 ? 'Something went wrong inside Pushdesk.' : 'Refused.');
  });
  for (const door of doors) {
    app.route({
      method: door.method,
      url: door.path,
      async handler(request, reply) {
        const body = Buffer.isBuffer(request.body) ? request.body : new Uint8Array();
        const answer = await door.handle({ headers: request.headers, body, remote: request.ip });
        reply.status(answer.status).header('cache-control', 'no-store');
        return answer.body === null ? await reply.send() : await reply.send(answer.body);
      },
    });
  }
  if (tls !== undefined) serveCertificates(app, tls);
  if (portal !== undefined) servePages(app, portal);
  return app;
}
