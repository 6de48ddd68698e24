import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { silentDiagnostics } from '../../../log/diagnostics.ts';
import { startServer } from '../../../server.ts';
import type { RunningServer } from '../../../server.ts';
import { testSecretBox } from '../../../testing/memory-store.ts';

const patience = { timeout: 15_000, interval: 20 };
const number = '+420601123456';

let folder: string;
let near: RunningServer;
let far: RunningServer;
let farPort: number;
let gatewayId: string;
const faults: unknown[] = [];

function start(name: string, port = 0): Promise<RunningServer> {
  return startServer({
    dataDir: join(folder, name),
    host: 'serve',
    secretBox: testSecretBox,
    rendererDir: join(folder, 'renderer'),
    diagnostics: { ...silentDiagnostics, fault: (_id, error) => faults.push(error) },
    checksAnswers: true,
    simulatorReportMs: 20,
    overrides: { listeners: { devicesHost: '127.0.0.1', devicesPort: port } },
  });
}

function portOf(server: RunningServer): number {
  return server.listeners().find(({ name }) => name === 'devices-http')?.port ?? 0;
}

beforeEach(async () => {
  faults.length = 0;
  folder = await mkdtemp(join(tmpdir(), 'pushdesk-peer-'));
  [far, near] = await Promise.all([start('far'), start('near')]);
  farPort = portOf(far);
  await far.client.gateways.create({ kind: 'simulator', name: 'Virtual phones' });
  await far.client.smsUsers.create({ name: 'office', password: 'p w:ß' });
  const gateway = await near.client.gateways.create({
    kind: 'peer',
    name: 'Head office',
    url: `http://127.0.0.1:${String(farPort)}`,
    user: 'office',
    password: 'p w:ß',
    timeoutMs: 5_000,
  });
  gatewayId = gateway.id;
});
afterEach(async () => {
  await near.stop();
  await far.stop();
  await rm(folder, { recursive: true, force: true });
  expect(faults).toEqual([]);
});

async function states(): Promise<string[]> {
  const { messages } = await near.client.messages.list({ limit: 1_000 });
  return messages.map(({ state }) => state);
}

async function received() {
  const { phones } = await far.client.simulator.phones();
  return phones.find((phone) => phone.number === number)?.messages ?? [];
}

