import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { virtualSyncId } from '../../shared/model/phone.ts';
import type { PhoneItem } from '../../shared/model/phone.ts';
import type { ClientTypeId } from '../../shared/model/words.ts';
import { silentDiagnostics } from '../log/diagnostics.ts';
import { createFakeClock } from '../platform/fake-clock.ts';
import type { FakeClock } from '../platform/fake-clock.ts';
import { seededRandom } from '../platform/random.ts';
import { startServer } from '../server.ts';
import type { RunningServer } from '../server.ts';
import { testSecretBox } from '../testing/memory-store.ts';

/* Virtual phones of one account at the whole server: what is typed on one is seen on the others. */

const left = '+447700900001';
const right = '+447700900002';
const faults: unknown[] = [];

let dataDir: string;
let clock: FakeClock;
let server: RunningServer;
let accountId: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pushdesk-phones-'));
  clock = createFakeClock();
  faults.length = 0;
  server = await startServer({
    dataDir,
    host: 'serve',
    secretBox: testSecretBox,
    rendererDir: dataDir,
    diagnostics: { ...silentDiagnostics, fault: (_id, error) => faults.push(error) },
    clock,
    random: seededRandom(11),
    checksAnswers: true,
    isSilent: true,
    simulatorReportMs: 0,
  });
  const { client } = server;
  await client.gateways.create({ kind: 'simulator', name: 'Simulator' });
  await client.push.updateSettings({ mergeWindowMs: 0 });
  await client.push.setActive({ active: true });
  const account = await client.accounts.create({ address: 'anna@example.org', password: 'secret' });
  accountId = account.id;
});
afterEach(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true });
  expect(faults).toEqual([]);
});

async function addPhone(number: string, clientType: ClientTypeId = 'synthesis'): Promise<string> {
  const { devices } = server.client;
  const { id, folders } = await devices.create({ accountId, name: number, number, clientType });
  await devices.update({ id, folders: folders.map((folder) => ({ ...folder, enabled: true })) });
  return id;
}

/** Two phones that have both been here. */
async function addPhones(): Promise<void> {
  for (const number of [left, right]) await addPhone(number);
  for (const number of [left, right]) await sync(number);
}

async function sync(number: string, slow = false): Promise<void> {
  await clock.advance(60_000);
  expect(await server.client.simulator.sync({ number, slow })).toMatchObject({ state: 'done' });
  await settle();
}

/** Lets alerts go out and woken phones synchronise, until nothing moves. */
async function settle(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await server.idle();
    await clock.advance(1_000);
  }
}

async function save(
  number: string,
  dataType: PhoneItem['dataType'],
  fields: Record<string, string>,
  luid?: string,
): Promise<PhoneItem> {
  await clock.advance(1_000);
  const input = { number, dataType, fields, ...(luid === undefined ? {} : { luid }) };
  return await server.client.simulator.saveItem(input);
}

async function on(number: string, dataType = 'contacts'): Promise<PhoneItem[]> {
  const { items } = await server.client.simulator.items({ number });
  return items.filter((item) => item.dataType === dataType);
}

async function titles(number: string, dataType = 'contacts'): Promise<string[]> {
  return (await on(number, dataType)).map(({ title }) => title);
}

async function only(number: string, dataType = 'contacts'): Promise<PhoneItem> {
  const [item, ...more] = await on(number, dataType);
  if (item === undefined || more.length > 0) throw new Error('not exactly one entry');
  return item;
}

async function phone(number: string) {
  const { phones } = await server.client.simulator.phones();
  return phones.find((one) => one.number === number);
}

