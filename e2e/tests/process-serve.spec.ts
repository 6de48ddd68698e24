import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { asServe } from '../fixtures/hosts.ts';
import { setUpOffice } from '../fixtures/office.ts';
import { startServe } from '../fixtures/serve-process.ts';
import { expect, test } from '../fixtures/test.ts';

test('ends by itself and cleanly when it is told to', async ({ desk, sink }) => {
  const { account } = await setUpOffice(desk.api, sink, { mergeWindowMs: 5_000 });
  await desk.api.changes.report({ account: account.address, folder: 'contacts' });
  expect(await asServe(desk).serve.end('SIGTERM')).toBe(0);
});

test('keeps everything over a restart, and keeps its secrets to itself', async ({ desk, sink }) => {
  const { device } = await setUpOffice(desk.api, sink);
  await desk.restart();
  expect(await desk.api.devices.get({ id: device.id })).toMatchObject({
    name: device.name,
    number: device.number,
    folders: device.folders,
  });
  for (const file of ['secrets.key', 'token']) {
    const found = await stat(join(desk.dataDir, file)).catch(() => undefined);
    if (found !== undefined) expect(found.mode & 0o077, file).toBe(0);
  }
});

test('refuses a second start on the same data in plain words', async ({ desk }) => {
  await expect(startServe(desk.dataDir)).rejects.toThrow(/already|in use|runs/iu);
});
