import { describe, expect, it } from 'vitest';
import { troubleAdvice, troubleFindings } from '../../shared/i18n/en/trouble-findings.ts';
import { troubleStepIdSchema } from '../../shared/model/troubleshooter.ts';
import type { Case } from './testing/case.ts';
import { listeners, passes, stops, sync, used } from './testing/cases.ts';
import { virtual } from './testing/gateway-cases.ts';
import {
  aClient,
  aDatastore,
  aDevice,
  aFolder,
  aMessage,
  aSession,
  healthy,
  untouched,
} from './testing/healthy.ts';
import { walk } from './walk.ts';

const order = troubleStepIdSchema.options;
const named = (cases: readonly Case[]) =>
  cases.map(([id, key, facts, expected = {}]) => ({ id, key, facts, expected }));

describe('the walk along the chain', () => {
  it.each(named(stops))('stops at $id because of $key', ({ id, key, facts, expected }) => {
    const { steps, stoppedAt } = walk(facts);
    const step = steps.find((one) => one.id === id);
    expect(step).toMatchObject({ key, ...expected });
    expect(stoppedAt).toBe(id);
    const place = order.indexOf(id);
    expect(steps.map(({ id: one }) => one)).toEqual(order);
    expect(steps.slice(0, place).map(({ state }) => state)).toEqual(
      Array.from({ length: place }, () => 'ok'),
    );
    for (const { state, action } of steps.slice(place + 1)) {
      expect([state, action]).toEqual(['unchecked', null]);
    }
    expect(step?.action).not.toBeNull();
    expect(Object.keys(troubleAdvice)).toContain(key);
  });

  it.each(named(passes))('goes on at $id with $key', ({ id, key, facts, expected }) => {
    const step = walk(facts).steps.find((one) => one.id === id);
    expect(step).toMatchObject({ state: 'ok', key, action: null, ...expected });
  });

  it('holds from end to end for a device where all is well', () => {
    expect(walk(healthy()).stoppedAt).toBeNull();
    expect(walk(healthy(virtual)).stoppedAt).toBeNull();
  });

  it('holds for a phone that is never alerted, once it has synchronised', () => {
    const device = aDevice({ clientType: 'ios', number: null, pushEnabled: false });
    const alone = healthy({ device, gateways: [], alerts: [], changes: [], message: undefined });
    expect(walk(alone).stoppedAt).toBeNull();
  });

  it('has a case here for every finding that there is a text for', () => {
    const tried = new Set<string>([...stops, ...passes].map(([, key]) => key));
    expect(Object.keys(troubleFindings).filter((key) => !tried.has(key))).toEqual([]);
  });

  it('has an advice for nothing but what it stops at', () => {
    const tried = new Set<string>(stops.map(([, key]) => key));
    expect(Object.keys(troubleAdvice).filter((key) => !tried.has(key))).toEqual([]);
  });
});

describe('the account that may synchronise', () => {
  it('is not stopped by a client that may belong to another device', () => {
    const clients = [aClient({ deviceId: null, isDismissed: true })];
    const devices = [aDevice(), aDevice({ id: 'device-2' })];
    expect(walk(untouched({ clients, devices })).stoppedAt).toBe('manual-sync');
  });
});

describe('a server that only its own machine reaches', () => {
  it('is none for a virtual phone, nor for one that has been here', () => {
    const local = { settings: { sync, listeners } };
    const found = walk(untouched({ ...local, ...virtual }));
    expect(found.steps.find(({ id }) => id === found.stoppedAt)?.key).not.toBe('address-local');
    expect(walk(healthy(local)).stoppedAt).toBeNull();
  });
});

describe('the last SMS', () => {
  it('says nothing of a number that has been corrected since', () => {
    const message = aMessage({ state: 'failed', number: '+48600100999' });
    expect(walk(healthy({ message })).stoppedAt).toBeNull();
  });
});

describe('names', () => {
  it.each([
    ['Contacts', 'contacts', 'case'],
    ['Contacts', './Contacts', 'prefix'],
    ['Contacts', 'Contacts/', 'slash'],
    ['Contacts', 'Contacts ', 'spaces'],
    ['Contacts', 'card', 'name'],
  ])('%j and %j differ in %s', (name, other, difference) => {
    const device = aDevice({ folders: [aFolder('contacts', name)] });
    const { steps } = walk(healthy({ device, ...used(other) }));
    expect(steps.find(({ id }) => id === 'names-match')).toMatchObject({
      key: 'name-differs',
      params: { name, used: other.trim(), difference },
      action: { kind: 'rename-folder', id: 'folder-contacts', value: other },
    });
  });

  it('are those of the newest session: what the phone was set to before does not count', () => {
    const [newer, older] = ['Contacts', 'contacts'].map((name) =>
      aSession({ datastores: [aDatastore(name)] }),
    );
    const sessions = [newer ?? aSession(), older ?? aSession()];
    expect(walk(healthy({ sessions })).stoppedAt).toBeNull();
    expect(walk(healthy({ sessions: sessions.toReversed() })).stoppedAt).toBe('names-match');
  });

  it('of two places of one data type are told apart', () => {
    const sales = { ...aFolder('contacts', 'Sales'), id: 'folder-sales', place: 'Sales' };
    const device = aDevice({ folders: [aFolder('contacts', 'Contacts'), sales] });
    const datastores = [
      aDatastore('Contacts'),
      aDatastore('sales', { collectionId: 'collection-sales' }),
    ];
    const { steps } = walk(healthy({ device, sessions: [aSession({ datastores })] }));
    expect(steps.find(({ id }) => id === 'names-match')).toMatchObject({
      params: { name: 'Sales', used: 'sales', difference: 'case' },
    });
  });

  it('do not count what is no folder: a wish about the phone’s own push', () => {
    const marker = aDatastore('push-off', { dataType: null, collectionId: null });
    expect(walk(healthy({ sessions: [aSession({ datastores: [marker] })] })).stoppedAt).toBe(
      'names-match',
    );
  });
});
