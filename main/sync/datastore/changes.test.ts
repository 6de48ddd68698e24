import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ContactItem } from '../../groupware/content/index.ts';
import { readContent } from './known-items.ts';
import { card } from './testing/cards.ts';
import { createModelClient } from './testing/model-client.ts';
import type { ModelClient } from './testing/model-client.ts';
import { openSyncRig } from './testing/sync-rig.ts';
import type { SyncRig } from './testing/sync-rig.ts';

const ada: ContactItem = { kind: 'contact', name: { given: 'Ada', family: 'Byron' } };

describe('changes of a client and of the server', () => {
  let rig: SyncRig;
  let phone: ModelClient;
  let tablet: ModelClient;
  beforeEach(async () => {
    rig = await openSyncRig();
    phone = createModelClient(rig, await rig.addClient('phone'));
    tablet = createModelClient(rig, await rig.addClient('tablet'));
  });
  afterEach(() => rig.close());

  async function titles(): Promise<string[]> {
    return (await rig.items('contacts')).map(({ title }) => title);
  }

  it('point 6: meet in one session, without an echo in the next', async () => {
    const kept = phone.add(card({ given: 'Kept' }));
    const gone = phone.add(card({ given: 'Gone' }));
    expect(await phone.sync()).toMatchObject({ status: 508, mode: 'slow', statuses: [201, 201] });
    await tablet.sync();
    expect(tablet.objects.size).toBe(2);

    phone.replace(kept, card({ given: 'Kept', title: 'new' }));
    phone.add(card({ given: 'Added' }));
    phone.remove(gone);
    await rig.create('contacts', { ...ada, name: { given: 'Server' } });
    const session = await phone.sync();
    expect(session).toMatchObject({ status: 200, mode: 'two-way', numberOfChanges: 1 });
    expect(session.statuses).toEqual([200, 201, 200]);
    expect(session.received.map(({ kind }) => kind)).toEqual(['add']);
    expect(await titles()).toEqual(['Added Byron', 'Kept Byron', 'Server']);
    expect(phone.objects.size).toBe(3);

    const quiet = await phone.sync();
    expect(quiet).toMatchObject({ mode: 'two-way', sent: [], received: [], numberOfChanges: 0 });
    const other = await tablet.sync();
    expect(other.received.map(({ kind }) => kind).sort()).toEqual([
      'add',
      'add',
      'delete',
      'replace',
    ]);
    expect(tablet.objects.size).toBe(3);
    expect((await tablet.sync()).received).toEqual([]);
  });

  it('are announced with the client as origin, and only where there are some', async () => {
    phone.add(card({ given: 'New' }));
    await phone.sync();
    expect(rig.announced).toEqual([{ folder: 'contacts', origin: 'client:phone' }]);
    await phone.sync();
    expect(rig.announced).toHaveLength(1);
    expect(rig.live).toContainEqual({ kind: 'item', id: null });
  });

  it('are counted for the console', async () => {
    const gone = phone.add(card({ given: 'Gone' }));
    phone.add(card({ given: 'Kept' }));
    await phone.sync();
    phone.remove(gone);
    await rig.create('contacts', { ...ada, name: { given: 'Server' } });
    const { datastore } = await phone.sync();
    expect(datastore?.summary()).toMatchObject({
      dataType: 'contacts',
      mode: 'two-way',
      status: 200,
      uri: 'contacts',
      fromClient: { added: 0, changed: 0, deleted: 1, failed: 0 },
      fromServer: { added: 1, changed: 0, deleted: 0, failed: 0 },
      conflicts: 0,
    });
  });

  it('point 31: a Replace of what the server does not know is an Add', async () => {
    await phone.sync();
    const luid = phone.add(card({ given: 'New' }));
    phone.replace(luid, card({ given: 'New' }));
    const { datastore } = await rigSession(rig, phone);
    expect(
      await datastore.apply([change('replace', 'unknown', card({ given: 'Unknown' }))]),
    ).toEqual([201]);
    expect(await titles()).toEqual(['Unknown Byron']);
  });

  it('point 32: a Delete of what nobody knows is no error, and the session goes on', async () => {
    await phone.sync();
    const { datastore } = await rigSession(rig, phone);
    const changes = [change('delete', 'nobody'), change('add', 'a', card({ given: 'A' }))];
    expect(await datastore.apply(changes)).toEqual([211, 201]);
  });

  it('point 35: a Copy is a second item, made once though it is asked for twice', async () => {
    const luid = phone.add(card({ given: 'One', uid: 'urn:uuid:0123456789abcdef' }));
    await phone.sync();
    const { datastore } = await rigSession(rig, phone);
    const copy = { ...change('copy', 'copied'), of: luid };
    expect(await datastore.apply([copy])).toEqual([201]);
    expect(await datastore.apply([copy])).toEqual([201]);
    expect(await datastore.apply([{ ...copy, of: 'nobody', luid: 'c2' }])).toEqual([404]);
    expect(await titles()).toEqual(['One Byron', 'One Byron']);
    const uids = (await rig.items('contacts')).map((row) => (readContent(row) as ContactItem).uid);
    expect(uids.filter((uid) => uid !== undefined)).toHaveLength(1);
  });

  it('point 36: each item of one message has its own status, in order', async () => {
    const known = phone.add(card({ given: 'Known' }));
    await phone.sync();
    const { datastore } = await rigSession(rig, phone);
    const statuses = await datastore.apply([
      change('delete', 'nobody'),
      change('add', 'good', card({ given: 'Good' })),
      change('add', 'bad', 'BEGIN:VCARD\r\nnonsense'),
      change('replace', known, card({ given: 'Known', title: 'x' })),
      { ...change('add', 'odd', 'x'), type: 'application/x-odd' },
    ]);
    expect(statuses).toEqual([211, 201, 415, 200, 415]);
    expect(await titles()).toEqual(['Good Byron', 'Known Byron']);
    expect(rig.lines.map(({ key }) => key)).toContain('sync.item-refused');
  });

  it('with one LUID twice in a message are done in order', async () => {
    await phone.sync();
    const { datastore } = await rigSession(rig, phone);
    const statuses = await datastore.apply([
      change('add', 'a', card({ given: 'First' })),
      change('replace', 'a', card({ given: 'Second' })),
      change('delete', 'a'),
      change('add', 'a', card({ given: 'Third' })),
    ]);
    expect(statuses).toEqual([201, 200, 200, 201]);
    expect(await titles()).toEqual(['Third Byron']);
  });

  it('sent again after a session that broke are the same changes', async () => {
    await phone.sync();
    phone.add(card({ given: 'One' }));
    await expect(phone.sync({ callsToLive: 2 })).rejects.toThrow();
    expect(await titles()).toEqual(['One Byron']);
    const again = await phone.sync();
    expect(again).toMatchObject({ mode: 'two-way', statuses: [200], received: [] });
    expect(await titles()).toEqual(['One Byron']);
  });

  it('of two devices that entered the same contact make one', async () => {
    await phone.sync();
    await tablet.sync();
    phone.add(card({ given: 'Same', tel: '123' }));
    tablet.add(card({ given: 'SAME', tel: '1 2 3' }));
    await phone.sync();
    expect(await tablet.sync()).toMatchObject({ mode: 'two-way', statuses: [201] });
    expect(await titles()).toHaveLength(1);
  });

  it('with a soft delete make room on the client and take nothing from others', async () => {
    const luid = phone.add(card({ given: 'Big' }));
    await phone.sync();
    const { datastore } = await rigSession(rig, phone);
    const statuses = await datastore.apply([{ ...change('delete', luid), softDelete: true }]);
    expect(statuses).toEqual([200]);
    expect(await titles()).toEqual(['Big Byron']);
    await datastore.clientIsDone();
    expect(datastore.numberOfChanges).toBe(0);
    const [row] = await rig.items('contacts');
    if (row === undefined) throw new Error('gone');
    await rig.update(row, { ...ada, title: 'changed' });
    const { datastore: next } = await rigSession(rig, phone);
    await next.clientIsDone();
    expect(await next.nextChanges(10)).toMatchObject([{ kind: 'add', luid: undefined }]);
  });
});

/** Opens a session of a phone that has synchronised, to be run by hand. */
async function rigSession(rig: SyncRig, { party }: ModelClient) {
  const [state] = await rig.store.sync.listStates(party.client.id);
  const answer = await rig.datastores.open(party, {
    uri: 'contacts',
    deviceUri: 'contacts',
    mode: 'two-way',
    isResume: false,
    last: state?.clientAnchor ?? undefined,
    next: 'by-hand',
    filter: undefined,
  });
  if (!answer.ok || answer.mode !== 'two-way') throw new Error('no two-way session');
  return answer;
}

function change(kind: 'add' | 'replace' | 'delete' | 'copy', luid: string, text = '') {
  return {
    kind,
    luid,
    type: 'text/vcard',
    format: undefined,
    data: new TextEncoder().encode(text),
    softDelete: false,
    archive: false,
  };
}
