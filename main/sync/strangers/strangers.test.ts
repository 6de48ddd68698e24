import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deskAccount, openLightDesk } from '../testing/light-desk.ts';
import type { LightDesk } from '../testing/light-desk.ts';
import type { LightStoreOptions } from '../testing/light-store.ts';
import { contactCard, eventObject } from '../testing/sample-items.ts';
import { openReplay } from './replay.ts';
import type { Heard, Replay, ReplayOptions } from './replay.ts';

/*
 * Clients that nobody has at hand, as their messages are known: typed out in `traffic`, sent over HTTP
 * to the whole product.
 */

let desk: LightDesk;

beforeEach(async () => {
  desk = await openLightDesk({ timeZone: 'Europe/Prague' });
});
afterEach(() => desk.close());

function replay(file: string, options: Partial<ReplayOptions> = {}): Promise<Replay> {
  return openReplay(file, { url: desk.url, agent: desk.agent, ...options });
}

const md5 = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const digest = createHash('md5');
  for (const part of parts) digest.update(part);
  return digest.digest();
};
const { user, password } = deskAccount;
/** Digest since 1.1, and that of 1.0. */
const digestOf = (nonce: Uint8Array | string): string =>
  md5(md5(`${user}:${password}`).toString('base64'), ':', nonce).toString('base64');
const oldDigestOf = (nonce: Uint8Array): string =>
  md5(`${user}:${password}:`, nonce).toString('base64');

function nonceOf({ message }: Heard): Uint8Array {
  for (const command of message.commands) {
    if (command.kind !== 'status') continue;
    const { nextNonce } = command.challenge ?? {};
    if (nextNonce !== undefined) return nextNonce;
  }
  throw new Error('there is no nonce');
}

/** Where the server's GUIDs and commands are, for a client's Statuses and Map. */
function added(heard: Heard): { guid: string; cmdId: string }[] {
  return heard
    .changes()
    .flatMap(({ kind, cmdId, items }) =>
      kind === 'add' ? items.map(({ source }) => ({ guid: source?.uri ?? '', cmdId })) : [],
    );
}

const titles = async (dataType: Parameters<LightDesk['items']>[0]): Promise<string[]> =>
  (await desk.items(dataType)).map(({ title }) => title);

const calendar: LightStoreOptions = {
  uri: 'events',
  name: 'events',
  type: 'text/calendar',
  version: '2.0',
};
const tasks: LightStoreOptions = { ...calendar, uri: 'tasks', name: 'tasks' };
const task = (summary: string): string =>
  eventObject(9)
    .replaceAll('VEVENT', 'VTODO')
    .replace(/^DT(?:START|END).*\r\n/gmu, '')
    .replace(/SUMMARY:.*/u, `SUMMARY:${summary}`);

describe('point 48: Funambol’s plug-in', () => {
  it('sends SIF in Base64 and in parts, gets SIF, and leaves most Statuses out', async () => {
    const other = desk.client('other');
    other.store.add(contactCard(1));
    await other.sync();
    const funambol = await replay('funambol.txt');
    const begun = await funambol.send('begin');
    expect(begun.codes('SyncHdr')).toEqual([212]);
    expect(begun.codes('Alert')).toEqual([200, 200]);
    const sif = Buffer.from(funambol.typed('contact')).toString('base64');
    const event = Buffer.from(funambol.typed('event')).toString('base64');
    const half = Math.floor(sif.length / 2);
    const first = await funambol.send('first part', {
      part: sif.slice(0, half),
      size: String(sif.length),
    });
    expect([first.codes('Replace'), first.codes('Alert')]).toEqual([[213], [200]]);
    expect(first.message.final).toBe(false);
    const last = await funambol.send('last part', { part: sif.slice(half), event });
    expect(last.codes('Replace')).toEqual([201, 201]);
    expect((await titles('contacts')).sort()).toContain('Jürgen Świątek');
    expect(await titles('calendar')).toEqual(['Besprechung']);
    const [change, ...more] = last.changes();
    expect(more).toEqual([]);
    expect(change?.meta).toMatchObject({ type: 'text/x-s4j-sifc', format: 'b64' });
    expect(last.contents()[0]).toMatch(/<FirstName>.+<\/FirstName>/u);
    const ended = await funambol.send('end', { guid: added(last)[0]?.guid ?? '' });
    expect(ended.message.final).toBe(true);
    expect(ended.codes('Map')).toEqual([200]);

    // Its anchor holds, and nothing goes to and fro.
    const again = await (await replay('funambol.txt')).send('again');
    expect(again.codes('Alert')).toEqual([200]);
  });

  it('finds its anchors, with nothing to do, in its next session', async () => {
    const funambol = await replay('funambol.txt');
    await funambol.send('begin');
    const sif = Buffer.from(funambol.typed('contact')).toString('base64');
    const event = Buffer.from(funambol.typed('event')).toString('base64');
    await funambol.send('first part', { part: sif.slice(0, 8), size: String(sif.length) });
    await funambol.send('last part', { part: sif.slice(8), event });
    await funambol.send('end', { guid: 'none' });
    const next = await replay('funambol.txt');
    expect((await next.send('again')).codes('Alert')).toEqual([200]);
    expect((await next.send('nothing')).changes()).toEqual([]);
    expect(await titles('contacts')).toEqual(['Jürgen Świątek']);
  });
});

