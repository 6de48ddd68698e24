import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestStore } from '../../testing/memory-store.ts';
import { accountRow, alertRow, deviceRow } from '../testing/rows.ts';
import type { Store } from '../types.ts';

let store: Store;

beforeEach(async () => {
  store = await openTestStore();
  await store.accounts.insert(accountRow('anna'));
});

afterEach(() => store.close());

describe('accounts', () => {
  it('come back as they were stored', async () => {
    const row = accountRow('bob', {
      displayName: 'Bób',
      conflicts: { contacts: 'both', notes: 'server' },
      timeZone: 'Europe/Warsaw',
      mailbox: {
        host: 'mail.example.org',
        port: 993,
        security: 'tls',
        user: 'bob',
        folder: 'INBOX',
        watch: true,
      },
    });
    await store.accounts.insert(row);
    expect(await store.accounts.get('bob')).toEqual(row);
    expect(await store.accounts.getByAddress('bob@example.org')).toEqual(row);
    expect((await store.accounts.list()).map(({ id }) => id)).toEqual(['anna', 'bob']);
    expect(await store.accounts.count()).toBe(2);
  });

  it('are refused an address that is taken', async () => {
    const taken = accountRow('other', { address: 'anna@example.org' });
    const duplicate = { code: 'DUPLICATE', params: { field: 'address' } };
    await expect(store.accounts.insert(taken)).rejects.toMatchObject(duplicate);
    await store.accounts.insert(accountRow('bob'));
    await expect(
      store.accounts.update(accountRow('bob', { address: 'anna@example.org' })),
    ).rejects.toMatchObject(duplicate);
  });

  it('take their devices with them', async () => {
    await store.devices.insert(deviceRow('phone'));
    await store.accounts.remove('anna');
    expect(await store.devices.get('phone')).toBeUndefined();
    expect(await store.accounts.count()).toBe(0);
  });
});

describe('devices', () => {
  it('come back as they were stored, folders in their order', async () => {
    const [contacts] = deviceRow('phone').folders;
    const row = deviceRow('phone', {
      number: '+48600100200',
      pausedBy: 'device',
      quietHours: { from: '22:00', to: '06:00', timeZone: 'Europe/Prague' },
      mergeWindowMs: 0,
      hourlyCap: 3,
      logMessages: true,
      folders: ['z', 'a', 'm'].map((id) => ({
        id,
        dataType: 'notes' as const,
        name: `Notes ${id}`,
        syncType: 'refresh-from-server' as const,
        enabled: false,
        place: 'corporate',
      })),
    });
    await store.devices.insert(row);
    expect(await store.devices.get('phone')).toEqual(row);
    expect(await store.devices.getByNumber('+48600100200')).toEqual(row);
    expect(contacts).toBeDefined();
  });

  it('have folders replaced in place: kept, renamed, moved, added, removed', async () => {
    const folder = (id: string, name: string) => ({
      id,
      dataType: 'notes' as const,
      name,
      syncType: 'two-way' as const,
      enabled: true,
      place: id === 'a' ? name : '',
    });
    await store.devices.insert(
      deviceRow('phone', { folders: [folder('a', 'A'), folder('b', 'B'), folder('c', 'C')] }),
    );
    const after = deviceRow('phone', {
      folders: [folder('c', 'C'), folder('a', 'B'), folder('d', 'D')],
      updatedAt: 9,
    });
    await store.devices.update(after);
    expect(await store.devices.get('phone')).toEqual(after);
  });

  it('are refused a name of the same account, or a number of anybody', async () => {
    await store.accounts.insert(accountRow('bob'));
    await store.devices.insert(deviceRow('phone', { number: '+48600100200' }));
    await expect(store.devices.insert(deviceRow('other', { name: 'phone' }))).rejects.toMatchObject(
      { code: 'DUPLICATE', params: { field: 'name' } },
    );
    await expect(
      store.devices.insert(deviceRow('third', { accountId: 'bob', number: '+48600100200' })),
    ).rejects.toMatchObject({ code: 'DUPLICATE', params: { field: 'number' } });
    await store.devices.insert(deviceRow('fourth', { accountId: 'bob', name: 'phone' }));
    expect((await store.devices.list()).map(({ id }) => id)).toEqual(['fourth', 'phone']);
    expect((await store.devices.list('bob')).map(({ id }) => id)).toEqual(['fourth']);
  });

  it('leave nothing half stored when a folder is refused', async () => {
    await store.devices.insert(deviceRow('phone'));
    const { folders } = deviceRow('phone');
    await expect(store.devices.insert(deviceRow('other', { folders }))).rejects.toMatchObject({
      code: 'DUPLICATE',
    });
    expect(await store.devices.get('other')).toBeUndefined();
  });

  it('are found among more than fit into one query', async () => {
    await store.transaction(async (tx) => {
      for (let index = 0; index < 1_100; index += 1) {
        await tx.devices.insert(deviceRow(`phone-${String(index).padStart(4, '0')}`));
      }
    });
    const devices = await store.devices.list();
    expect(devices).toHaveLength(1_100);
    expect(devices.every(({ folders }) => folders.length === 1)).toBe(true);
    expect(await store.devices.activity(devices.map(({ id }) => id))).toHaveLength(1_100);
  });
});

