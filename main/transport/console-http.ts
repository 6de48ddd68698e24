import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { fastify } from 'fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Listener } from '../../shared/model/system.ts';
import type { CallContext } from '../api/context.ts';
import type { AppRouter } from '../api/router.ts';
import { toRequestError, wireError } from '../api/wire-errors.ts';
import type { AppErrorCode } from '../../shared/model/errors.ts';
import { appErrors } from '../../shared/model/errors.ts';
import type { Clock, StopAsync } from '../platform/clock.ts';
import type { LogWriter } from '../platform/logbook.ts';
import type { Random } from '../platform/random.ts';
import { accessLimits, createAccess, sessionCookie } from './access.ts';
import { describeApi } from './openapi.ts';
import { commonHeaders } from './page.ts';
import type { Page } from './page.ts';
import { createRpcServer } from './rpc-channel.ts';
import { acceptSockets } from './web-socket.ts';

/** Largest body of a call: ten thousand ids are smaller. */
const BODY_OCTETS = 4 * 1_048_576;
/** How long a request may take to arrive, so that slow senders do not hold the sockets. */
const REQUEST_TIMEOUT_MS = 30_000;

/** How the console is offered. */
export interface ConsoleHttpOptions {
  readonly router: AppRouter;
  readonly page: Page;
  /** Lets a program in, and a person once. */
  readonly token: string;
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Further `name:port` under which a proxy offers it. */
  readonly allowedHosts: readonly string[];
  readonly version: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: LogWriter;
  readonly onFault: (error: unknown) => void;
}

/** The console over HTTP. */
export interface ConsoleHttp {
  readonly listener: Listener;
  readonly url: string;
  readonly stop: StopAsync;
}

const signInSchema = z.object({ token: z.string().max(1_000) });

function refuse(reply: FastifyReply, code: AppErrorCode): FastifyReply {
  if (code === 'RATE_LIMITED') reply.header('retry-after', accessLimits.badTokensMs / 1_000);
  return reply.status(appErrors[code].status).send(wireError(code).toJSON());
}

function hostsOf(host: string, port: number, allowed: readonly string[]): ReadonlySet<string> {
  const names = ['127.0.0.1', 'localhost', '[::1]', host.includes(':') ? `[${host}]` : host];
  return new Set(
    [...names.map((name) => `${name}:${port}`), ...allowed].map((name) => name.toLowerCase()),
  );
}

/** The few addresses of the console that are no calls: signing in and out. */
function serveSessions(
  app: FastifyInstance,
  access: ReturnType<typeof createAccess>,
  onSignOut: (session: string) => void,
): void {
  const attributes = 'Path=/; HttpOnly; SameSite=Strict';
  app.post('/session', (request, reply) => {
    const given = signInSchema.safeParse(request.body);
    if (!given.success) return refuse(reply, 'INVALID_INPUT');
    const answer = access.signIn(given.data.token, request.ip);
    if ('code' in answer) return refuse(reply, answer.code);
    const age = accessLimits.sessionMs / 1_000;
    const cookie = `${sessionCookie}=${answer.cookie}; Max-Age=${age}; ${attributes}`;
    return reply.header('set-cookie', cookie).status(204).send();
  });
  app.get('/session', (request, reply) => {
    const admission = access.admit({ headers: request.headers, remote: request.ip });
    return admission.ok ? reply.status(204).send() : refuse(reply, admission.code);
  });
  app.delete('/session', (request, reply) => {
    const admission = access.admit({ headers: request.headers, remote: request.ip });
    if (admission.ok && admission.session !== undefined) {
      access.signOut(admission.session);
      onSignOut(admission.session);
    }
    const cookie = `${sessionCookie}=; Max-Age=0; ${attributes}`;
    return reply.header('set-cookie', cookie).status(204).send();
  });
}

