import { expect, it } from 'vitest';
import { openTestStore } from '../testing/memory-store.ts';
import { removeDeviceSecrets } from './device-secrets.ts';

it('leaves nothing secret of a device, and everything of the others', async () => {
  const store = await openTestStore();
  for (const name of ['device:a:imsi', 'phone:a', 'device:b:imsi', 'phone:b', 'account:a'])
    await store.secrets.set(name, 'secret');
  await removeDeviceSecrets(store, 'a');
  expect([...(await store.secrets.names())].sort()).toEqual([
    'account:a',
    'device:b:imsi',
    'phone:b',
  ]);
  await store.close();
});
