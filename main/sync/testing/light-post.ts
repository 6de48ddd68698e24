import { once } from 'node:events';
import { request } from 'node:http';
import type { Agent, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/** Sends one message and brings the answer back. Throws when there is none. */
export type LightPost = (message: {
  readonly url: string;
  readonly contentType: string;
  readonly body: Uint8Array;
  /** Number of the message in the session, from 1. */
  readonly number: number;
}) => Promise<Uint8Array>;

/** The answer was not one of SyncML. */
export class HttpStatusError extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`HTTP status ${status}`);
    this.status = status;
  }
}

/** The usual way: HTTP, over connections of this agent. */
export function httpPost(agent: Agent): LightPost {
  return async ({ url, contentType, body }) => {
    const outgoing = request(url, {
      agent,
      method: 'POST',
      headers: { 'content-type': contentType, 'content-length': body.length },
    });
    outgoing.end(body);
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
    const parts: Buffer[] = [];
    for await (const part of answer) parts.push(part as Buffer);
    if (answer.statusCode !== 200) throw new HttpStatusError(answer.statusCode ?? 0);
    return Buffer.concat(parts);
  };
}

/**
 * Sends so much of a message and goes away, as a phone that loses its network. Resolves when the
 * connection is closed.
 */
export async function postAndVanish(
  { url, contentType, body }: Parameters<LightPost>[0],
  octets: number,
): Promise<void> {
  const outgoing = request(url, {
    agent: false,
    method: 'POST',
    headers: { 'content-type': contentType, 'content-length': body.length },
  });
  outgoing.on('error', () => undefined);
  const [socket] = (await once(outgoing, 'socket')) as [Socket];
  const closed = once(socket, 'close');
  if (octets === body.length) outgoing.end(body);
  else outgoing.write(body.subarray(0, octets));
  await new Promise<void>((resolve) => outgoing.write('', () => resolve())).catch(() => undefined);
  socket.destroySoon();
  await closed;
}