describe('two Pushdesks, one of which is the gateway of the other', () => {
  it('deliver a text, and the report of it comes back', async () => {
    const sent = await near.client.messages.send({ number, text: 'Příliš žluťoučký kůň' });
    await vi.waitFor(async () => expect(await states()).toEqual(['delivered']), patience);
    const { messages } = await far.client.messages.list();
    expect(messages).toMatchObject([{ number, source: 'api', parts: sent.parts, dcs: sent.dcs }]);
    const { deliveries } = await near.client.messages.get({ id: sent.id });
    expect(deliveries).toMatchObject([{ outcome: 'accepted', providerId: messages[0]?.id }]);
  });

  it('deliver a text in tables of languages as the near one wrote it', async () => {
    const text = 'Şu çılgın Türkiye, ığdır ve İstanbul. '.repeat(6);
    await near.client.settings.update({ sms: { nationalTables: true } });
    const sent = await near.client.messages.send({ number, text });
    expect(sent).toMatchObject({ dcs: 0, text });
    await vi.waitFor(async () => expect(await states()).toEqual(['delivered']), patience);
    const { messages } = await far.client.messages.list();
    expect(messages).toMatchObject([{ dcs: 0, text }]);
    expect(messages[0]?.parts).toHaveLength(sent.parts.length);
    expect(await received()).toMatchObject([{ kind: 'text', text }]);
  });

  it('deliver an alert in several parts with the same bytes', async () => {
    const data = Buffer.from(Array.from({ length: 300 }, (_, index) => index & 0xff));
    const wanted = { number, data: data.toString('hex'), udh: '0605040b84c002', dcs: 0xf5 };
    const sent = await near.client.messages.send(wanted);
    expect(sent.parts).toHaveLength(3);
    await vi.waitFor(async () => expect(await states()).toEqual(['delivered']), patience);
    const { messages } = await far.client.messages.list();
    expect(messages[0]?.dcs).toBe(0xf5);
    // Everything but the number that ties the parts together.
    const bare = (parts: readonly { udh: string; data: string }[] = []) =>
      parts.map((part) => [part.udh.replace(/0003..(?=....)/u, '0003'), part.data]);
    expect(bare(messages[0]?.parts)).toEqual(bare(sent.parts));
  });

  it('keep a message that the far side refuses for reasons of its own', async () => {
    const user = (await far.client.smsUsers.list()).users[0];
    await far.client.smsUsers.update({ id: user?.id ?? '', monthlyLimit: 0 });
    const sent = await near.client.messages.send({ number, text: 'x' });
    await vi.waitFor(async () => {
      const { message, deliveries } = await near.client.messages.get({ id: sent.id });
      expect(message.state).toBe('queued');
      expect(deliveries[0]).toMatchObject({ outcome: 'refused', reason: 'throttled' });
      expect(deliveries[0]?.detail).toContain('The limit of this month is used up.');
    }, patience);
    expect((await far.client.messages.list()).total).toBe(0);
    expect(await near.client.gateways.test({ id: gatewayId })).toMatchObject({ ok: true });
  });

  it('end a message that goes from the one to the other and back', async () => {
    await near.client.smsUsers.create({ name: 'back', password: 'p' });
    const [phones] = (await far.client.gateways.list()).gateways;
    await far.client.gateways.remove({ id: phones?.id ?? '' });
    await far.client.gateways.create({
      kind: 'peer',
      name: 'Office',
      url: `http://127.0.0.1:${String(portOf(near))}`,
      user: 'back',
      password: 'p',
    });
    const sent = await near.client.messages.send({ number, text: 'x' });
    // Three times on, and then by the way that leads out of it.
    await vi.waitFor(
      async () => expect((await near.client.messages.list()).total).toBe(2),
      patience,
    );
    await vi.waitFor(
      async () => expect((await far.client.messages.list()).total).toBe(2),
      patience,
    );
    const { messages } = await far.client.messages.list();
    await vi.waitFor(async () => {
      const { deliveries } = await far.client.messages.get({ id: messages[0]?.id ?? '' });
      expect(deliveries[0]).toMatchObject({ outcome: 'refused' });
      expect(deliveries[0]?.detail).toContain('each other’s gateways');
    }, patience);
    await far.client.gateways.create({ kind: 'simulator', name: 'Virtual phones' });
    await vi.waitFor(async () => {
      const { message } = await near.client.messages.get({ id: sent.id });
      expect(message.state).toBe('delivered');
    }, patience);
    expect(await received()).toHaveLength(1);
  });

  it('show a password that the far side refuses', async () => {
    const user = (await far.client.smsUsers.list()).users[0];
    await far.client.smsUsers.update({ id: user?.id ?? '', password: 'another' });
    const test = await near.client.gateways.test({ id: gatewayId });
    expect(test).toMatchObject({ ok: false, reason: 'login-refused' });
    expect(JSON.stringify(test)).not.toContain('p w:ß');
  });

  it('lose nothing and double nothing when the far side restarts in the middle', async () => {
    const count = 120;
    const sending = (async () => {
      for (let index = 0; index < count; index += 1) {
        await near.client.messages.send({ number, text: `Message ${String(index)}` });
      }
    })();
    await vi.waitFor(async () => {
      expect((await far.client.messages.list()).total).toBeGreaterThan(20);
    }, patience);
    await far.stop();
    far = await start('far', farPort);
    await sending;
    await vi.waitFor(
      async () => {
        const open = (await states()).filter((state) => state !== 'delivered');
        expect(open).toEqual([]);
      },
      { timeout: 60_000, interval: 100 },
    );
    const { total } = await far.client.messages.list();
    expect(total).toBe(count);
    const texts = (await received()).map(({ id }) => id);
    expect(new Set(texts).size).toBe(texts.length);
  }, 90_000);
});
