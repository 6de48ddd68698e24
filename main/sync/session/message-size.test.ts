import { describe, expect, it } from 'vitest';
import { createSyncServer } from '../sync-server.ts';
import { serverAdd } from './testing/fake-datastores.ts';
import { createFakeWorld } from './testing/fake-ports.ts';
import { change, nextMessage, sync, TestClient } from './testing/test-client.ts';
import type { Answer } from './testing/test-client.ts';

const card = (index: number): string =>
  `BEGIN:VCARD\r\nN:Family${String(index)};Ä]]>&<\r\n${'NOTE:ž\r\n'.repeat(index % 60)}END:VCARD\r\n`;

/** Goes on until the server has said Final, and answers with all that it said. */
async function goOn(client: TestClient, first: Answer, limit: number): Promise<Answer[]> {
  const answers = [first];
  for (let answer = first; !answer.message.final;) {
    expect(answers.length).toBeLessThan(limit);
    answer = await client.send([nextMessage], { isFinal: false });
    answers.push(answer);
  }
  return answers;
}

describe.each(['wbxml', 'xml'] as const)('the size of a message in %s', (encoding) => {
  it.each([2_000, 5_000, 20_000, 150_000])(
    'point 10: is not above %i octets, and Final is in the last one alone',
    async (maxMsgSize) => {
      const world = createFakeWorld();
      const contacts = world.datastores.folder('contacts');
      const client = new TestClient(createSyncServer(world.deps), { encoding, maxMsgSize });
      contacts.outgoing = Array.from({ length: 300 }, (_, index) =>
        serverAdd(`g${String(index)}`, card(index)),
      );
      world.datastores.folder('events').outgoing = [serverAdd('e1', card(1), 'text/x-vcalendar')];
      await client.begin(['contacts', 'events', 'tasks']);
      const first = await client.send([sync('contacts'), sync('events'), sync('tasks')]);
      const answers = await goOn(client, first, 200);
      for (const { response, message } of answers) {
        expect(response.body.length).toBeLessThanOrEqual(maxMsgSize);
        const own = message.commands.filter(({ kind }) => kind !== 'status');
        expect(own.length).toBeGreaterThan(0);
      }
      // As few messages as can be: two neighbours do not fit into one.
      const sizes = answers.map(({ response }) => response.body.length);
      for (const [index, size] of sizes.entries()) {
        const next = sizes[index + 1];
        if (next !== undefined) expect(size + next).toBeGreaterThan(maxMsgSize);
      }
      const guids = answers.flatMap((answer) =>
        answer.changes().map(({ items }) => items[0]?.source?.uri),
      );
      expect(guids).toHaveLength(301);
      expect(new Set(guids).size).toBe(301);
      const received = answers.flatMap((answer) => answer.changes())[59]?.items[0]?.data;
      expect(Buffer.from(received as Uint8Array).toString()).toBe(card(59));
      const sources = new Set(
        answers.flatMap((answer) => answer.syncs().map(({ source }) => source?.uri)),
      );
      expect([...sources]).toEqual(['contacts', 'events', 'tasks']);
    },
  );

  it('point 10: holds for many Statuses, which wait for the next message', async () => {
    const world = createFakeWorld();
    const maxMsgSize = 2_000;
    const client = new TestClient(createSyncServer(world.deps), { encoding, maxMsgSize });
    await client.begin();
    const changes = Array.from({ length: 200 }, (_, index) =>
      change('add', `luid-${String(index)}`, 'x'),
    );
    const first = await client.send([sync('contacts', changes)]);
    const answers = await goOn(client, first, 100);
    for (const { response, statuses } of answers) {
      expect(response.body.length).toBeLessThanOrEqual(maxMsgSize);
      expect(statuses[0]?.cmd).toBe('SyncHdr');
    }
    const told = answers.flatMap(({ statuses }) =>
      statuses.filter(({ cmd }) => cmd === 'Add').map(({ sourceRefs }) => sourceRefs[0]),
    );
    expect(told).toEqual(changes.map((_change, index) => `luid-${String(index)}`));
    expect(answers.at(-1)?.syncs()).toHaveLength(1);
  });
});

describe('a client that wants more', () => {
  it('point 44: is answered 200 and the next part, never with an empty message', async () => {
    const world = createFakeWorld();
    world.datastores.folder('contacts').outgoing = Array.from({ length: 40 }, (_, index) =>
      serverAdd(`g${String(index)}`, card(index)),
    );
    const client = new TestClient(createSyncServer(world.deps), { maxMsgSize: 3_000 });
    await client.begin();
    let answer = await client.send([sync('contacts')]);
    while (!answer.message.final) {
      answer = await client.send([nextMessage], { isFinal: false });
      expect(answer.codes('Alert')).toEqual([200]);
      expect(answer.syncs().length).toBeGreaterThan(0);
    }
    // There is no more: it is told so again.
    const more = await client.send([nextMessage], { isFinal: false });
    expect(more.codes('Alert')).toEqual([200]);
    expect(more.message.final).toBe(true);
    expect(world.sessions[0]?.ended).toBeUndefined();
    await client.send([]);
    expect(world.sessions[0]?.ended).toEqual(['done', null]);
  });

  it('point 44: is told that there is no more before it has sent its own changes', async () => {
    const world = createFakeWorld();
    const client = new TestClient(createSyncServer(world.deps));
    await client.begin();
    const answer = await client.send([nextMessage], { isFinal: false });
    expect(answer.message.final).toBe(true);
    expect((await client.send([sync('contacts')])).codes('Sync')).toEqual([200]);
  });
});