describe('point 49: Nokia S60', () => {
  const wbxml = { publicIdForm: 'text', wbxmlVersion: 1 } as const;

  it('has events and tasks in one calendar, in WBXML 1.1 with a public id in letters', async () => {
    const other = desk.client('other', { stores: [calendar, tasks] });
    other.stores[0]?.add(eventObject(3));
    other.stores[1]?.add(task('Kochen'));
    await other.sync();
    const nokia = await replay('nokia-s60.txt', { wbxml });
    const begun = await nokia.send('begin', { digest: digestOf('') });
    expect(begun.body[0]).toBe(1);
    expect([begun.codes('SyncHdr'), begun.codes('Alert')]).toEqual([[212], [200]]);
    const changed = await nokia.send('changes');
    expect(changed.codes('Replace')).toEqual([201, 201, 201]);
    expect((await titles('calendar')).sort()).toEqual([
      'Meeting 3, version 0',
      'Oma',
      'Schützenfest',
    ]);
    expect((await titles('tasks')).sort()).toEqual(['Kochen', 'Steuer zahlen']);
    expect(
      changed
        .contents()
        .map((text) => /BEGIN:(VEVENT|VTODO)/u.exec(text)?.[1])
        .sort(),
    ).toEqual(['VEVENT', 'VTODO']);
    expect(changed.contents().every((text) => text.includes('VERSION:1.0'))).toBe(true);
    expect(changed.body.length).toBeLessThan(7_000);
    const [one, two] = added(changed);
    // It keeps ids of eight octets.
    expect([one, two].every((each) => (each?.guid.length ?? 99) <= 8)).toBe(true);
    const [sync] = changed.message.commands.filter(({ kind }) => kind === 'sync');
    const ended = await nokia.send('end', {
      sync: sync?.cmdId ?? '',
      first: one?.cmdId ?? '',
      second: two?.cmdId ?? '',
      guid: one?.guid ?? '',
      other: two?.guid ?? '',
    });
    expect(ended.message.final).toBe(true);

    const next = await replay('nokia-s60.txt', { wbxml });
    const again = await next.send('again', { digest: digestOf(nonceOf(begun)) });
    expect([again.codes('SyncHdr'), again.codes('Alert'), again.codes('Sync')]).toEqual([
      [212],
      [200],
      [200],
    ]);
    expect(again.changes()).toEqual([]);
    const quiet = await other.sync();
    expect(quiet.stores).toMatchObject({
      events: { received: { add: 2 } },
      tasks: { received: { add: 1 } },
    });
  });
});

