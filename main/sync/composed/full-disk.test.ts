import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Sqlite } from '../../store/sqlite-database.ts';
import { openLightDesk } from '../testing/light-desk.ts';
import type { LightDesk } from '../testing/light-desk.ts';
import type { LightClient } from '../testing/light-client.ts';
import { contactCard } from '../testing/sample-items.ts';

/* A real database that may not grow any more: SQLite says SQLITE_FULL as it does on a full disk. */

const opened = vi.hoisted(() => ({ databases: [] as Sqlite[] }));
vi.mock(import('../../store/sqlite-database.ts'), async (original) => {
  const real = await original();
  return {
    ...real,
    openSqlite(path, nativeBinding) {
      const sqlite = real.openSqlite(path, nativeBinding);
      opened.databases.push(sqlite);
      return sqlite;
    },
  };
});

let desk: LightDesk;
let deviceId: string;
let phone: LightClient;

beforeEach(async () => {
  desk = await openLightDesk();
  const { id } = await desk.api.devices.create({
    accountId: desk.accountId,
    name: 'Phone',
    clientType: 'other',
    number: '+48600100200',
  });
  deviceId = id;
  phone = desk.client('phone');
  for (let number = 0; number < 5; number += 1) phone.store.add(contactCard(number));
  await phone.sync();
});
afterEach(() => desk.close());

function database(): Sqlite {
  const sqlite = opened.databases.at(-1);
  if (sqlite === undefined) throw new Error('no database was opened');
  return sqlite;
}

/** Leaves room for so many pages of 4 KiB. */
function fillDisk(pages: number): void {
  const taken = Number(database().pragma('page_count', { simple: true }));
  database().pragma(`max_page_count = ${taken + pages}`);
}

function makeRoom(): void {
  database().pragma('max_page_count = 1000000');
}

const count = async (): Promise<number> => (await desk.items('contacts')).length;

function photo(number: number): string {
  // What is not random is packed by nobody, but a photo is large all the same.
  const data = randomBytes(60_000).toString('base64');
  return contactCard(number).replace(
    'END:VCARD',
    `PHOTO;ENCODING=b;TYPE=JPEG:${data}\r\nEND:VCARD`,
  );
}

describe('a disk that is full', () => {
  it.each([0, 3, 12, 40])(
    'with %i pages left loses nothing on either side, and goes on when there is room',
    async (pages) => {
      fillDisk(pages);
      for (let number = 10; number < 16; number += 1) phone.store.add(photo(number));
      const held = new Map(phone.store.items);
      // It may not even be let in; what it hears is a status, or that there is no room now.
      const report = await phone.sync({ itemsPerMessage: 2 }).catch((error: unknown) => error);
      const contacts =
        report instanceof Error
          ? undefined
          : (report as Awaited<ReturnType<typeof phone.sync>>).stores['contacts'];
      if (contacts !== undefined && contacts.sent.length > 0) {
        expect(contacts.sent.some((code) => code === 420)).toBe(true);
        expect(contacts.sent.every((code) => code === 201 || code === 420)).toBe(true);
      }
      expect(phone.store.items).toEqual(held);
      const taken = contacts?.sent.filter((code) => code === 201).length ?? 0;
      expect(await count()).toBe(5 + taken);

      makeRoom();
      const next = await phone.sync();
      expect(next.signIn).toBe(212);
      expect(await count()).toBe(11);
      expect(phone.store.items.size).toBe(11);
      expect((await phone.sync()).stores['contacts']).toMatchObject({
        sent: [],
        numberOfChanges: 0,
      });
      const lines = await desk.log({ deviceId, level: 'error' });
      expect(lines.map(({ text }) => text).join('\n')).toMatch(
        /cannot be stored: the disk is full\. Make room; the device sends them again/u,
      );
      // That it could not write is what its operator hears, too.
      const faults = desk.faults.map((fault) => (fault as { code?: string }).code);
      expect(faults.filter((code) => code !== 'SQLITE_FULL')).toEqual([]);
      desk.forgive();
    },
  );

  it.each([0, 2])('with %i pages left gives another device all of it later', async (pages) => {
    for (let number = 10; number < 800; number += 1) phone.store.add(contactCard(number));
    await phone.sync();
    const other = desk.client('other-phone');
    fillDisk(pages);
    await other.sync({ maxMessageSize: 10_000 }).catch((error: unknown) => error);
    expect(await count()).toBe(795);
    makeRoom();
    await other.sync();
    expect(other.store.items.size).toBe(795);
    expect((await other.sync()).stores['contacts']).toMatchObject({ sent: [], numberOfChanges: 0 });
    expect(await count()).toBe(795);
    const lines = await desk.log({ level: 'error', area: 'sync' });
    expect(lines.map(({ key }) => key)).toContain('sync.storage-full');
    desk.forgive();
  });
});
