import { describe, expect, it } from 'vitest';
import type { ItemCommand } from '../../codecs/syncml/message/model.ts';
import { createSyncServer } from '../sync-server.ts';
import { serverAdd } from './testing/fake-datastores.ts';
import { createFakeWorld } from './testing/fake-ports.ts';
import { change, nextMessage, sync, TestClient } from './testing/test-client.ts';
import type { Draft } from './testing/test-client.ts';

const text = `BEGIN:VCARD\r\nNOTE:${'ž€𝄞ä]]>'.repeat(1_500)}\r\nEND:VCARD\r\n`;
const octets = new TextEncoder().encode(text);

interface Part {
  readonly data: Uint8Array;
  readonly size?: number;
  readonly moreData?: boolean;
  readonly luid?: string;
  readonly format?: string;
}

function part({ data, size, moreData, luid = 'big', format }: Part): Draft {
  return {
    kind: 'add',
    meta: {
      type: 'text/x-vcard',
      ...(size === undefined ? {} : { size }),
      ...(format === undefined ? {} : { format }),
    },
    items: [{ source: { uri: luid }, data, ...(moreData === true ? { moreData } : {}) }],
  };
}

async function begin(encoding: 'wbxml' | 'xml' = 'wbxml', maxMsgSize?: number) {
  const world = createFakeWorld();
  const client = new TestClient(createSyncServer(world.deps), {
    encoding,
    maxObjSize: 4_000_000,
    ...(maxMsgSize === undefined ? {} : { maxMsgSize }),
  });
  await client.begin();
  const contacts = world.datastores.folder('contacts');
  return { world, client, contacts };
}

type Client = Awaited<ReturnType<typeof begin>>['client'];

const upload = (client: Client, parts: Part, isFinal = false) =>
  client.send([sync('contacts', [part(parts)]), nextMessage], { isFinal });

describe('a large object from the client', () => {
  it('point 11: comes in parts, 213 each, cut inside of characters', async () => {
    const { client, contacts } = await begin();
    const cut = 20 + 1;
    const first = await upload(client, {
      data: octets.subarray(0, cut),
      size: octets.length,
      moreData: true,
    });
    expect(first.codes('Add')).toEqual([213]);
    expect(first.codes('Alert')).toEqual([200]);
    expect(first.message.final).toBe(false);
    const second = await upload(client, { data: octets.subarray(cut, 5_000), moreData: true });
    expect(second.codes('Add')).toEqual([213]);
    expect(contacts.items.size).toBe(0);
    const third = await upload(client, { data: octets.subarray(5_000) }, true);
    expect(third.codes('Add')).toEqual([201]);
    expect(Buffer.from(contacts.items.get('big') ?? []).equals(octets)).toBe(true);
  });

  it('point 11: may come as Base64, whose size counts as it was sent', async () => {
    const { client, contacts } = await begin('xml');
    const base64 = Buffer.from(Buffer.from(octets).toString('base64'));
    const facts = { size: base64.length, moreData: true, format: 'b64' };
    await upload(client, { data: base64.subarray(0, 7_001), ...facts });
    const last = await upload(client, { data: base64.subarray(7_001) }, true);
    expect(last.codes('Add')).toEqual([201]);
    expect(Buffer.from(contacts.items.get('big') ?? []).equals(octets)).toBe(true);
  });

  it('point 12: of another size than it said is 424, and nothing is stored', async () => {
    for (const [difference, code] of [
      [0, 201],
      [1, 201],
      [2, 424],
      [-1, 424],
      [-5_000, 424],
    ] as const) {
      const { client, contacts } = await begin();
      const size = octets.length + difference;
      await upload(client, { data: octets.subarray(0, 100), size, moreData: true });
      const last = await upload(client, { data: octets.subarray(100) }, true);
      expect(last.codes('Add')).toEqual([code]);
      expect(contacts.items.size).toBe(code === 201 ? 1 : 0);
    }
  });

  it('point 13: that another item interrupts is gone: 223, and the other is done', async () => {
    const { client, contacts } = await begin();
    await upload(client, { data: octets.subarray(0, 100), size: octets.length, moreData: true });
    const answer = await client.send([sync('contacts', [change('add', 'small', 'x')])], {
      isFinal: false,
    });
    const [alert] = answer.message.commands.filter(({ kind }) => kind === 'alert');
    expect(alert).toMatchObject({ code: 223, items: [{ source: { uri: 'big' } }] });
    expect(answer.codes('Add')).toEqual([201]);
    expect([...contacts.items.keys()]).toEqual(['small']);
  });

  it('point 13: that ends with the package is gone, too', async () => {
    const { client, contacts } = await begin();
    const facts = { size: octets.length, moreData: true };
    const answer = await upload(client, { data: octets.subarray(0, 100), ...facts }, true);
    const alerts = answer.message.commands.filter(({ kind }) => kind === 'alert');
    expect(alerts).toMatchObject([{ code: 223 }]);
    expect(contacts.items.size).toBe(0);
  });

  it('without a size is 411, and one that is too large 413, to the last part', async () => {
    for (const [size, code] of [
      [undefined, 411],
      [10_000_001, 413],
    ] as const) {
      const { client, contacts } = await begin();
      const facts = { moreData: true, ...(size === undefined ? {} : { size }) };
      const first = await upload(client, { data: octets.subarray(0, 100), ...facts });
      expect(first.codes('Add')).toEqual([code]);
      const last = await upload(client, { data: octets.subarray(100) }, true);
      expect(last.codes('Add')).toEqual([code]);
      expect(contacts.items.size).toBe(0);
    }
  });

  it('that would fill the memory is 420, until others are done or gone', async () => {
    const { world, client } = await begin();
    world.settings = { ...world.settings, maxObjectSize: 100_000_000 };
    const data = octets.subarray(0, 100);
    const facts = { data, size: 60_000_000, moreData: true };
    expect((await upload(client, facts)).codes('Add')).toEqual([213]);
    const other = new TestClient(client.server, { syncId: 'other' });
    await other.begin();
    expect((await upload(other, facts)).codes('Add')).toEqual([420]);
    await client.begin(['contacts'], { msgId: '1' });
    const next = await upload(other, { ...facts, luid: 'second' });
    expect(next.codes('Add')).toEqual([213]);
  });

  it('is measured whole when it comes in one piece', async () => {
    const { world, client } = await begin();
    world.settings = { ...world.settings, maxObjectSize: 10_000 };
    const answer = await upload(client, { data: octets }, true);
    expect(answer.codes('Add')).toEqual([413]);
  });
});

