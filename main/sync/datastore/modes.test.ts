import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { card } from './testing/cards.ts';
import { createModelClient } from './testing/model-client.ts';
import type { ModelClient } from './testing/model-client.ts';
import { openSyncRig } from './testing/sync-rig.ts';
import type { SyncRig } from './testing/sync-rig.ts';

describe('modes', () => {
  let rig: SyncRig;
  let phone: ModelClient;
  let tablet: ModelClient;
  beforeEach(async () => {
    rig = await openSyncRig();
    phone = createModelClient(rig, await rig.addClient('phone'));
    tablet = createModelClient(rig, await rig.addClient('tablet'));
    phone.add(card({ given: 'Both' }));
    phone.add(card({ given: 'Gone' }));
    await phone.sync();
    await tablet.sync();
  });
  afterEach(() => rig.close());

  async function titles(): Promise<string[]> {
    return (await rig.items('contacts')).map(({ title }) => title);
  }

  it('point 23: a refresh from the client makes the server what the client is', async () => {
    await rig.create('contacts', { kind: 'contact', name: { given: 'Unseen' } });
    tablet.objects.delete([...tablet.objects.keys()][1] ?? '');
    tablet.add(card({ given: 'New' }));
    const session = await tablet.sync({ mode: 'refresh-from-client' });
    expect(session).toMatchObject({ status: 200, mode: 'refresh-from-client', received: [] });
    expect(session.statuses).toEqual([201, 201]);
    expect(await titles()).toHaveLength(2);
    expect(await titles()).toContain('New Byron');
    expect(session.datastore?.summary()).toMatchObject({
      fromClient: { added: 1, deleted: 2 },
      matched: 1,
    });
    expect(rig.lines.map(({ key }) => key)).toContain('sync.refreshed');
    expect(await tablet.sync()).toMatchObject({ mode: 'two-way', sent: [], received: [] });
    await phone.sync();
    expect([...phone.objects.values()].join('')).toContain('New');
    expect(phone.objects.size).toBe(2);
    const query = { withDeleted: true, offset: 0, limit: 10 };
    const collectionIds = [await rig.collection('contacts')];
    expect((await rig.store.items.list({ ...query, collectionIds })).total).toBe(4);
  });

  it('point 24: a refresh from the server makes the client what the server is', async () => {
    tablet.add(card({ given: 'Only here' }));
    const session = await tablet.sync({ mode: 'refresh-from-server' });
    expect(session).toMatchObject({ status: 200, mode: 'refresh-from-server', sent: [] });
    expect(session.received.map(({ kind }) => kind)).toEqual(['add', 'add']);
    expect(tablet.objects.size).toBe(2);
    expect(await titles()).toEqual(['Both Byron', 'Gone Byron']);
    expect(await tablet.sync()).toMatchObject({ mode: 'two-way', received: [] });
  });

  it('point 25: one way from the client takes, and gives nothing', async () => {
    await rig.create('contacts', { kind: 'contact', name: { given: 'Server' } });
    tablet.add(card({ given: 'New' }));
    tablet.remove([...tablet.objects.keys()][0] ?? '');
    const session = await tablet.sync({ mode: 'one-way-from-client' });
    expect(session).toMatchObject({ status: 200, mode: 'one-way-from-client', received: [] });
    expect(await titles()).toHaveLength(3);
    const both = await tablet.sync();
    expect(both.received.map(({ kind }) => kind)).toEqual(['add']);
  });

  it('point 25: one way from the server gives, and refuses what the client sends', async () => {
    await rig.create('contacts', { kind: 'contact', name: { given: 'Server' } });
    const session = await tablet.sync({ mode: 'one-way-from-server' });
    expect(session).toMatchObject({ status: 200, mode: 'one-way-from-server' });
    expect(session.received.map(({ kind }) => kind)).toEqual(['add']);
    const statuses = await session.datastore?.apply([
      {
        kind: 'add',
        luid: 'x',
        type: 'text/vcard',
        format: undefined,
        data: new TextEncoder().encode(card({})),
        softDelete: false,
        archive: false,
      },
    ]);
    expect(statuses).toEqual([403]);
    expect(await titles()).toHaveLength(3);
  });

  it('one way from a client that was never here deletes nothing', async () => {
    const backup = createModelClient(rig, await rig.addClient('backup'));
    backup.add(card({ given: 'Both' }));
    backup.add(card({ given: 'New' }));
    const session = await backup.sync({ mode: 'one-way-from-client' });
    expect(session).toMatchObject({ status: 508, mode: 'refresh-from-client' });
    expect(await titles()).toEqual(['Both Byron', 'Gone Byron', 'New Byron']);
    const both = await backup.sync();
    expect(both).toMatchObject({ mode: 'two-way' });
    expect(both.received.map(({ kind }) => kind)).toEqual(['add']);
    expect(backup.objects.size).toBe(3);
  });

  it('a refresh from the server that breaks off is no ground for changes', async () => {
    await expect(
      tablet.sync({ mode: 'refresh-from-server', perMessage: 1, callsToLive: 5 }),
    ).rejects.toThrow();
    const session = await tablet.sync();
    expect(session).toMatchObject({ status: 508, mode: 'slow' });
    expect(await titles()).toEqual(['Both Byron', 'Gone Byron']);
    expect(tablet.objects.size).toBe(2);
  });

  it('point 26: what was broken off goes on where the client asks for it', async () => {
    const other = createModelClient(rig, await rig.addClient('other'));
    for (let count = 0; count < 6; count += 1) other.add(card({ given: `P${count}` }));
    await expect(other.sync({ perMessage: 2, callsToLive: 3 })).rejects.toThrow();
    const answer = await rig.datastores.open(other.party, {
      uri: 'contacts',
      deviceUri: 'contacts',
      mode: 'two-way',
      isResume: true,
      last: undefined,
      next: 'resumed',
      filter: undefined,
    });
    expect(answer).toMatchObject({ ok: true, status: 200, mode: 'slow' });
    if (!answer.ok) return;
    const { datastore } = answer;
    const left = [...other.objects].slice(4).map(([luid, text]) => ({
      kind: 'add' as const,
      luid,
      type: 'text/vcard',
      format: undefined,
      data: new TextEncoder().encode(text),
      softDelete: false,
      archive: false,
    }));
    expect(await datastore.apply(left)).toEqual([201, 201]);
    await datastore.clientIsDone();
    // What it had sent before stays matched: only the two of the others go to it.
    expect(datastore.numberOfChanges).toBe(2);
    expect(await titles()).toHaveLength(8);
  });

  it('point 26: a resume of nothing is a two-way sync, or a slow one', async () => {
    const known = await tablet.sync({ isResume: true });
    expect(known).toMatchObject({ status: 200, mode: 'two-way' });
    const fresh = createModelClient(rig, await rig.addClient('fresh'));
    expect(await fresh.sync({ isResume: true })).toMatchObject({ status: 508, mode: 'slow' });
  });

  it('a client that hears of an older session starts over with the anchor it was told', async () => {
    const request = {
      uri: 'contacts',
      deviceUri: 'contacts',
      mode: 'two-way',
      isResume: false,
      last: 'phone-1',
      next: 'n2',
      filter: undefined,
    } as const;
    const first = await rig.datastores.open(phone.party, request);
    if (!first.ok) throw new Error('not opened');
    const toldNext = first.datastore.next;
    await rig.clock.advance(60_000);
    const second = await rig.datastores.open(phone.party, { ...request, mode: 'slow', toldNext });
    if (!second.ok) throw new Error('not opened');
    expect(second.datastore.next).toBe(toldNext);
    await second.datastore.clientIsDone();
    await second.datastore.complete();
    expect(await rig.store.sync.listStates('phone')).toMatchObject([{ serverAnchor: toldNext }]);
  });

  it('the anchors of a session that a newer one has replaced do not move', async () => {
    const request = {
      uri: 'contacts',
      deviceUri: 'contacts',
      mode: 'two-way',
      isResume: false,
      last: 'phone-1',
      next: 'n2',
      filter: undefined,
    } as const;
    const older = await rig.datastores.open(phone.party, request);
    const newer = await rig.datastores.open(phone.party, { ...request, next: 'n3' });
    if (!older.ok || !newer.ok) throw new Error('not opened');
    await older.datastore.clientIsDone();
    await older.datastore.complete();
    expect(await rig.store.sync.listStates('phone')).toMatchObject([{ clientAnchor: 'phone-1' }]);
  });
});
