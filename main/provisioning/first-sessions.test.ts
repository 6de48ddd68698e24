import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Configuration } from '../../shared/model/provisioning.ts';
import type { DeviceRow } from '../store/types.ts';
import { createProvisioningRig } from './testing/provisioning-rig.ts';
import type { ProvisioningRig } from './testing/provisioning-rig.ts';

let rig: ProvisioningRig;
let device: DeviceRow;

beforeEach(async () => {
  rig = await createProvisioningRig();
  device = await rig.addDevice();
});

afterEach(() => rig.store.close());

/** Sends a configuration, as far as the gateway unless told otherwise. */
async function send(isHandedOver = true): Promise<Configuration> {
  const sent = await rig.provisioning.send({ deviceId: device.id, confirmRepeat: true });
  const messages = await rig.messagesOf(sent.traceId);
  if (isHandedOver) for (const message of messages) await rig.outcome(message, 'sent');
  await rig.clock.advance(1_000);
  return sent;
}

async function session(sessionId: string, at = rig.clock.now()): Promise<void> {
  const told = await rig.store.transaction((tx) =>
    rig.provisioning.sessionStarted(tx, { deviceId: device.id, sessionId, at }),
  );
  told();
}

async function states(): Promise<unknown[]> {
  const { configurations } = await rig.provisioning.list({ deviceId: device.id });
  return configurations.map(({ state, sessionId }) => [state, sessionId]);
}

describe('the first session after a configuration', () => {
  it('ends it: the phone is configured, and the PIN is forgotten', async () => {
    const { id } = await send();
    await session('session-1');
    const { configurations } = await rig.provisioning.list({ deviceId: device.id });
    expect(configurations).toMatchObject([
      {
        state: 'configured',
        configuredAt: rig.clock.now(),
        sessionId: 'session-1',
        pinUntil: null,
      },
    ]);
    expect(await rig.store.secrets.get(`configuration:${id}`)).toBeUndefined();
    expect(rig.lines.at(-1)).toMatchObject({
      key: 'configuration.configured',
      deviceId: device.id,
      params: { device: device.name },
    });
    expect(rig.events.at(-1)).toEqual({ kind: 'configuration', id });
  });

  it('is the only one that does', async () => {
    await send();
    await session('session-1');
    await session('session-2');
    expect(await states()).toEqual([['configured', 'session-1']]);
  });

  it('ends all that were sent, with one line', async () => {
    await send();
    await send();
    await session('session-1');
    expect(await states()).toEqual([
      ['configured', 'session-1'],
      ['configured', 'session-1'],
    ]);
    const told = rig.lines.filter(({ key }) => key === 'configuration.configured');
    expect(told).toHaveLength(1);
  });

  it('may come before the report of the delivery, which is still noted', async () => {
    const sent = await send();
    await session('session-1');
    for (const message of await rig.messagesOf(sent.traceId)) {
      await rig.outcome(message, 'delivered');
    }
    const { configurations } = await rig.provisioning.list({ deviceId: device.id });
    expect(configurations).toMatchObject([{ state: 'configured', deliveredAt: rig.clock.now() }]);
  });

  it('may come while it is not known whether the message got through', async () => {
    const sent = await send(false);
    for (const message of await rig.messagesOf(sent.traceId)) {
      await rig.outcome(message, 'uncertain');
    }
    await session('session-1');
    expect(await states()).toEqual([['configured', 'session-1']]);
  });
});

describe('a session that a configuration has not led to', () => {
  it('is one from before it', async () => {
    const before = rig.clock.now();
    await rig.clock.advance(1_000);
    await send();
    await session('session-1', before);
    expect(await states()).toEqual([['sent', null]]);
  });

  it('is one that comes while the message waits in the queue', async () => {
    await send(false);
    await session('session-1');
    expect(await states()).toEqual([['queued', null]]);
  });

  it('is one after it has failed', async () => {
    const sent = await send(false);
    for (const message of await rig.messagesOf(sent.traceId)) await rig.outcome(message, 'failed');
    await session('session-1');
    expect(await states()).toEqual([['failed', null]]);
  });

  it('is one of another device', async () => {
    await send();
    const own = device;
    device = await rig.addDevice();
    await session('session-1');
    device = own;
    expect(await states()).toEqual([['sent', null]]);
  });

  it('is one whose transaction was not stored', async () => {
    await send();
    const stored = rig.store.transaction(async (tx) => {
      await rig.provisioning.sessionStarted(tx, {
        deviceId: device.id,
        sessionId: 'session-1',
        at: rig.clock.now(),
      });
      throw new Error('the disk is full');
    });
    await expect(stored).rejects.toThrow('the disk is full');
    expect(await states()).toEqual([['sent', null]]);
    const { configurations } = await rig.provisioning.list({ deviceId: device.id });
    expect((await rig.provisioning.pin({ id: configurations[0]?.id ?? '' })).pin).toMatch(
      /^\d{4}$/u,
    );
  });
});
