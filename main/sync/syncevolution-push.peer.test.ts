import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { decodePush } from '../codecs/wsp/index.ts';
import { hasProgram } from '../testing/programs.ts';
import { openSyncDesk } from '../testing/sync-desk.ts';
import type { SyncDesk } from '../testing/sync-desk.ts';
import { contactCard } from './testing/sample-items.ts';
import { clientPrograms, pushPrograms } from './testing/syncevolution-home.ts';
import { pushToClient } from './testing/syncevolution-push.ts';

/** A provider of SMS that keeps the notifications that it is given. */
async function startProvider() {
  const notifications: Uint8Array[] = [];
  const server = createServer((request, response) => {
    const data = new URL(request.url ?? '/', 'http://provider').searchParams.get('data') ?? '';
    notifications.push(decodePush(Buffer.from(data, 'hex')).body);
    request.resume();
    response.end('OK');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/?data=%data;hex%&udh=%udh;hex%&to=%number%`,
    notifications,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const programs = [...clientPrograms, ...pushPrograms];

describe.skipIf(!programs.every(hasProgram))('SyncEvolution, woken by our own alert', () => {
  let desk: SyncDesk;
  let provider: Awaited<ReturnType<typeof startProvider>>;

  beforeEach(async () => {
    desk = await openSyncDesk();
    provider = await startProvider();
  });
  afterEach(async () => {
    await provider.stop();
    await desk.close();
  });

  it('point 47: synchronises exactly the two folders that the alert names, which is answered', async () => {
    const { client: api } = desk.server;
    await api.gateways.create({ kind: 'http', name: 'Provider', url: provider.url });
    // SyncEvolution finds the profile for a notification by comparing its server id with the sync URL.
    await api.push.updateSettings({ serverId: desk.url, mergeWindowMs: 0 });
    const device = await api.devices.create({
      accountId: desk.accountId,
      name: 'laptop',
      clientType: 'synthesis',
      number: '+48600100200',
      folders: [
        { dataType: 'contacts', name: 'contacts', enabled: true },
        { dataType: 'calendar', name: 'events', enabled: true },
        { dataType: 'tasks', name: 'tasks', enabled: false },
        { dataType: 'notes', name: 'notes', enabled: false },
      ],
    });
    await api.push.setActive({ active: true });
    const client = await desk.connect('sc-woken');
    await client.items('addressbook').write('1', contactCard(1));
    const alert = await api.devices.alertNow({ id: device.id });
    await expect.poll(() => provider.notifications.length).toBe(1);

    desk.meter.reset();
    const [notification = new Uint8Array()] = provider.notifications;
    const pushed = await pushToClient(client.home, notification);
    expect(pushed).toMatchObject({ posts: 3, url: desk.url });
    expect(pushed.error).toBeUndefined();
    expect(await desk.items('contacts')).toHaveLength(1);

    await vi.waitFor(async () => {
      const { sessions } = await api.sessions.list({ deviceId: device.id });
      expect(sessions).toHaveLength(1);
      expect(sessions[0]).toMatchObject({
        state: 'done',
        alertId: alert.id,
        traceId: alert.traceId,
        syncId: 'sc-woken',
      });
      const uris = sessions[0]?.datastores.map(({ uri }) => uri.replace(/^\.\//u, ''));
      expect(uris?.toSorted()).toEqual(['contacts', 'events']);
    });
    expect(await api.alerts.get({ id: alert.id })).toMatchObject({ state: 'answered' });
  });
});
