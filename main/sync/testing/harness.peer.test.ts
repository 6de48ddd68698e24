import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealSan12, uiModes } from '../../codecs/san/index.ts';
import { hasProgram } from '../../testing/programs.ts';
import { startHttpMeter } from './http-meter.ts';
import type { HttpMeter } from './http-meter.ts';
import { contactCard } from './sample-items.ts';
import { createSyncevolutionClient } from './syncevolution-client.ts';
import { clientPrograms } from './syncevolution-home.ts';
import { pushToClient } from './syncevolution-push.ts';
import { serverPrograms, startSyncevolutionServer } from './syncevolution-server.ts';
import type { SyncevolutionServer } from './syncevolution-server.ts';

const programs = [...clientPrograms, ...serverPrograms];

// What judges the product is judged first: against a server that nobody here wrote.
describe.skipIf(!programs.every(hasProgram))(
  'the harness, with SyncEvolution on both sides',
  () => {
    let meter: HttpMeter;
    let server: SyncevolutionServer;

    beforeAll(async () => {
      meter = await startHttpMeter();
      server = await startSyncevolutionServer(meter.url('/sync'));
      meter.forwardTo(server.port);
    });
    afterAll(async () => {
      await server.stop();
      await meter.stop();
    });

    it('sees what a client sends, and that a file which is written again has changed', async () => {
      const who = { deviceId: 'sc-one', user: 'ada', password: 'secret' };
      await server.allow({ ...who, office: 'first' });
      const client = await createSyncevolutionClient({
        ...who,
        url: meter.url('/sync'),
        sources: [{ name: 'addressbook', uri: 'addressbook', format: 'text/vcard' }],
      });
      await client.items('addressbook').write('1', contactCard(1));
      const first = await client.sync();
      expect(first).toMatchObject({
        exitCode: 0,
        status: 200,
        sources: { addressbook: { mode: 'slow', status: 0, counts: { 'remote-added-total': 1 } } },
      });
      expect(meter.exchanges).toHaveLength(3);
      expect(await server.items('first', 'contacts').count()).toBe(1);
      expect(await first.messages()).toHaveLength(7);

      await client.items('addressbook').write('1', contactCard(1, 1));
      const second = await client.sync();
      expect(second.sources['addressbook']).toMatchObject({
        mode: 'two-way',
        counts: { 'remote-updated-total': 1 },
      });
      const third = await client.sync();
      expect(third.sources['addressbook']?.counts).toEqual({});
      await client.remove();
    });

    it('runs the whole session that a notification starts', async () => {
      const who = { deviceId: 'sc-pushed', user: 'ada', password: 'secret' };
      await server.allow({ ...who, office: 'second' });
      const url = meter.url('/sync');
      const client = await createSyncevolutionClient({
        ...who,
        url,
        sources: [
          { name: 'addressbook', uri: 'addressbook', format: 'text/vcard' },
          { name: 'memo', uri: 'memo', format: 'text/plain' },
        ],
      });
      await client.items('addressbook').write('1', contactCard(1));
      await client.items('memo').write('1', 'not asked for');
      const notification = sealSan12(
        {
          serverId: url,
          sessionId: 7,
          uiMode: uiModes.background,
          initiator: 'server',
          syncs: [{ syncType: 206, contentType: 0, uri: 'addressbook' }],
        },
        { serverId: url, password: '', nonce: new Uint8Array() },
      );
      expect(await pushToClient(client.home, notification)).toMatchObject({ posts: 3, url });
      expect(await server.items('second', 'contacts').count()).toBe(1);
      expect(await server.items('second', 'memo').count()).toBe(0);
      await client.remove();
    });
  },
);
