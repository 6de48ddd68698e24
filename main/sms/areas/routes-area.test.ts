import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { routeExplanationSchema, routeSchema } from '../../../shared/model/route.ts';
import type { StopAsync } from '../../platform/clock.ts';
import { accountRow } from '../../store/testing/rows.ts';
import type { Store } from '../../store/types.ts';
import { openTestStore } from '../../testing/memory-store.ts';
import { createSmsFixture } from '../testing/sms-fixture.ts';
import type { SmsFixture } from '../testing/sms-fixture.ts';

let store: Store;
let fixture: SmsFixture;
let stop: StopAsync;
let first: string;
let second: string;

beforeEach(async () => {
  store = await openTestStore();
  await store.accounts.insert(accountRow('anna'));
  fixture = createSmsFixture(store);
  stop = await fixture.sms.start();
  first = (await fixture.sms.gateways.create({ kind: 'simulator', name: 'First' })).id;
  second = (await fixture.sms.gateways.create({ kind: 'simulator', name: 'Second' })).id;
});

afterEach(async () => {
  await stop();
  await store.close();
});

function lastLine(): unknown {
  return fixture.lines.at(-1);
}

describe('a route', () => {
  it('is made of one prefix and one gateway, or of many', async () => {
    const { routes } = fixture.sms;
    const one = await routes.create({ prefix: '+48', gatewayId: second });
    expect(routeSchema.parse(one)).toMatchObject({
      name: '+48',
      active: true,
      prefixes: ['+48'],
      accountIds: [],
      gateways: [{ gatewayId: second, weight: 1 }],
      order: 'priority',
      fallback: true,
    });
    expect(fixture.events.at(-1)).toEqual({ kind: 'route', id: one.id });
    const many = await routes.create({
      name: 'Neighbours',
      prefixes: ['+421', '+420', '+421'],
      accountIds: ['anna'],
      gateways: [{ gatewayId: first, weight: 3 }, { gatewayId: second }],
      order: 'weight',
      fallback: false,
    });
    expect(many).toMatchObject({
      prefixes: ['+420', '+421'],
      gateways: [
        { gatewayId: first, weight: 3 },
        { gatewayId: second, weight: 1 },
      ],
    });
    expect(await routes.list(undefined)).toEqual({ routes: [one, many] });
    expect(await store.routes.list()).toEqual([one, many]);
    expect(lastLine()).toMatchObject({ key: 'route.created', params: { route: 'Neighbours' } });
  });

  it.each([
    [{}, { path: 'gateways', code: 'required' }],
    [{ gatewayId: 'nobody' }, { path: 'gatewayId', code: 'unknown' }],
    [{ gateways: [{ gatewayId: 'nobody' }] }, { path: 'gateways.0.gatewayId', code: 'unknown' }],
  ])('needs a gateway that exists: %j', async (input, field) => {
    const creating = fixture.sms.routes.create({ prefix: '+48', ...input });
    await expect(creating).rejects.toMatchObject({ code: 'INVALID_INPUT', fields: [field] });
  });

  it('names each gateway once, and accounts that exist', async () => {
    const gateways = [{ gatewayId: first }, { gatewayId: first }];
    const creating = fixture.sms.routes.create({ gateways, accountIds: ['anna', 'nobody'] });
    await expect(creating).rejects.toMatchObject({
      fields: [
        { path: 'gateways.1.gatewayId', code: 'duplicate' },
        { path: 'accountIds.1', code: 'unknown' },
      ],
    });
  });

  it('is changed in what is given, and removed', async () => {
    const { routes } = fixture.sms;
    const { id } = await routes.create({ prefix: '+48', gatewayId: first });
    const changed = await routes.update({ id, prefixes: [], gatewayId: second });
    expect(changed).toMatchObject({ name: '+48', prefixes: [''], order: 'priority' });
    expect(lastLine()).toMatchObject({
      key: 'route.updated',
      params: { names: ['prefixes', 'gateways'] },
    });
    await expect(routes.update({ id, gateways: [] })).rejects.toMatchObject({
      fields: [{ path: 'gateways', code: 'required' }],
    });
    expect(await routes.remove({ id })).toEqual({ done: true });
    await expect(routes.remove({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await store.routes.list()).toEqual([]);
  });

  it('loses a gateway that is removed, and does not apply once it has lost its last', async () => {
    const { routes, gateways } = fixture.sms;
    const both = [{ gatewayId: first }, { gatewayId: second }];
    const { id } = await routes.create({ prefix: '+48', gateways: both });
    await gateways.remove({ id: first });
    expect((await routes.explain({ number: '+48600100200' })).route?.id).toBe(id);
    await gateways.remove({ id: second });
    expect((await routes.explain({ number: '+48600100200' })).route).toBeNull();
    const { routes: left } = await routes.list(undefined);
    expect(left).toMatchObject([{ id, gateways: [] }]);
    expect(await store.routes.list()).toEqual(left);
    expect(fixture.lines.filter(({ key }) => key === 'route.emptied')).toHaveLength(1);
  });
});

describe('an explanation', () => {
  it('says which way a number would go, however it is written', async () => {
    const { routes, costs } = fixture.sms;
    const { id } = await routes.create({ prefix: '+48', gatewayId: second });
    await costs.setPrices({ gatewayId: second, prices: [{ prefix: '+48', price: 0.04 }] });
    const found = await routes.explain({ number: '00 48 600-100-200' });
    expect(routeExplanationSchema.parse(found)).toMatchObject({
      number: '+48600100200',
      country: 'PL',
      route: { id },
      prefix: '+48',
      gatewayId: second,
      price: 0.04,
      currency: 'EUR',
    });
    await expect(routes.explain({ number: 'what' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ path: 'number', code: 'not-a-number' }],
    });
  });

  it('is not about what a route of another account says', async () => {
    const { routes } = fixture.sms;
    await routes.create({ prefix: '', gatewayId: second, accountIds: ['anna'] });
    const number = '+48600100200';
    expect(await routes.explain({ number, accountId: 'anna' })).toMatchObject({
      gatewayId: second,
    });
    expect(await routes.explain({ number })).toMatchObject({ gatewayId: first, route: null });
  });
});
