import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gatewaySchema, gatewayTestSchema } from '../../../shared/model/gateway.ts';
import { gatewayPresetSchema } from '../../../shared/api/gateways.ts';
import type { StopAsync } from '../../platform/clock.ts';
import type { Store } from '../../store/types.ts';
import { openTestStore } from '../../testing/memory-store.ts';
import { startHttpSink } from '../testing/http-sink.ts';
import type { HttpSink } from '../testing/http-sink.ts';
import { createSmsFixture } from '../testing/sms-fixture.ts';
import type { SmsFixture } from '../testing/sms-fixture.ts';
import { waitFor } from '../testing/wait-for.ts';

describe('the area of gateways', () => {
  let store: Store;
  let sink: HttpSink;
  let fixture: SmsFixture;
  let stop: StopAsync;

  beforeEach(async () => {
    store = await openTestStore();
    sink = await startHttpSink();
    fixture = createSmsFixture(store);
    stop = await fixture.sms.start();
  });

  afterEach(async () => {
    await stop();
    await sink.close();
    await store.close();
  });

  const template = (): string =>
    `${sink.url}/sms?u=%user%&p=%password%&to=%number%&text=%data%&udh=%udh;hex%`;

  it('opens nothing for one that is added switched off, nor after a restart', async () => {
    let connections = 0;
    const centre = createServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    centre.listen(0, '127.0.0.1');
    await once(centre, 'listening');
    const { port } = centre.address() as AddressInfo;
    const given = {
      kind: 'smpp',
      name: 'Carrier',
      systemId: 'us',
      host: '127.0.0.1',
      port,
    } as const;
    const { id } = await fixture.sms.gateways.create({ ...given, active: false });
    await fixture.sms.gateways.create({
      ...{ kind: 'modem', name: 'Modem', path: '/dev/nothing', active: false },
    });
    await stop();
    fixture = createSmsFixture(store);
    stop = await fixture.sms.start();
    const { gateways } = await fixture.sms.gateways.list(undefined);
    expect(gateways).toMatchObject([
      { name: 'Carrier', active: false, state: 'off', reason: 'off', detail: '' },
      { name: 'Modem', active: false, state: 'off', reason: 'off', detail: '' },
    ]);
    // The first to call is the test that an admin asks for.
    expect(await fixture.sms.gateways.test({ id })).toMatchObject({ ok: false });
    expect(connections).toBe(1);
    centre.close();
  });

  it('adds a gateway that is switched on and shows everything but its password', async () => {
    const { gateways } = fixture.sms;
    const made = await gateways.create({
      kind: 'http',
      name: 'Provider',
      url: template(),
      user: 'me',
      password: 'very secret',
      sender: 'Office',
      priority: 3,
    });
    expect(gatewaySchema.parse(made)).toMatchObject({
      active: true,
      hasPassword: true,
      priority: 3,
      method: 'GET',
      state: 'waiting',
      reason: 'unused',
    });
    expect(await gateways.get({ id: made.id })).toEqual(made);
    expect(await gateways.list(undefined)).toEqual({ gateways: [made] });
    expect(JSON.stringify([made, fixture.lines])).not.toContain('very secret');
    expect(await store.secrets.get(`gateway:${made.id}`)).toBe('very secret');
    expect(fixture.sms.hasActiveGateway()).toBe(true);
    expect(fixture.sms.hasActiveSimulator()).toBe(false);
    expect(fixture.events).toContainEqual({ kind: 'gateway', id: made.id });
    expect(fixture.lines.map(({ key }) => key)).toEqual(['gateway.created']);
  });

  it('needs nothing but a name for a simulator', async () => {
    const made = await fixture.sms.gateways.create({ kind: 'simulator', name: 'Virtual phones' });
    expect(made).toMatchObject({ kind: 'simulator', url: '', active: true, hasPassword: false });
    expect(fixture.sms.hasActiveSimulator()).toBe(true);
    await fixture.sms.gateways.setActive({ id: made.id, active: false });
    expect(fixture.sms.hasActiveSimulator()).toBe(false);
    expect(fixture.sms.hasActiveGateway()).toBe(false);
  });

  it.each([
    [{}, { path: 'url', code: 'required' }],
    [{ url: 'sms.example.org' }, { path: 'url', code: 'not-a-url' }],
    [{ url: 'ftp://sms.example.org/' }, { path: 'url', code: 'not-a-url' }],
    [
      { url: 'http://h/?n=%nubmer%' },
      {
        path: 'url',
        code: 'bad-template',
        params: { fault: 'unknown-variable', position: 13, token: '%nubmer' },
      },
    ],
    [
      { url: 'http://%number%.example.org/' },
      {
        path: 'url',
        code: 'bad-template',
        params: { fault: 'variable-in-host', position: 8, token: '%number%.example.org/' },
      },
    ],
    [
      { url: 'http://h/', body: '{"n":"%number"}' },
      {
        path: 'body',
        code: 'bad-template',
        params: { fault: 'unclosed', position: 7, token: '%number"}' },
      },
    ],
    [
      { url: 'http://h/', successPattern: '(' },
      { path: 'successPattern', code: 'invalid' },
    ],
    [
      { url: 'http://h/', idPattern: '[z-a]' },
      { path: 'idPattern', code: 'invalid' },
    ],
    [
      { url: 'http://h/', headers: { 'X-Bad Name': '1' } },
      { path: 'headers.X-Bad Name', code: 'invalid' },
    ],
    [
      { url: 'http://h/', headers: { Host: 'other' } },
      { path: 'headers.Host', code: 'invalid' },
    ],
    [
      { url: 'http://h/', headers: { X: 'a\r\nY: b' } },
      { path: 'headers.X', code: 'invalid' },
    ],
  ])('says which field is wrong: %j', async (input, field) => {
    const creating = fixture.sms.gateways.create({ kind: 'http', name: 'Provider', ...input });
    await expect(creating).rejects.toMatchObject({ code: 'INVALID_INPUT', fields: [field] });
    expect(await store.gateways.list()).toEqual([]);
  });

  it('wants names that differ by more than letter case', async () => {
    const { gateways } = fixture.sms;
    const { id } = await gateways.create({ kind: 'simulator', name: 'Phones' });
    const fields = [{ path: 'name', code: 'duplicate' }];
    await expect(gateways.create({ kind: 'simulator', name: 'PHONES' })).rejects.toMatchObject({
      fields,
    });
    expect(await gateways.update({ id, name: 'phones' })).toMatchObject({ name: 'phones' });
  });

  it('changes what is given and leaves the rest', async () => {
    const { gateways } = fixture.sms;
    const { id } = await gateways.create({ kind: 'http', name: 'One', url: template() });
    const changed = await gateways.update({ id, name: 'Two', concurrency: 3, headers: { A: 'b' } });
    expect(changed).toMatchObject({ name: 'Two', url: template(), concurrency: 3 });
    expect(await store.gateways.get(id)).toMatchObject({ name: 'Two', headers: { A: 'b' } });
    const line = fixture.lines.find(({ key }) => key === 'gateway.updated');
    expect(line?.params).toEqual({ gateway: 'Two', names: ['name', 'headers', 'concurrency'] });
  });

  it('keeps, changes and removes the password', async () => {
    const { gateways } = fixture.sms;
    const made = { kind: 'http', name: 'One', url: template(), password: 'first' } as const;
    const { id } = await gateways.create(made);
    expect(await gateways.update({ id, user: 'you' })).toMatchObject({ hasPassword: true });
    await gateways.update({ id, password: 'second' });
    await gateways.test({ id, number: '+420601123456' });
    expect(sink.received[0]?.query.get('p')).toBe('second');
    expect(await gateways.update({ id, password: '' })).toMatchObject({ hasPassword: false });
    expect(await store.secrets.get(`gateway:${id}`)).toBeUndefined();
  });

  it('does not give a stored password to another machine', async () => {
    const { gateways } = fixture.sms;
    const made = { kind: 'http', name: 'One', url: template(), password: 'first' } as const;
    const { id } = await gateways.create(made);
    const url = 'http://127.0.0.1:9/?p=%password%';
    await expect(gateways.update({ id, url })).rejects.toMatchObject({
      fields: [{ path: 'password', code: 'required' }],
    });
    expect(await gateways.update({ id, url, password: 'other' })).toMatchObject({ url });
  });

  it('removes a gateway with its password', async () => {
    const { gateways } = fixture.sms;
    const made = { kind: 'http', name: 'One', url: template(), password: 'first' } as const;
    const { id } = await gateways.create(made);
    expect(await gateways.remove({ id })).toEqual({ done: true });
    expect(await store.secrets.get(`gateway:${id}`)).toBeUndefined();
    await expect(gateways.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(fixture.sms.hasActiveGateway()).toBe(false);
  });

  it('lets what is under way by a removed gateway end', async () => {
    const { gateways } = fixture.sms;
    const { id } = await gateways.create({ kind: 'http', name: 'One', url: template() });
    sink.otherwise = 'silence';
    const [message] = await fixture.queue({});
    await waitFor(() => expect(sink.received).toHaveLength(1));
    await gateways.remove({ id });
    await fixture.clock.advance(15_000);
    await waitFor(async () => expect(await fixture.state(message?.id ?? '')).toBe('queued'));
    const { deliveries } = await fixture.sms.messages.get({ id: message?.id ?? '' });
    expect(deliveries).toMatchObject([{ gatewayId: id, gatewayName: 'One', outcome: 'uncertain' }]);
  });

  it.each(['get', 'update', 'remove', 'test'] as const)('knows no other ids: %s', async (name) => {
    await expect(fixture.sms.gateways[name]({ id: 'nobody' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('shows what waits at the gateway that takes the next message', async () => {
    const { gateways } = fixture.sms;
    await fixture.queue({}, {});
    const next = fixture.clock.now() + 60_000;
    await fixture.queue({ nextAttemptAt: next });
    await gateways.create({ kind: 'http', name: 'One', url: template() });
    await waitFor(() => expect(fixture.outcomes).toHaveLength(2));
    const { gateways: shown } = await gateways.list(undefined);
    expect(shown).toMatchObject([{ queued: 1, sentToday: 2, state: 'working', reason: 'ok' }]);
  });

  it('shows the breaker, and what waits at each of the gateways that messages wait for', async () => {
    const { gateways, routes } = fixture.sms;
    const made = (name: string, priority: number): Promise<{ id: string }> =>
      gateways.create({ kind: 'http', name, url: template(), priority });
    const { id: first } = await made('First', 1);
    const { id: second } = await made('Second', 2);
    await routes.create({ prefix: '+48', gatewayId: second });
    const nextAttemptAt = fixture.clock.now() + 60_000;
    const { id: route } = (await routes.list(undefined)).routes[0] ?? { id: '' };
    await fixture.queue(
      { nextAttemptAt },
      { nextAttemptAt, number: '+48600100200', lane: `route:${route}` },
      { nextAttemptAt, gatewayId: second, lane: `gateway:${second}` },
    );
    expect(await gateways.get({ id: first })).toMatchObject({ queued: 1, breaker: 'closed' });
    expect(await gateways.get({ id: second })).toMatchObject({ queued: 2, retryAt: null });
    sink.otherwise = { status: 503 };
    await gateways.test({ id: first, number: '+420601123456' });
    const failing = await gateways.get({ id: first });
    expect(failing).toMatchObject({ queued: 0, breaker: 'open', reason: 'unreachable' });
    expect(await gateways.get({ id: second })).toMatchObject({ queued: 3, breaker: 'closed' });
    await fixture.clock.advance((failing.retryAt ?? 0) - fixture.clock.now());
    expect(await gateways.get({ id: first })).toMatchObject({
      breaker: 'half-open',
      retryAt: null,
    });
  });

  it('lets go what was bound to a gateway that is removed', async () => {
    const { gateways } = fixture.sms;
    const { id: bound } = await gateways.create({ kind: 'http', name: 'One', url: template() });
    await gateways.setActive({ id: bound, active: false });
    const [message] = await fixture.queue({ gatewayId: bound, lane: `gateway:${bound}` });
    const id = message?.id ?? '';
    await gateways.create({ kind: 'http', name: 'Two', url: template() });
    await fixture.clock.advance(1_000);
    expect(await fixture.state(id)).toBe('queued');
    await gateways.remove({ id: bound });
    await waitFor(() => expect(fixture.outcomes).toEqual([`sent ${id} by Two`]));
    expect(await store.messages.get(id)).toMatchObject({ gatewayId: null });
    expect(fixture.lines.find(({ key }) => key === 'gateway.unbound')?.params).toEqual({
      gateway: 'One',
      count: 1,
    });
  });

  it('tests a gateway that is off and holds a link on a link of its own', async () => {
    const { gateways } = fixture.sms;
    const { id } = await gateways.create({
      ...{ kind: 'smpp', name: 'Centre', host: '127.0.0.1', port: 9, systemId: 'me' },
      password: 'secret',
    });
    await gateways.setActive({ id, active: false });
    expect(await gateways.get({ id })).toMatchObject({ state: 'off', reason: 'off' });
    const result = await gateways.test({ id });
    expect(gatewayTestSchema.parse(result)).toMatchObject({ ok: false, reason: 'unreachable' });
  });

  describe('a test', () => {
    async function add(): Promise<string> {
      const made = { kind: 'http', name: 'One', url: template(), user: 'me', password: 'pw&d' };
      return (await fixture.sms.gateways.create({ ...made, kind: 'http' })).id;
    }

    it('sends a harmless text and shows what was asked and answered', async () => {
      const id = await add();
      sink.otherwise = { status: 202, body: '0: Accepted for delivery' };
      const result = await fixture.sms.gateways.test({ id, number: '+420 601 123 456' });
      expect(gatewayTestSchema.parse(result)).toMatchObject({
        ok: true,
        reason: 'ok',
        detail: 'HTTP 202: 0: Accepted for delivery',
        request: expect.stringMatching(
          /^GET http:\/\/127\.0\.0\.1:\d+\/sms\?u=me&p=•••&to=%2B420601123456&text=Pushdesk/u,
        ) as unknown,
      });
      expect(sink.received[0]?.query.get('p')).toBe('pw&d');
      expect(await fixture.sms.gateways.get({ id })).toMatchObject({ state: 'working' });
    });

    it('tells a refusal as a value', async () => {
      const id = await add();
      sink.otherwise = { status: 401, body: 'wrong: pw&d' };
      const result = await fixture.sms.gateways.test({ id, number: '00420601123456' });
      expect(result).toMatchObject({
        ok: false,
        reason: 'login-refused',
        detail: 'HTTP 401: wrong: •••',
      });
      expect(await fixture.sms.gateways.get({ id })).toMatchObject({ state: 'failed' });
      expect(fixture.lines.at(-1)).toMatchObject({ key: 'gateway.test-failed' });
    });

    it('does not hold a wrong number against the gateway', async () => {
      const id = await add();
      sink.otherwise = { status: 400, body: 'no such number' };
      await fixture.sms.gateways.test({ id, number: '+420601123456' });
      expect(await fixture.sms.gateways.get({ id })).toMatchObject({ state: 'waiting' });
    });

    it('without a number only looks whether somebody is there', async () => {
      const id = await add();
      expect(await fixture.sms.gateways.test({ id })).toMatchObject({ ok: true, request: '' });
      expect(sink.received).toHaveLength(0);
    });

    it.each(['601123456', '+0420601', 'call me', '+1'])('refuses the number %s', async (number) => {
      const id = await add();
      await expect(fixture.sms.gateways.test({ id, number })).rejects.toMatchObject({
        fields: [{ path: 'number', code: 'not-a-number' }],
      });
    });

    it('brings a gateway back that was left alone, and what waits for it', async () => {
      const id = await add();
      sink.otherwise = { status: 429, headers: { 'retry-after': '200' } };
      await fixture.queue({});
      await waitFor(() => expect(sink.received).toHaveLength(1));
      await waitFor(async () => expect(await store.messages.countInState('sending')).toBe(0));
      sink.otherwise = { status: 200 };
      const [next] = await fixture.queue({});
      await fixture.sms.gateways.test({ id });
      await waitFor(async () => expect(await fixture.state(next?.id ?? '')).toBe('sent'));
    });

    it('reaches a virtual phone', async () => {
      const { id } = await fixture.sms.gateways.create({ kind: 'simulator', name: 'Phones' });
      const result = await fixture.sms.gateways.test({ id, number: '+420601123456' });
      expect(result).toMatchObject({ ok: true, request: '+420601123456 (virtual)' });
      const { phones } = await fixture.sms.simulator.phones(undefined);
      expect(phones[0]?.messages[0]).toMatchObject({
        kind: 'text',
        text: expect.stringContaining('Pushdesk') as unknown,
      });
    });
  });

  describe('a preview', () => {
    it('shows the request that an alert would make', async () => {
      const { gateways } = fixture.sms;
      const url = 'http://h/?p=%password%&to=%number%&udh=%udh;hex%';
      expect(await gateways.preview({ url })).toEqual({
        ok: true,
        request: 'GET http://h/?p=•••&to=%2B420601123456&udh=0605040b84c002',
        error: null,
      });
    });

    it('says what is wrong, and sends nothing', async () => {
      const { gateways } = fixture.sms;
      expect(await gateways.preview({ url: 'http://h/?n=%nobody%' })).toEqual({
        ok: false,
        request: '',
        error: 'url, character 13: there is no such variable: %nobody',
      });
    });
  });

  describe('every preset', () => {
    it('is a gateway that can be added, and its pattern fits what the provider answers', async () => {
      const { gateways } = fixture.sms;
      const { presets } = await gateways.presets(undefined);
      const wanted = ['kannel', 'icewarp', 'clickatell', 'vonage', 'bulksms', 'json'];
      expect(presets.map(({ id }) => id)).toEqual(expect.arrayContaining(wanted));
      for (const { id: _id, label: name, ...preset } of presets.map((each) =>
        gatewayPresetSchema.parse(each),
      )) {
        await gateways.create({ kind: 'http', name, ...preset });
        const { ok } = await gateways.preview(preset);
        expect(ok).toBe(true);
      }
    });

    it.each([
      ['clickatell', '&udh=0605040b84c002&data=01', 'ID: abc123', 'abc123'],
      [
        'vonage',
        '&type=binary&udh=0605040b84c002&body=01',
        '{"messages":[{"to":"420","message-id":"0A0-1","status":"0"}]}',
        '0A0-1',
      ],
      ['bulksms', '&dca=8bit&message=0605040b84c00201', '0|IN_PROGRESS|4711', '4711'],
      ['json', '"udh":"0605040b84c002","data":"01', '{"id": "x-1"}', 'x-1'],
      ['icewarp', '&udh=BgUEC4TAAg%3D%3D&binary=1&pid=0&dcs=245', 'OK', null],
    ])('%s sends an alert as its provider wants it', async (id, expected, body, providerId) => {
      const { gateways } = fixture.sms;
      const { presets } = await gateways.presets(undefined);
      const preset = presets.find((each) => each.id === id);
      if (preset === undefined) throw new Error(id);
      const url = preset.url.replace(/^https?:\/\/[^/]+/u, sink.url);
      sink.otherwise = { status: 200, body };
      const { successPattern, idPattern, method, contentType } = preset;
      await gateways.create({
        kind: 'http',
        name: id,
        url,
        method,
        contentType,
        body: preset.body,
        successPattern,
        idPattern,
      });
      const [message] = await fixture.queue({});
      await waitFor(async () => expect(await fixture.state(message?.id ?? '')).toBe('sent'));
      const request = sink.received[0];
      expect(`${request?.target ?? ''} ${request?.body ?? ''}`).toContain(expected);
      const { deliveries } = await fixture.sms.messages.get({ id: message?.id ?? '' });
      expect(deliveries).toMatchObject([{ providerId, gatewayName: id }]);
    });
  });
});
