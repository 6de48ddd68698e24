import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSyncServer } from '../sync-server.ts';
import { createFakeWorld } from './testing/fake-ports.ts';
import { change, sync, TestClient } from './testing/test-client.ts';
import type { Draft } from './testing/test-client.ts';
import { contentTypes, encodingOf } from './wire.ts';

function start() {
  const world = createFakeWorld();
  const server = createSyncServer(world.deps);
  const post = (body: Uint8Array | string, contentType: string = contentTypes.xml) =>
    server.handle({
      contentType,
      body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
      url: 'http://sync.test/syncml',
      token: undefined,
      remote: '10.0.0.1',
    });
  return { world, server, post };
}

describe('what is no message', () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "${'x'.repeat(1_000)}"><!ENTITY b "&a;&a;&a;">]><SyncML>&b;</SyncML>`;
  const deep = `<SyncML>${'<SyncBody>'.repeat(1_000)}${'</SyncBody>'.repeat(1_000)}</SyncML>`;
  it.each([
    ['nothing', '', contentTypes.xml],
    ['a text', 'hello', contentTypes.xml],
    ['entities that multiply', bomb, contentTypes.xml],
    ['a thousand levels', deep, contentTypes.xml],
    ['another document', '<html/>', contentTypes.xml],
    ['a header without names', '<SyncML><SyncHdr/></SyncML>', contentTypes.xml],
    ['XML where WBXML was said', '<SyncML/>', contentTypes.wbxml],
    [
      'a length that lies',
      Uint8Array.of(2, 0xa4, 1, 0x6a, 0, 0x6d, 0xc3, 0xff, 0x7f),
      contentTypes.wbxml,
    ],
    [
      'a string table without end',
      Uint8Array.of(2, 0, 0, 0x6a, 0xff, 0xff, 0xff, 0x7f),
      contentTypes.wbxml,
    ],
  ])('point 53: such as %s is 400', async (_name, body, contentType) => {
    const { world, post } = start();
    const answer = await post(body, contentType);
    expect(answer).toMatchObject({ status: 400 });
    expect(answer.body).toHaveLength(0);
    expect(world.lines).toEqual([]);
  });

  it('point 53: made of a real one by cutting and changing is answered or 400', async () => {
    const { server } = start();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('wbxml' as const, 'xml' as const),
        fc.nat(),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }),
        async (encoding, length, changes) => {
          const client = new TestClient(server, { encoding });
          await client.begin(['contacts'], {
            before: [sync('contacts', [change('add', '1', 'x')])],
          });
          const body = Buffer.from(client.lastBody).subarray(
            0,
            1 + (length % client.lastBody.length),
          );
          for (const [at, octet] of changes) body[at % body.length] = octet;
          const answer = await server.handle({
            contentType: contentTypes[encoding],
            body: new Uint8Array(body),
            url: 'http://sync.test/syncml',
            token: client.token,
            remote: '10.0.0.1',
          });
          expect([200, 400]).toContain(answer.status);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('by its content type is 415', async () => {
    const { post } = start();
    for (const type of ['text/plain', '', 'application/json']) {
      expect((await post('<SyncML/>', type)).status).toBe(415);
    }
    expect(encodingOf('Application/vnd.SyncML+XML ; charset="utf-8"')).toBe('xml');
    expect(encodingOf('application/vnd.syncml+wbxml')).toBe('wbxml');
  });

  it('in the middle of a session is told of when the client does not come again', async () => {
    const { world, server } = start();
    const client = new TestClient(server);
    await client.begin();
    expect((await client.post(Uint8Array.of(1, 2, 3))).response.status).toBe(400);
    await world.clock.advance(300_000);
    expect(world.sessions[0]?.ended).toEqual(['failed', 'bad-message']);
  });

  it('in the middle of a session is forgiven when it comes again and can be read', async () => {
    const { world, server } = start();
    const client = new TestClient(server);
    await client.begin();
    await client.post(Uint8Array.of(1, 2, 3));
    await client.send([sync('contacts')], { isSilent: true });
    await client.send([]);
    expect(world.sessions[0]?.ended).toEqual(['done', null]);
  });
});

describe('what is too much', () => {
  it('point 54: a message of more than twice the server’s limit is 413', async () => {
    const { world, post } = start();
    world.settings = { ...world.settings, maxMessageSize: 5_000 };
    expect((await post('x'.repeat(10_001))).status).toBe(413);
    expect((await post('x'.repeat(10_000))).status).toBe(400);
  });

  it('point 53: commands within commands are followed a few levels', async () => {
    const { server } = start();
    const client = new TestClient(server);
    await client.begin();
    let command: Draft = change('add', 'deep', 'x');
    for (let level = 0; level < 12; level += 1) {
      command = { kind: 'sequence', commands: [command] } as unknown as Draft;
    }
    const answer = await client.send([sync('contacts', [command])]);
    const codes = answer.codes('Sequence');
    expect(codes.slice(0, 8)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(codes[8]).toBe(406);
    expect(answer.codes('Add')).toEqual([]);
  });

  it('more datastores than a session may have are refused', async () => {
    const { server } = start();
    const client = new TestClient(server);
    const uris = Array.from({ length: 40 }, (_, index) => `contacts/${String(index)}`);
    const answer = await client.begin(uris);
    expect(answer.codes('Alert').filter((code) => code === 508)).toHaveLength(32);
    expect(answer.codes('Alert').filter((code) => code === 403)).toHaveLength(8);
  });
});
