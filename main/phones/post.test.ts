import { createServer as createHttp } from 'node:http';
import type { Server } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeAuthority, makeCertificate } from '../certificates/self-made.ts';
import { seededRandom } from '../platform/random.ts';
import { postSyncml } from './post.ts';

const body = new Uint8Array([1, 2, 3]);
const servers: Server[] = [];
let authority: Awaited<ReturnType<typeof makeAuthority>>;
let identity: Awaited<ReturnType<typeof makeCertificate>>;

beforeAll(async () => {
  const deps = { now: Date.now(), random: seededRandom(5) };
  authority = await makeAuthority('desk', deps);
  identity = await makeCertificate(['127.0.0.1', 'desk'], authority, deps);
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Answers with what it was sent, or with a status. */
async function open(scheme: 'http' | 'https', status = 200): Promise<string> {
  const answer: Parameters<typeof createHttp>[1] = (request, response) => {
    const chunks: Uint8Array[] = [];
    request.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    request.on('end', () => {
      const isSyncml = request.headers['content-type'] === 'application/vnd.syncml+wbxml';
      response.writeHead(isSyncml ? status : 415).end(Buffer.concat(chunks));
    });
  };
  const server = scheme === 'http' ? createHttp(answer) : createHttps(identity, answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `${scheme}://127.0.0.1:${String((server.address() as AddressInfo).port)}/syncml`;
}

describe('a message of a virtual phone', () => {
  it('is answered over HTTP', async () => {
    expect(await postSyncml(await open('http'), body)).toEqual(body);
  });

  it('is answered over HTTPS by a server whose authority the phone has', async () => {
    expect(await postSyncml(await open('https'), body, [authority.cert])).toEqual(body);
  });

  it('does not go to a server that nobody vouches for', async () => {
    const url = await open('https');
    await expect(postSyncml(url, body)).rejects.toMatchObject({ problem: 'certificate' });
    const named = url.replace('127.0.0.1', 'localhost');
    await expect(postSyncml(named, body, [authority.cert])).rejects.toMatchObject({
      problem: 'certificate',
    });
  });

  it('says what the server says, or that nobody is there', async () => {
    await expect(postSyncml(await open('http', 503), body)).rejects.toMatchObject({
      problem: '503',
    });
    const url = await open('http');
    for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
    await expect(postSyncml(url, body)).rejects.toMatchObject({ problem: 'network' });
    await expect(postSyncml('http://', body)).rejects.toMatchObject({ problem: 'network' });
  });
});