/** `POST /api/<area>/<procedure>`, and its description. */
function serveCalls(
  app: FastifyInstance,
  access: ReturnType<typeof createAccess>,
  options: Pick<ConsoleHttpOptions, 'router' | 'version'>,
): void {
  const handler = new OpenAPIHandler<CallContext>(options.router, {
    interceptors: [
      async ({ next }) => {
        try {
          return await next();
        } catch (error) {
          throw toRequestError(error);
        }
      },
    ],
  });
  let description: Promise<object> | undefined;

  async function guard(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const admission = access.admit({ headers: request.headers, remote: request.ip });
    return admission.ok ? undefined : refuse(reply, admission.code);
  }
  app.get('/api/openapi.json', { onRequest: guard }, async (_request, reply) => {
    description ??= describeApi(options.version);
    return await reply.send(await description);
  });
  app.all('/api/*', { onRequest: guard }, async (request, reply) => {
    const context: CallContext = { caller: 'program' };
    const { matched } = await handler.handle(request, reply, { prefix: '/api', context });
    return matched ? reply : refuse(reply, 'NOT_FOUND');
  });
}

/** Offers the console's page, its calls and its streams over HTTP. Throws when it cannot listen. */
export async function serveConsole(options: ConsoleHttpOptions): Promise<ConsoleHttp> {
  const { page, host } = options;
  const app = fastify({
    bodyLimit: BODY_OCTETS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: true,
    // Nothing may be taken from X-Forwarded-For: the rate limit counts real peers.
    trustProxy: false,
  });
  let hosts: ReadonlySet<string> = new Set();
  const access = createAccess({ ...options, hosts: () => hosts });

  app.removeAllContentTypeParsers();
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    (request, body: string, done) => {
      // A call without input may come with an empty body.
      if (body === '') done(null, {});
      else void parseJson(request, body, done);
    },
  );
  // A program may forget to name the type. A page of another site, which can send a form but no such
  // header without being asked first, may not.
  app.addContentTypeParser('*', { parseAs: 'string' }, (request, body: string, done) => {
    if (request.headers.authorization !== undefined) void parseJson(request, body, done);
    else done(Object.assign(new Error('not JSON'), { statusCode: 415 }));
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(commonHeaders);
    const code = access.checkSource({ headers: request.headers, remote: request.ip });
    // A link from elsewhere may open the page; it may not call.
    const isPage = request.method === 'GET' && !/^\/(api|session)\b/u.test(request.url);
    const isForeignHost = !hosts.has((request.headers.host ?? '').toLowerCase());
    if (code !== undefined && (!isPage || isForeignHost)) return await refuse(reply, code);
    return undefined;
  });
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status === 413) return refuse(reply, 'TOO_LARGE');
    if (status < 500) return refuse(reply, 'INVALID_INPUT');
    options.onFault(error);
    return refuse(reply, 'INTERNAL');
  });

  const sockets = acceptSockets(app.server as Server, createRpcServer(options.router), {
    clock: options.clock,
    upgrade: {
      judge(request) {
        const asked = { headers: request.headers, remote: request.socket.remoteAddress ?? '' };
        const foreign = access.checkSource(asked);
        if (foreign !== undefined) return { status: appErrors[foreign].status };
        const admission = access.admit(asked);
        return admission.ok
          ? { session: admission.session }
          : { status: appErrors[admission.code].status };
      },
    },
  });
  serveSessions(app, access, sockets.closeSession);
  serveCalls(app, access, options);
  app.setNotFoundHandler(async (request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(reply, 'NOT_FOUND');
    const answer = await page.get(request.url.split('?')[0] ?? '/', request.headers.host);
    return await reply.status(answer.status).headers(answer.headers).send(answer.body);
  });

  async function stop(): Promise<void> {
    await sockets.stop();
    await app.close();
  }
  try {
    await app.listen({ host, port: options.port });
  } catch (error) {
    await stop();
    throw error;
  }
  const { port } = app.server.address() as AddressInfo;
  hosts = hostsOf(host, port, options.allowedHosts);
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    listener: { name: 'console-http', host, port, state: 'working', detail: '' },
    url: `http://${name}:${port}`,
    stop,
  };
}