describe('point 20: Sony Ericsson C510', () => {
  it('leaves the Target empty in Alert, Sync and Map', async () => {
    const other = desk.client('other');
    other.store.add(contactCard(1));
    await other.sync();
    const phone = await replay('sony-ericsson-c510.txt', { wbxml: {} });
    const begun = await phone.send('begin');
    expect([begun.codes('SyncHdr'), begun.codes('Alert')]).toEqual([[212], [200, 200]]);
    const changed = await phone.send('changes');
    expect([changed.codes('Sync'), changed.codes('Replace')]).toEqual([
      [200, 200],
      [201, 201],
    ]);
    expect(await titles('contacts')).toContain('Jiří Dvořák');
    expect(await titles('notes')).toEqual(['Nákup']);
    const [add] = added(changed);
    const ended = await phone.send('end', { guid: add?.guid ?? '' });
    expect([ended.codes('Map'), ended.message.final]).toEqual([[200], true]);
    const { sessions } = await desk.api.sessions.list();
    expect(sessions.map(({ state }) => state)).toEqual(['done', 'done']);
  });
});

describe('point 50: P800', () => {
  it('neither gets nor gives a Status for each item, and writes in ISO-8859-1', async () => {
    const other = desk.client('other');
    other.store.add(contactCard(1));
    await other.sync();
    const phone = await replay('sony-ericsson-p800.txt');
    expect((await phone.send('begin')).codes('Alert')).toEqual([200, 200]);
    const changed = await phone.send('changes');
    expect(changed.codes('Sync')).toEqual([200, 200]);
    expect(changed.codes('Add')).toEqual([415]);
    expect(await titles('contacts')).toContain('Jörg Müller');
    expect(await titles('tasks')).toEqual(['Koffer packen']);
    const [event] = await desk.items('calendar');
    const { content } = await desk.api.items.get({ id: event?.id ?? '' });
    expect(content).toMatchObject({
      summary: 'Urlaub',
      start: { kind: 'date', at: '2026-07-01' },
      end: { kind: 'date', at: '2026-07-02' },
    });
    expect(changed.changes()).toHaveLength(1);
    expect(changed.changes()[0]?.items[0]?.meta?.type).toBe('text/x-vcard');
    const ended = await phone.send('end');
    expect([ended.status, ended.message.final]).toEqual([200, true]);
  });
});

describe('point 4: a phone of SyncML 1.0', () => {
  it('names a document type, writes namespaces in lower case, and signs in with MD5 of 1.0', async () => {
    const other = desk.client('other');
    other.store.add(contactCard(1));
    await other.sync();
    const phone = await replay('syncml-1.0.txt', { ignoresRespUri: true });
    const refused = await phone.send('begin without credentials');
    expect([refused.status, refused.codes('SyncHdr')]).toEqual([200, [407]]);
    const begun = await phone.send('begin', { digest: oldDigestOf(nonceOf(refused)) });
    expect([begun.codes('SyncHdr'), begun.codes('Alert')]).toEqual([[212], [200]]);
    expect(begun.message.header).toMatchObject({ verDtd: '1.0', verProto: 'SyncML/1.0' });
    const changed = await phone.send('changes');
    expect(changed.codes('Add')).toEqual([201]);
    expect(await titles('contacts')).toContain('Anna & Jan Nowak');
    expect(changed.body.length).toBeLessThanOrEqual(3_584);
    const text = changed.body.toString();
    expect(text).not.toMatch(/NumberOfChanges|MaxObjSize|MoreData/u);
    expect(text).toContain('VERSION:2.1');
    const ended = await phone.send('end', { guid: added(changed)[0]?.guid ?? '' });
    expect([ended.codes('Map'), ended.message.final]).toEqual([[200], true]);
  });

  it('point 53: is refused when its document type declares something', async () => {
    const answer = await (await replay('syncml-1.0.txt')).send('internal subset');
    expect([answer.status, answer.body.length]).toEqual([400, 0]);
  });
});

describe('point 43: a client that says nothing of itself', () => {
  it.each([false, true])(
    'is asked, and answers (bodies in chunks of HTTP: %s)',
    async (isChunked) => {
      const other = desk.client('other');
      other.store.add(contactCard(1));
      await other.sync();
      const silent = await replay('silent.txt', { isChunked });
      const begun = await silent.send('begin');
      const get = begun.message.commands.find(({ kind }) => kind === 'get');
      expect(get).toBeDefined();
      const changed = await silent.send('changes', { get: get?.cmdId ?? '' });
      expect(changed.codes('Results')).toEqual([200]);
      expect(changed.changes()[0]?.meta?.type).toBe('text/vcard');
      expect(changed.contents()[0]).toContain('VERSION:3.0');
    },
  );
});
