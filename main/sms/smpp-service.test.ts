import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StopAsync } from '../platform/clock.ts';
import type { Store } from '../store/types.ts';
import { openTestStore } from '../testing/memory-store.ts';
import { createSmsFixture, examplePart } from './testing/sms-fixture.ts';
import type { SmsFixture } from './testing/sms-fixture.ts';
import { startSmsc } from './testing/smsc-simulator.ts';
import type { SmscSimulator } from './testing/smsc-simulator.ts';
import { waitFor } from './testing/wait-for.ts';

describe('SMS by a service centre', () => {
  let store: Store;
  let smsc: SmscSimulator;
  let fixture: SmsFixture;
  let stop: StopAsync;

  beforeEach(async () => {
    store = await openTestStore();
    smsc = await startSmsc();
    fixture = createSmsFixture(store);
    stop = await fixture.sms.start();
  });

  afterEach(async () => {
    await stop();
    await smsc.close();
    await store.close();
  });

  async function addGateway(name = 'Carrier', more: object = {}): Promise<string> {
    const { id } = await fixture.sms.gateways.create({
      kind: 'smpp',
      name,
      host: '127.0.0.1',
      port: smsc.port,
      systemId: 'tester',
      password: 'secret',
      ...more,
    });
    return id;
  }

  async function gatewayShown(id: string): ReturnType<SmsFixture['sms']['gateways']['get']> {
    return fixture.sms.gateways.get({ id });
  }

  it('waits for the link, and shows who is there', async () => {
    const [message] = await fixture.queue({});
    const id = await addGateway();
    await waitFor(async () => expect(await fixture.state(message?.id ?? '')).toBe('sent'));
    expect((await gatewayShown(id)).facts).toMatchObject({
      bound: 'transceiver',
      device: 'SIMULATOR',
    });
    expect(JSON.stringify([await gatewayShown(id), fixture.lines])).not.toContain('secret');
  });

  it.each([
    ['as it is', 'uuid' as const, (id: string) => id],
    ['in decimal', 'hex' as const, (id: string) => BigInt(`0x${id}`).toString()],
    ['in hex', 'dec' as const, (id: string) => BigInt(id).toString(16)],
    ['with zeros in front', 'hex' as const, (id: string) => id.padStart(12, '0')],
  ])('takes a receipt that spells the id %s', async (_name, ids, spelled) => {
    smsc.behaviour.ids = ids;
    await addGateway();
    const [message] = await fixture.queue({});
    await waitFor(async () => expect(await fixture.state(message?.id ?? '')).toBe('sent'));
    const id = spelled(smsc.submitted[0]?.id ?? '');
    const answering = smsc.report({ id, dialect: 'text' });
    await waitFor(async () => {
      await fixture.clock.advance(10);
      expect(await fixture.state(message?.id ?? '')).toBe('delivered');
    });
    expect(await answering).toBe(0);
  });

  it('has what the network says when it could not be delivered', async () => {
    await addGateway();
    const [message] = await fixture.queue({});
    const messageId = message?.id ?? '';
    await waitFor(async () => expect(await fixture.state(messageId)).toBe('sent'));
    const { id } = smsc.submitted[0] ?? { id: '' };
    expect(await smsc.report({ id, state: 'UNDELIV', error: '034' })).toBe(0);
    const [delivery] = await store.messages.listDeliveries([messageId]);
    expect(delivery).toMatchObject({
      reportState: 'failed',
      reportDetail: 'undeliverable, error 034',
    });
  });

  it('slows one centre that wants it, and no other', async () => {
    const other = await startSmsc();
    smsc.behaviour.mostPerSecond = 3;
    await addGateway('Carrier');
    await addGateway('Other', { port: other.port });
    const messages = await fixture.queue(...Array.from({ length: 60 }, () => ({})));
    await waitFor(async () => {
      for (const { id } of messages) expect(await fixture.state(id)).toBe('sent');
    });
    const taken = smsc.submitted.filter(({ id }) => id !== '').length;
    expect(taken + other.submitted.length).toBe(60);
    expect(fixture.lines.map(({ key }) => key)).not.toContain('sms.failed');
    await other.close();
  });

  it('goes another way when the centre refuses the login', async () => {
    smsc.behaviour.password = 'another';
    const refused = await addGateway('Carrier', { priority: 1 });
    await waitFor(async () => {
      expect(await gatewayShown(refused)).toMatchObject({ reason: 'login-refused' });
    });
    const other = await startSmsc();
    await addGateway('Other', { port: other.port, priority: 2 });
    const [message] = await fixture.queue({ parts: [examplePart] });
    await waitFor(async () => expect(await fixture.state(message?.id ?? '')).toBe('sent'));
    expect(other.submitted).toHaveLength(1);
    await other.close();
  });
});
