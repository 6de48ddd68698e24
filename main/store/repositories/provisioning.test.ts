import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestStore } from '../../testing/memory-store.ts';
import { configurationRow, linkRow } from '../testing/provisioning-rows.ts';
import { accountRow, deviceRow } from '../testing/rows.ts';
import type { ConfigurationRow, PhoneProfileRow } from '../provisioning-types.ts';
import type { Store } from '../types.ts';

let store: Store;

beforeEach(async () => {
  store = await openTestStore();
  await store.accounts.insert(accountRow('anna'));
  await store.devices.insert(deviceRow('phone'));
  await store.devices.insert(deviceRow('other'));
});

afterEach(() => store.close());

const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).join('');

describe('configurations', () => {
  it('come back as they were stored and changed', async () => {
    const row = configurationRow('1');
    await store.provisioning.insert(row);
    expect(await store.provisioning.get('1')).toEqual(row);
    const configured: ConfigurationRow = {
      ...row,
      state: 'configured',
      pinUntil: null,
      sentAt: 1_500,
      deliveredAt: 1_600,
      configuredAt: 2_000,
      sessionId: 'session',
      messageIds: ['a', 'b'],
    };
    await store.provisioning.update(configured);
    expect(await store.provisioning.get('1')).toEqual(configured);
    expect(await store.provisioning.get('2')).toBeUndefined();
  });

  it('are listed by device, newest first, and by trace', async () => {
    for (const id of ['1', '3', '2']) await store.provisioning.insert(configurationRow(id));
    await store.provisioning.insert(configurationRow('4', { deviceId: 'other' }));
    expect(ids(await store.provisioning.list('phone'))).toBe('321');
    expect(ids(await store.provisioning.listByTraces(['trace-1', 'trace-4', 'x']))).toBe('14');
    expect(await store.provisioning.listByTraces([])).toEqual([]);
  });

  it('are open until they have failed or a session has answered them', async () => {
    await store.provisioning.insert(configurationRow('1', { state: 'uncertain' }));
    await store.provisioning.insert(configurationRow('2', { state: 'configured' }));
    await store.provisioning.insert(configurationRow('3', { state: 'failed' }));
    expect((await store.provisioning.openOf('phone'))?.id).toBe('1');
    expect(await store.provisioning.openOf('other')).toBeUndefined();
  });

  it('are found by a PIN that is past its time', async () => {
    await store.provisioning.insert(configurationRow('1', { pinUntil: 100 }));
    await store.provisioning.insert(configurationRow('2', { pinUntil: 101 }));
    await store.provisioning.insert(configurationRow('3', { pinUntil: null }));
    expect(ids(await store.provisioning.listPinsUntil(100))).toBe('1');
  });

  it('stay as history when their device goes', async () => {
    await store.provisioning.insert(configurationRow('1'));
    await store.devices.remove('phone');
    expect(ids(await store.provisioning.list('phone'))).toBe('1');
  });
});

describe('what is set for a device', () => {
  it('comes back, is changed, and goes with the device', async () => {
    const row = { deviceId: 'phone', accessPointId: 'point', withMail: true };
    expect(await store.provisioning.options('phone')).toBeUndefined();
    await store.provisioning.putOptions(row);
    expect(await store.provisioning.options('phone')).toEqual(row);
    await store.provisioning.putOptions({ ...row, accessPointId: null, withMail: false });
    expect(await store.provisioning.options('phone')).toMatchObject({ withMail: false });
    await store.devices.remove('phone');
    expect(await store.provisioning.options('phone')).toBeUndefined();
  });
});

describe('links', () => {
  it('come back as they were stored and changed, also by the digest of their token', async () => {
    const row = linkRow('1', { browserHash: 'browser' });
    await store.provisioning.insertLink(row);
    expect(await store.provisioning.getLink('1')).toEqual(row);
    expect(await store.provisioning.findLink('hash-1')).toEqual(row);
    expect(await store.provisioning.findLink('HASH-1')).toBeUndefined();
    const opened = { ...row, openedAt: 2_000, openedCount: 2, revokedAt: 3_000 };
    await store.provisioning.updateLink(opened);
    expect(await store.provisioning.getLink('1')).toEqual(opened);
  });

  it('have a token that no other link has', async () => {
    await store.provisioning.insertLink(linkRow('1'));
    const same = linkRow('2', { tokenHash: 'hash-1' });
    await expect(store.provisioning.insertLink(same)).rejects.toThrow();
  });

  it('are listed newest first, and go with their device', async () => {
    for (const id of ['1', '2']) await store.provisioning.insertLink(linkRow(id));
    expect(ids(await store.provisioning.listLinks('phone'))).toBe('21');
    await store.devices.remove('phone');
    expect(await store.provisioning.listLinks('phone')).toEqual([]);
  });
});

describe('profiles of virtual phones', () => {
  const profile: PhoneProfileRow = {
    deviceId: 'phone',
    source: 'received',
    name: 'Pushdesk',
    serverId: 'Pushdesk',
    url: 'http://127.0.0.1:80/syncml',
    user: 'anna@example.org',
    databases: [{ dataType: 'contacts', name: 'Contacts' }],
  };

  it('come back, are replaced, and can be taken away', async () => {
    await store.phoneProfiles.put(profile);
    expect(await store.phoneProfiles.get('phone')).toEqual(profile);
    const empty = { ...profile, source: 'empty', url: '', databases: [] } as const;
    await store.phoneProfiles.put(empty);
    expect(await store.phoneProfiles.list()).toEqual([empty]);
    await store.phoneProfiles.remove('phone');
    expect(await store.phoneProfiles.get('phone')).toBeUndefined();
  });

  it('go with their device', async () => {
    await store.phoneProfiles.put(profile);
    await store.devices.remove('phone');
    expect(await store.phoneProfiles.list()).toEqual([]);
  });

  it('remember what was done with each configuration message', async () => {
    await store.phoneProfiles.putConfiguration({ messageId: 'm', state: 'locked', wrongPins: 1 });
    const saved = { messageId: 'm', state: 'saved', wrongPins: 2 } as const;
    await store.phoneProfiles.putConfiguration(saved);
    expect(await store.phoneProfiles.configurations()).toEqual(new Map([['m', saved]]));
  });
});

describe('a configuration that is stored with its PIN', () => {
  it('is there after a restart, or not at all', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pushdesk-configurations-'));
    try {
      const path = join(folder, 'pushdesk.sqlite');
      const first = await openTestStore({ path });
      await first.transaction(async (tx) => {
        await tx.provisioning.insert(configurationRow('1'));
        await tx.secrets.set('configuration:1', '4711');
      });
      const cut = first.transaction(async (tx) => {
        await tx.provisioning.insert(configurationRow('2'));
        await tx.secrets.set('configuration:2', '4712');
        throw new Error('cut off');
      });
      await expect(cut).rejects.toThrow('cut off');
      await first.close();
      const second = await openTestStore({ path });
      expect(ids(await second.provisioning.list('phone'))).toBe('1');
      expect([...(await second.secrets.names())]).toEqual(['configuration:1']);
      await second.close();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
