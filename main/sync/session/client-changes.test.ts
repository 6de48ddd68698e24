import { describe, expect, it } from 'vitest';
import type { Command } from '../../codecs/syncml/message/model.ts';
import { createSyncServer } from '../sync-server.ts';
import { createFakeWorld } from './testing/fake-ports.ts';
import { alert, basicCred, change, nextMessage, sync, TestClient } from './testing/test-client.ts';
import type { Draft } from './testing/test-client.ts';

async function begin(code = 200) {
  const world = createFakeWorld();
  const contacts = world.datastores.folder('contacts');
  contacts.clientAnchor = 'c0';
  const server = createSyncServer(world.deps);
  const client = new TestClient(server);
  await client.begin(['contacts'], { code, last: 'c0' });
  return { world, client, contacts, server };
}

const group = (kind: 'atomic' | 'sequence', ...commands: readonly Draft[]): Draft => ({
  kind,
  commands: commands as readonly Command[],
});

describe('changes of the client', () => {
  it('point 31: Replace of an unknown item is an Add: 201', async () => {
    const { client, contacts } = await begin();
    const answer = await client.send([
      sync('contacts', [change('replace', 'new', 'x'), change('replace', 'new', 'y')]),
    ]);
    expect(answer.codes('Replace')).toEqual([201, 200]);
    expect(contacts.items.has('new')).toBe(true);
  });

  it('point 32: Delete of an unknown item is 211, and the session goes on', async () => {
    const { client } = await begin();
    const answer = await client.send([
      sync('contacts', [change('delete', 'gone'), change('add', '1', 'x')]),
    ]);
    expect(answer.codes('Delete')).toEqual([211]);
    expect(answer.codes('Add')).toEqual([201]);
    expect(answer.message.final).toBe(true);
  });

  it('point 33: Delete in a slow sync is 403', async () => {
    const { client } = await begin(201);
    const answer = await client.send([sync('contacts', [change('delete', '1')])]);
    expect(answer.codes('Sync')).toEqual([200]);
    expect(answer.codes('Delete')).toEqual([403]);
  });

  it('point 34: Atomic is 406 and what is in it 507, and not executed', async () => {
    const { client, contacts } = await begin();
    const inner = [change('add', '1', 'x'), change('add', '2', 'x')];
    const answer = await client.send([
      sync('contacts', [group('atomic', ...inner), change('add', '3', 'x')]),
      group('atomic', change('add', '4', 'x')),
    ]);
    expect(answer.codes('Atomic')).toEqual([406, 406]);
    expect(answer.codes('Add')).toEqual([507, 507, 201, 507]);
    expect([...contacts.items.keys()]).toEqual(['3']);
  });

  it('a Sequence is executed in order', async () => {
    const { client, contacts } = await begin();
    const answer = await client.send([
      sync('contacts', [
        group('sequence', change('add', '1', 'x'), change('delete', '1')),
        change('add', '2', 'x'),
      ]),
      group('sequence', alert('events')),
    ]);
    expect(answer.statuses.slice(1).map(({ cmd, code }) => `${cmd} ${String(code)}`)).toEqual([
      'Sync 200',
      'Sequence 200',
      'Add 201',
      'Delete 200',
      'Add 201',
      'Sequence 200',
      'Alert 508',
    ]);
    expect([...contacts.items.keys()]).toEqual(['2']);
  });

  it('point 35: Copy goes to the datastore, Move is 406, Exec 406, anything else 501', async () => {
    const { client, contacts } = await begin();
    const copy: Draft = {
      kind: 'copy',
      items: [{ source: { uri: 'old' }, target: { uri: 'new' } }],
    };
    const answer = await client.send([
      sync('contacts', [copy, change('move', '1')]),
      { kind: 'other', name: 'Exec' },
      { kind: 'other', name: 'Search' },
    ]);
    expect(answer.codes('Copy')).toEqual([201]);
    expect(answer.codes('Move')).toEqual([406]);
    expect(answer.codes('Exec')).toEqual([406]);
    expect(answer.codes('Search')).toEqual([406]);
    expect(contacts.events).toContainEqual({
      what: 'apply',
      changes: [expect.objectContaining({ kind: 'copy', luid: 'new', of: 'old' })],
    });
    const xml = new TestClient(client.server, { encoding: 'xml', syncId: 'x' });
    const other = await xml.begin([], { before: [{ kind: 'other', name: 'Dance' }] });
    expect(other.codes('Dance')).toEqual([501]);
  });

  it('point 36: several items in one command have a Status each', async () => {
    const { client, contacts } = await begin();
    contacts.statuses = ({ luid }) => (luid === 'b' ? 415 : 201);
    const many: Draft = {
      kind: 'add',
      meta: { type: 'text/x-vcard' },
      items: ['a', 'b', 'c'].map((uri) => ({ source: { uri }, data: new Uint8Array([65]) })),
    };
    const answer = await client.send([sync('contacts', [many])]);
    const adds = answer.statuses.filter(({ cmd }) => cmd === 'Add');
    expect(adds.map(({ code, sourceRefs }) => [code, ...sourceRefs])).toEqual([
      [201, 'a'],
      [415, 'b'],
      [201, 'c'],
    ]);
    expect(new Set(adds.map(({ cmdRef }) => cmdRef)).size).toBe(1);
  });

  it('point 37: the datastore’s verdict on a conflict is what the client hears', async () => {
    const { client, contacts } = await begin();
    const codes = [207, 208, 209, 419, 418];
    contacts.statuses = ({ luid }) => codes[Number(luid)] ?? 500;
    const changes = codes.map((_code, index) => change('replace', String(index), 'x'));
    const answer = await client.send([sync('contacts', changes)]);
    expect(answer.codes('Replace')).toEqual(codes);
  });

  it('carry the type, format, parent and wishes of the command or the item', async () => {
    const { client, contacts } = await begin();
    const add: Draft = {
      kind: 'add',
      meta: { type: 'text/x-vcard', format: 'b64' },
      items: [
        { source: { uri: '1' }, sourceParent: 'p', data: Buffer.from('SGFsbG8=') },
        {
          source: { uri: '2' },
          meta: { type: 'text/vcard', format: 'chr' },
          data: Buffer.from('x'),
        },
      ],
    };
    const remove: Draft = {
      kind: 'delete',
      softDelete: true,
      archive: true,
      items: [{ source: { uri: '3' } }],
    };
    await client.send([sync('contacts', [add, remove])]);
    const applied = contacts.events.find(({ what }) => what === 'apply');
    if (applied?.what !== 'apply') throw new Error('nothing applied');
    const [first, second, third] = applied.changes;
    expect(first).toMatchObject({ type: 'text/x-vcard', format: 'b64', parent: 'p' });
    expect(Buffer.from(first?.data ?? []).toString()).toBe('Hallo');
    expect(second).toMatchObject({ type: 'text/vcard', format: 'chr' });
    expect(third).toMatchObject({ kind: 'delete', softDelete: true, archive: true });
  });

  it('that are encrypted, or no Base64, are 415; without an id 400', async () => {
    const { client, contacts } = await begin();
    const add = (format: string, uri: string): Draft => ({
      kind: 'add',
      meta: { format },
      items: [{ source: { uri }, data: Buffer.from('?!') }],
    });
    const nameless: Draft = { kind: 'delete', items: [{}] };
    const answer = await client.send([
      sync('contacts', [add('des;b64', '1'), add('b64', '2'), add('chr', ''), nameless]),
    ]);
    expect(answer.codes('Add')).toEqual([415, 415, 400]);
    expect(answer.codes('Delete')).toEqual([400]);
    expect(contacts.items.size).toBe(0);
  });

  it('for a datastore that was not alerted are refused, as the Alert was', async () => {
    const { world, client } = await begin();
    const answer = await client.send([sync('events', [change('add', '1', 'x')]), sync('contacts')]);
    expect(answer.codes('Sync')).toEqual([405, 200]);
    expect(answer.codes('Add')).toEqual([405]);
    expect(world.datastores.folder('events').events).toEqual([]);
  });

  it('after the client has said Final are refused', async () => {
    const { client } = await begin();
    await client.send([sync('contacts')]);
    const answer = await client.send([sync('contacts', [change('add', '1', 'x')])]);
    expect(answer.codes('Sync')).toEqual([405]);
    expect(answer.codes('Add')).toEqual([405]);
  });

  it('of which the server fails are 510, and the session goes on', async () => {
    const { world, client, contacts } = await begin();
    contacts.before = (what) => {
      if (what === 'apply') throw new Error('broken');
    };
    const answer = await client.send([sync('contacts', [change('add', '1', 'x')])]);
    expect(answer.code).toBe(200);
    expect(answer.codes('Add')).toEqual([510]);
    await client.send([]);
    expect(world.sessions[0]?.ended).toEqual(['failed', 'server-fault']);
    expect(world.sessions[0]?.problems).toMatchObject([
      { by: 'server', command: 'Add', itemRef: '1', status: 510 },
    ]);
  });

  it('that find the disk full are 420, and the admin is told', async () => {
    const { world, client, contacts } = await begin();
    contacts.before = (what) => {
      const cause = Object.assign(new Error('full'), { code: 'SQLITE_FULL' });
      if (what === 'apply') throw new Error('write', { cause });
    };
    const answer = await client.send([sync('contacts', [change('add', '1', 'x')])]);
    expect(answer.codes('Add')).toEqual([420]);
    expect(world.lines.map(({ key }) => key)).toEqual(['sync.storage-full']);
    await client.send([]);
    expect(world.sessions[0]?.ended).toEqual(['failed', 'storage-full']);
  });

  it('may come with the Alert, and all is answered at once', async () => {
    const world = createFakeWorld();
    const client = new TestClient(createSyncServer(world.deps));
    const all = await client.send(
      [alert('contacts', { code: 201 }), sync('contacts', [change('add', '1', 'x')])],
      { cred: basicCred() },
    );
    expect(all.message.commands.map(({ kind }) => kind)).toEqual([
      'status',
      'status',
      'status',
      'status',
      'alert',
      'sync',
    ]);
    expect(all.message.final).toBe(true);
    const end = await client.send([]);
    expect(end.message.final).toBe(true);
    expect(world.datastores.folder('contacts').clientAnchor).toBe('c1');
  });

  it('that take several messages are answered message by message, Final only at the end', async () => {
    const { client, contacts } = await begin();
    const first = await client.send([sync('contacts', [change('add', '1', 'x')])], {
      isFinal: false,
    });
    expect(first.codes('Add')).toEqual([201]);
    expect(first.message.final).toBe(false);
    expect(first.syncs()).toEqual([]);
    const second = await client.send([sync('contacts', [change('add', '2', 'x')]), nextMessage], {
      isFinal: false,
    });
    expect(second.codes('Alert')).toEqual([200]);
    expect(second.message.final).toBe(false);
    const third = await client.send([sync('contacts', [change('add', '3', 'x')])]);
    expect(third.message.final).toBe(true);
    expect(third.syncs()).toHaveLength(1);
    expect(contacts.items.size).toBe(3);
  });
});