describe('the activity of devices', () => {
  it('follows their alerts and survives them', async () => {
    await store.devices.insert(deviceRow('phone'));
    await store.devices.insert(deviceRow('quiet'));
    await store.alerts.insert([alertRow('1'), alertRow('2')]);
    await store.alerts.update([
      alertRow('1', { state: 'delivered', reason: null, sentAt: 2_000, deliveredAt: 3_000 }),
    ]);
    const phone = {
      deviceId: 'phone',
      queued: 1,
      lastAlertAt: 2_000,
      lastDeliveredAt: 3_000,
      lastAnsweredAt: null,
      lastAlertState: 'delivered',
      lastAlertReason: null,
      failures: 0,
    };
    expect(await store.devices.activity(['phone'])).toEqual([phone]);

    await store.alerts.update([
      alertRow('2', { state: 'failed', reason: 'gateway-refused', endedAt: 4_000 }),
    ]);
    // A late report on the older alert does not speak for the newest one.
    await store.alerts.update([
      alertRow('1', {
        state: 'answered',
        reason: null,
        sentAt: 2_000,
        deliveredAt: 3_000,
        answeredAt: 5_000,
      }),
    ]);
    await store.removeOld({
      logBefore: 0,
      logEntries: 1,
      versionsBefore: 0,
      historyBefore: 99_000,
    });
    expect(await store.alerts.count()).toBe(0);
    expect(await store.devices.activity()).toEqual([
      {
        ...phone,
        queued: 0,
        lastAnsweredAt: 5_000,
        lastAlertState: 'failed',
        lastAlertReason: 'gateway-refused',
        failures: 1,
      },
      {
        deviceId: 'quiet',
        queued: 0,
        lastAlertAt: null,
        lastDeliveredAt: null,
        lastAnsweredAt: null,
        lastAlertState: null,
        lastAlertReason: null,
        failures: 0,
      },
    ]);
  });

  it('counts the alerts that failed one after another, each once, until one gets through', async () => {
    await store.devices.insert(deviceRow('phone'));
    const end = async (id: string, state: 'failed' | 'delivered', reason: 'too-old' | null) => {
      await store.alerts.insert([alertRow(id)]);
      await store.alerts.update([alertRow(id, { state, reason })]);
      await store.alerts.update([alertRow(id, { state, reason })]);
      const [phone] = await store.devices.activity(['phone']);
      return phone?.failures;
    };
    expect(await end('1', 'failed', 'too-old')).toBe(1);
    expect(await end('2', 'failed', 'too-old')).toBe(2);
    expect(await end('3', 'delivered', null)).toBe(0);
    expect(await end('4', 'failed', 'too-old')).toBe(1);
  });
});