describe('virtual phones', () => {
  it('are each their own device’s, in whatever order they come', async () => {
    const ids = [await addPhone(left), await addPhone(right), await addPhone('+447700900003')];
    await sync(right);
    await sync(left);
    const { devices } = await server.client.devices.list();
    expect(new Map(devices.map(({ number, syncId }) => [number, syncId]))).toEqual(
      new Map<string, string | null>([
        [left, virtualSyncId(ids[0] ?? '')],
        [right, virtualSyncId(ids[1] ?? '')],
        ['+447700900003', null],
      ]),
    );
  });

  it.each([
    ['contacts', { firstName: 'Jiří', lastName: 'Novák', mobile: '+420601123456' }],
    ['calendar', { title: 'Dentist', start: '2026-11-22T09:30', end: '2026-11-22T10:00' }],
    ['tasks', { title: 'Buy milk', due: '2026-11-23', note: 'two\nbottles' }],
    ['notes', { text: 'First line\nand the second' }],
  ] as const)('carry what is typed into one to the others: %s', async (dataType, fields) => {
    await addPhones();
    await save(left, dataType, fields);
    await sync(left);
    const arrived = await only(right, dataType);
    expect(arrived.fields).toMatchObject(fields);
    expect([arrived.pending, (await only(left, dataType)).pending]).toEqual([null, null]);
  });

  it('wake by an alert, and say how the session went', async () => {
    await addPhones();
    await save(left, 'contacts', { firstName: 'Ada' });
    await sync(left);
    const woken = await phone(right);
    expect(woken?.wokenAt).not.toBeNull();
    expect(woken).toMatchObject({
      sync: { state: 'done', received: 1, sent: 0, problem: null },
      itemCounts: { contacts: 1 },
    });
    expect((await phone(left))?.sync).toMatchObject({ state: 'done', received: 0, sent: 1 });
  });

  it('carry edits and deletions', async () => {
    await addPhones();
    await save(left, 'contacts', { firstName: 'Ada', company: 'Analytical Engines' });
    await sync(left);
    const { luid } = await only(right);
    const edited = await save(right, 'contacts', { firstName: 'Augusta' }, luid);
    expect(edited.pending).toBe('changed');
    await sync(right);
    expect((await only(left)).fields).toMatchObject({
      firstName: 'Augusta',
      company: 'Analytical Engines',
    });
    await server.client.simulator.removeItem({ number: right, luid });
    expect((await only(right)).pending).toBe('deleted');
    await sync(right);
    expect([await titles(left), await titles(right)]).toEqual([[], []]);
  });

  it('forget at once what the server has never heard of', async () => {
    await addPhone(left);
    const { luid } = await save(left, 'notes', { text: 'Nothing' });
    await server.client.simulator.removeItem({ number: left, luid });
    expect(await on(left, 'notes')).toEqual([]);
  });

  it('agree after both have changed the same entry, by the field where that goes', async () => {
    await addPhones();
    await save(left, 'contacts', { firstName: 'Ada' });
    await sync(left);
    await save(left, 'contacts', { company: 'Engines' }, (await only(left)).luid);
    await save(right, 'contacts', { email: 'ada@example.org' }, (await only(right)).luid);
    await sync(left);
    await sync(right);
    const both = { firstName: 'Ada', company: 'Engines', email: 'ada@example.org' };
    expect((await only(left)).fields).toMatchObject(both);
    expect((await only(right)).fields).toMatchObject(both);
  });

  it('agree on what was typed last, whoever synchronises first, and the loser is kept', async () => {
    await addPhones();
    await save(left, 'contacts', { firstName: 'Ada' });
    await sync(left);
    await server.client.push.setActive({ active: false });
    await save(left, 'contacts', { firstName: 'Left' }, (await only(left)).luid);
    await save(right, 'contacts', { firstName: 'Right' }, (await only(right)).luid);
    await sync(right);
    await sync(left);
    expect([await titles(left), await titles(right)]).toEqual([['Right'], ['Right']]);
    const { items } = await server.client.items.list({ accountId, dataType: 'contacts' });
    const { versions } = await server.client.items.history({ id: items[0]?.id ?? '' });
    expect(items).toHaveLength(1);
    expect(versions.map(({ reason }) => reason)).toContain('conflict');
  });

  it('double nothing when everything is compared', async () => {
    await addPhones();
    for (const firstName of ['Ada', 'Bob', 'Cid']) await save(left, 'contacts', { firstName });
    await save(left, 'calendar', { title: 'Dentist', start: '2026-11-22T09:30' });
    await save(left, 'notes', { text: 'Milk' });
    await sync(left);
    for (const number of [right, left, right]) await sync(number, true);
    for (const number of [left, right]) {
      expect(await titles(number)).toEqual(['Ada', 'Bob', 'Cid']);
      expect(await titles(number, 'calendar')).toEqual(['Dentist']);
      expect(await titles(number, 'notes')).toEqual(['Milk']);
    }
    const { total } = await server.client.items.list({ accountId, dataType: 'contacts' });
    expect(total).toBe(3);
  });

  it('keep tasks in the calendar where such phones do', async () => {
    await addPhone(left, 'nokia');
    await addPhone(right);
    for (const number of [left, right]) await sync(number);
    await save(left, 'tasks', { title: 'Buy milk' });
    await save(left, 'calendar', { title: 'Dentist', start: '2026-11-22T09:30' });
    await sync(left);
    expect(await titles(right, 'tasks')).toEqual(['Buy milk']);
    expect(await titles(right, 'calendar')).toEqual(['Dentist']);
    await save(right, 'tasks', { title: 'Buy bread' });
    await sync(right);
    expect((await titles(left, 'tasks')).sort()).toEqual(['Buy bread', 'Buy milk']);
    expect(await titles(left, 'calendar')).toEqual(['Dentist']);
  });

  it('have one place for each kind of entries, however many folders the device has', async () => {
    const id = await addPhone(left);
    const device = await server.client.devices.get({ id });
    await server.client.collections.create({
      accountId: null,
      dataType: 'contacts',
      name: '',
      corporateAccess: 'write',
    });
    const folder = {
      dataType: 'contacts',
      name: 'contacts/corporate',
      place: 'corporate',
    } as const;
    await server.client.devices.update({
      id,
      folders: [{ ...folder, syncType: 'two-way', enabled: true }, ...device.folders],
    });
    await save(left, 'contacts', { firstName: 'Ada' });
    await sync(left);
    await sync(left, true);
    expect(await titles(left)).toEqual(['Ada']);
    const corporate = { accountId, dataType: 'contacts', folder: 'corporate' } as const;
    expect((await server.client.items.list(corporate)).total).toBe(0);
  });
});

