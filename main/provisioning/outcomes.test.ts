import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Configuration } from '../../shared/model/provisioning.ts';
import type { DeviceRow, MessageRow } from '../store/types.ts';
import { createProvisioningRig } from './testing/provisioning-rig.ts';
import type { ProvisioningRig } from './testing/provisioning-rig.ts';

let rig: ProvisioningRig;

beforeEach(async () => {
  rig = await createProvisioningRig();
});

afterEach(() => rig.store.close());

/** A configuration of one message, or of two where the phone takes its access point apart. */
async function sendTo(device: DeviceRow): Promise<{ sent: Configuration; messages: MessageRow[] }> {
  const sent = await rig.provisioning.send({ deviceId: device.id, confirmRepeat: true });
  return { sent, messages: await rig.messagesOf(sent.traceId) };
}

async function inTwo(): Promise<{ sent: Configuration; one: MessageRow; other: MessageRow }> {
  const device = await rig.addDevice('nokia-old');
  const point = { name: 'Office', apn: 'internet', auth: 'none', user: '' } as const;
  const { id: accessPointId } = await rig.provisioning.saveAccessPoint(point);
  await rig.provisioning.setOptions({ deviceId: device.id, accessPointId });
  const { sent, messages } = await sendTo(device);
  const [one, other] = messages;
  if (one === undefined || other === undefined) throw new Error('not in two');
  return { sent, one, other };
}

async function now({ id, deviceId }: Configuration): Promise<Configuration | undefined> {
  const { configurations } = await rig.provisioning.list({ deviceId });
  return configurations.find((each) => each.id === id);
}

const keys = (): string[] => rig.lines.map(({ key }) => key);

describe('a configuration in one message', () => {
  it('follows it from the queue to the phone, and says so in the device’s log', async () => {
    const device = await rig.addDevice();
    const { sent, messages } = await sendTo(device);
    for (const message of messages) await rig.outcome(message, 'sent');
    expect(await now(sent)).toMatchObject({ state: 'sent', sentAt: rig.clock.now() });
    await rig.clock.advance(5_000);
    for (const message of messages) await rig.outcome(message, 'delivered');
    expect(await now(sent)).toMatchObject({
      state: 'delivered',
      sentAt: rig.clock.now() - 5_000,
      deliveredAt: rig.clock.now(),
    });
    expect(keys()).toEqual([
      'configuration.prepared',
      'configuration.sent',
      'configuration.delivered',
    ]);
    for (const line of rig.lines) {
      expect(line).toMatchObject({
        area: 'provisioning',
        deviceId: device.id,
        traceId: sent.traceId,
      });
    }
    expect(
      rig.events.filter(({ kind, id }) => kind === 'configuration' && id === sent.id),
    ).toHaveLength(3);
  });

  it.each([
    ['failed', 'gateway-refused'],
    ['expired', 'too-old'],
  ] as const)('fails with it when it has %s, and says why', async (state, reason) => {
    const { sent, messages } = await sendTo(await rig.addDevice());
    for (const message of messages) await rig.outcome(message, state);
    expect(await now(sent)).toMatchObject({ state: 'failed', reason, deliveredAt: null });
    expect(rig.lines.at(-1)).toMatchObject({
      level: 'error',
      key: 'configuration.failed',
      params: { reason },
    });
  });

  it('is uncertain when its hand-over was cut off, until a report comes', async () => {
    const { sent, messages } = await sendTo(await rig.addDevice());
    for (const message of messages) await rig.outcome(message, 'uncertain');
    expect(await now(sent)).toMatchObject({ state: 'uncertain', sentAt: null });
    expect(rig.lines.at(-1)).toMatchObject({ level: 'warn', key: 'configuration.uncertain' });
    for (const message of messages) await rig.outcome(message, 'delivered');
    expect(await now(sent)).toMatchObject({ state: 'delivered', reason: null });
  });

  it('is told once of what is reported twice', async () => {
    const { messages } = await sendTo(await rig.addDevice());
    for (const message of [...messages, ...messages]) await rig.outcome(message, 'delivered');
    expect(keys()).toEqual(['configuration.prepared', 'configuration.delivered']);
  });

  it('is followed after a restart', async () => {
    const { sent, messages } = await sendTo(await rig.addDevice());
    const { outcomes } = rig.restart();
    await rig.store.transaction(async (tx) => {
      for (const message of messages) {
        const row: MessageRow = { ...message, state: 'delivered' };
        await tx.messages.update(row);
        await outcomes.delivered(tx, row);
      }
    });
    expect(await now(sent)).toMatchObject({ state: 'delivered' });
  });
});

describe('a configuration in two messages', () => {
  it('is sent and delivered when both are', async () => {
    const { sent, one, other } = await inTwo();
    await rig.outcome(one, 'delivered');
    expect(await now(sent)).toMatchObject({ state: 'queued' });
    await rig.outcome(other, 'sent');
    expect(await now(sent)).toMatchObject({ state: 'sent', deliveredAt: null });
    await rig.outcome(other, 'delivered');
    expect(await now(sent)).toMatchObject({ state: 'delivered' });
  });

  it('has failed when one has: half of it is of no use', async () => {
    const { sent, one, other } = await inTwo();
    await rig.outcome(one, 'delivered');
    await rig.outcome(other, 'failed');
    expect(await now(sent)).toMatchObject({ state: 'failed', reason: 'gateway-refused' });
  });
});

describe('messages that are no configuration', () => {
  it('are left alone', async () => {
    const { sent, messages } = await sendTo(await rig.addDevice());
    const [message] = messages;
    if (message === undefined) throw new Error('nothing was sent');
    await rig.store.transaction(async (tx) => {
      const { outcomes } = rig.provisioning;
      await outcomes.delivered(tx, { ...message, alertId: 'alert' });
      await outcomes.delivered(tx, { ...message, id: 'a link' });
      await outcomes.delivered(tx, { ...message, traceId: 'a change' });
    });
    expect(await now(sent)).toMatchObject({ state: 'queued' });
  });
});