describe.each(['wbxml', 'xml'] as const)('a large object to the client in %s', (encoding) => {
  it.each([2_000, 5_001])(
    'point 11: goes in parts that fill messages of %i octets, with its size in the first',
    async (maxMsgSize) => {
      const { contacts, client } = await begin(encoding, maxMsgSize);
      contacts.outgoing = [serverAdd('s1', 'small'), serverAdd('g1', text), serverAdd('s2', 'x')];
      const again = new TestClient(client.server, {
        ...client.options,
        sessionId: '2',
        maxMsgSize,
      });
      await again.begin();
      let answer = await again.send([sync('contacts')]);
      const parts: ItemCommand[] = [];
      for (;;) {
        expect(answer.response.body.length).toBeLessThanOrEqual(maxMsgSize);
        const found = answer.changes().filter(({ items }) => items[0]?.source?.uri === 'g1');
        parts.push(...found);
        if (found.some(({ items }) => items[0]?.moreData)) {
          expect(answer.message.final).toBe(false);
          expect(answer.response.body.length).toBeGreaterThan(maxMsgSize - 100);
        }
        if (answer.message.final) break;
        answer = await again.send([nextMessage], { isFinal: false });
      }
      expect(parts.length).toBeGreaterThan(3);
      expect(parts.map(({ meta }) => meta?.size)).toEqual([
        octets.length,
        ...parts.slice(1).map(() => undefined),
      ]);
      const flags = parts.map(({ items }) => items[0]?.moreData === true);
      expect(flags).toEqual([...parts.slice(1).map(() => true), false]);
      const datas = parts.map(({ items }) => items[0]?.data as Uint8Array);
      expect(Buffer.concat(datas).toString()).toBe(text);
      for (const data of datas) {
        expect(() => new TextDecoder('utf-8', { fatal: true }).decode(data)).not.toThrow();
      }
      await again.send([]);
      const outcomes = contacts.events.flatMap((event) =>
        event.what === 'settle' ? event.outcomes.map(({ itemId }) => itemId) : [],
      );
      expect(outcomes.sort()).toEqual(['g1', 's1', 's2']);
    },
  );
});

describe('a large object to the client', () => {
  it('is not gone on with when the client refuses a part of it', async () => {
    const { contacts, client } = await begin('wbxml', 2_000);
    contacts.outgoing = [serverAdd('g1', text), serverAdd('s2', 'x')];
    const again = new TestClient(client.server, {
      sessionId: '2',
      maxMsgSize: 2_000,
      maxObjSize: 1e6,
    });
    await again.begin();
    const first = await again.send([sync('contacts')]);
    expect(first.changes()[0]?.items[0]?.moreData).toBe(true);
    const refusal = again.statusesFor(first, (command) => (command.kind === 'add' ? 420 : 200));
    const second = await again.send(refusal, { isSilent: true, isFinal: false });
    expect(second.changes().map(({ items }) => items[0]?.source?.uri)).toEqual(['s2']);
    expect(second.message.final).toBe(true);
    expect(contacts.events).toContainEqual({
      what: 'settle',
      outcomes: [{ itemId: 'g1', status: 420 }],
    });
  });

  it('is left out when the client cannot take it, and the log says so', async () => {
    for (const limits of [{ maxMsgSize: 2_000 }, { maxMsgSize: 2_000, maxObjSize: 10_000 }]) {
      const { world, contacts, client } = await begin();
      contacts.outgoing = [serverAdd('s1', 'x'), serverAdd('g1', text), serverAdd('s2', 'x')];
      const again = new TestClient(client.server, { sessionId: '2', ...limits });
      await again.begin();
      const answer = await again.send([sync('contacts')]);
      expect(answer.changes().map(({ items }) => items[0]?.source?.uri)).toEqual(['s1', 's2']);
      expect(answer.message.final).toBe(true);
      expect(contacts.events).toContainEqual({
        what: 'settle',
        outcomes: [{ itemId: 'g1', status: 413 }],
      });
      expect(world.lines.map(({ key }) => key)).toEqual(['sync.item-too-large']);
      expect(world.sessions.at(-1)?.problems).toMatchObject([
        { by: 'server', command: 'Add', itemRef: 'g1', status: 413 },
      ]);
    }
  });

  it('that is no text goes through XML as Base64, and back to who sends it', async () => {
    const { contacts, client } = await begin('xml');
    const data = new Uint8Array([0, 1, 2, 255]);
    contacts.outgoing = [{ ...serverAdd('g1', ''), data }];
    const again = new TestClient(client.server, { encoding: 'xml', sessionId: '2' });
    await again.begin();
    const [add] = (await again.send([sync('contacts')])).changes();
    expect(add?.meta?.format).toBe('b64');
    expect(Buffer.from(add?.items[0]?.data as Uint8Array).toString()).toBe('AAEC/w==');
  });
});