describe('a virtual phone whose device was removed', () => {
  it('leaves nothing for a device of another account that gets its number', async () => {
    const id = await addPhone(left);
    await save(left, 'contacts', { firstName: 'Ada' });
    await sync(left);
    await server.client.devices.remove({ id });
    expect(await on(left)).toEqual([]);
    const other = await server.client.accounts.create({ address: 'b@example.org', password: 'b' });
    accountId = other.id;
    await addPhone(left);
    expect(await phone(left)).toMatchObject({ itemCounts: {}, sync: { state: 'never' } });
    await sync(left, true);
    expect(await on(left)).toEqual([]);
    const place = { accountId, dataType: 'contacts', folder: '' } as const;
    expect((await server.client.items.list(place)).total).toBe(0);
  });
});

describe('a virtual phone that cannot synchronise', () => {
  it('says that synchronisation is off, and goes on later', async () => {
    await addPhone(left);
    await save(left, 'contacts', { firstName: 'Ada' });
    await server.client.settings.update({ sync: { active: false } });
    const failed = await server.client.simulator.sync({ number: left });
    expect(failed).toMatchObject({ state: 'failed', problem: '503' });
    await server.client.settings.update({ sync: { active: true } });
    await sync(left);
    expect((await only(left)).pending).toBeNull();
  });

  it('says that the account has no password', async () => {
    await addPhone(left);
    await server.client.accounts.update({ id: accountId, password: null });
    const failed = await server.client.simulator.sync({ number: left });
    expect(failed).toMatchObject({ state: 'failed', problem: 'no-password' });
  });

  it('learns a new password by itself, and signs in as the settings ask', async () => {
    await addPhone(left);
    await sync(left);
    await server.client.accounts.update({ id: accountId, password: 'better' });
    await sync(left);
    await server.client.settings.update({ sync: { auth: 'md5' } });
    await sync(left);
    await server.client.settings.update({ sync: { auth: 'basic' } });
    await sync(left);
  });

  it('keeps what is edited while a session runs for the next one', async () => {
    await addPhones();
    await save(left, 'contacts', { firstName: 'Ada' });
    const { simulator } = server.client;
    const running = simulator.sync({ number: left });
    const typed = simulator.saveItem({
      number: left,
      dataType: 'contacts',
      fields: { firstName: 'Bob' },
    });
    await Promise.all([running, typed]);
    const pending = Object.fromEntries((await on(left)).map((item) => [item.title, item.pending]));
    expect(pending).toEqual({ Ada: null, Bob: 'new' });
  });
});
