import { randomBytes } from 'node:crypto';
import type { Device } from '../../../shared/model/device.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HttpStatusError, httpPost, postAndVanish } from '../testing/light-post.ts';
import { openLightDesk } from '../testing/light-desk.ts';
import type { LightDesk } from '../testing/light-desk.ts';
import type { LightClient } from '../testing/light-client.ts';
import { lightContacts } from '../testing/light-store.ts';
import { contactCard, personOf } from '../testing/sample-items.ts';

let desk: LightDesk;
let device: Device;
let phone: LightClient;

beforeEach(async () => {
  desk = await openLightDesk();
  device = await desk.api.devices.create({
    accountId: desk.accountId,
    name: 'Phone',
    clientType: 'other',
    number: '+48600100200',
  });
  phone = desk.client('phone');
});
afterEach(() => desk.close());

/** Sentences that the log has about the device, from a level on. */
async function told(level: 'info' | 'warn' = 'warn', deviceId = device.id): Promise<string[]> {
  return (await desk.log({ deviceId, level })).map(({ text }) => text);
}

const titles = async (): Promise<string[]> =>
  (await desk.items('contacts')).map(({ title }) => title);
const nameOf = (number: number): string => {
  const { first, last } = personOf(number);
  return `${first} ${last}`;
};

describe('somebody who is not let in', () => {
  it('point 14: with a wrong password hears 401, and the device’s log says what to do', async () => {
    phone.store.add(contactCard(1));
    await phone.sync();
    const wrong = desk.client('phone', { password: 'wrong' });
    wrong.store.add(contactCard(2));
    expect(await wrong.sync()).toMatchObject({ signIn: 401, stores: { contacts: { code: 0 } } });
    expect(wrong.store.items.size).toBe(1);
    expect(await titles()).toEqual([nameOf(1)]);
    expect(await told()).toEqual([
      'Phone signs in to ada@example.org with a wrong password: enter the password of the account in the phone again',
    ]);
    phone.store.add(contactCard(3));
    expect(await phone.sync()).toMatchObject({ signIn: 212 });
    expect(await titles()).toHaveLength(2);
  });

  it('as an unknown account hears 401, and the log says what to do', async () => {
    const stranger = desk.client('stranger', { user: 'nobody@example.org' });
    expect(await stranger.sync()).toMatchObject({ signIn: 401 });
    expect((await desk.log({ level: 'warn', area: 'sync' })).map(({ text }) => text)).toEqual([
      'stranger signs in as nobody@example.org, which is no account here: check the user name in the phone, or add the account',
    ]);
  });

  it('whose account has no password hears 401, and the log says what to do', async () => {
    const { id } = await desk.api.accounts.create({ address: 'bob@example.org' });
    const bob = desk.client('bobs', { user: 'bob@example.org', password: '' });
    expect(await bob.sync()).toMatchObject({ signIn: 401 });
    expect((await desk.log({ accountId: id, level: 'warn' })).map(({ text }) => text)).toEqual([
      'bobs cannot sign in to bob@example.org: the account has no password for devices. Set one on the account’s page',
    ]);
  });
});

describe('a datastore that is not there', () => {
  it('point 19: is 404, the others go on, and the device’s log says what to do', async () => {
    const stores = [lightContacts, { ...lightContacts, uri: 'contakts', name: 'other' }];
    phone = desk.client('phone', { stores });
    for (const store of phone.stores) store.add(contactCard(1));
    const { stores: came } = await phone.sync();
    expect(came).toMatchObject({
      contacts: { alertStatus: 200, sent: [201] },
      contakts: { alertStatus: 404, code: 0, sent: [] },
    });
    expect(await titles()).toEqual([nameOf(1)]);
    expect(await told()).toContain(
      'Phone asks for contakts, which does not exist: correct the name of the database in the phone, or give a folder of the device this name',
    );
  });
});

describe('a client that vanishes', () => {
  it('point 29: at any message, before or behind it, costs a repetition and nothing else', async () => {
    await phone.sync();
    const other = desk.client('other');
    for (let number = 0; number < 6; number += 1) other.store.add(contactCard(number));
    await other.sync();
    const post = httpPost(desk.agent);
    let added = 100;
    // Of each message: nothing of it comes, half of it, all of it but its answer is lost.
    for (const part of [0, 0.5, 1]) {
      for (let last = 1; last <= 6; last += 1) {
        added += 1;
        phone.store.add(contactCard(added));
        const broken = phone.sync({
          itemsPerMessage: 2,
          async post(message) {
            if (message.number < last) return await post(message);
            if (part > 0) await postAndVanish(message, Math.floor(message.body.length * part));
            throw new Error('vanished');
          },
        });
        await broken.catch((error: unknown) =>
          expect(error).toMatchObject({ message: 'vanished' }),
        );
        await phone.sync();
        await other.sync();
        const wanted = [...phone.store.items.values()].length;
        expect([wanted, other.store.items.size, (await titles()).length]).toEqual([
          6 + added - 100,
          6 + added - 100,
          6 + added - 100,
        ]);
      }
    }
    const again = await phone.sync();
    expect(again.stores['contacts']).toMatchObject({ sent: [], numberOfChanges: 0 });
    // What the admin sees of it: sessions that broke off, not failures of items.
    const { sessions } = await desk.api.sessions.list({ limit: 1_000 });
    expect(sessions.some(({ state }) => state === 'broken')).toBe(true);
    expect(sessions.every(({ state }) => state !== 'failed')).toBe(true);
    expect(await told()).toContain(
      'The session of Phone did not end well. The client began a new session before this one had ended.',
    );
  });
});

describe('two sessions of one device', () => {
  it('point 51: at once: one ends the other, nothing is lost or doubled, and the log tells', async () => {
    for (let number = 0; number < 20; number += 1) phone.store.add(contactCard(number));
    const twin = desk.client('phone');
    for (let number = 0; number < 20; number += 1) twin.store.add(contactCard(number));
    const post = httpPost(desk.agent);
    let first: Promise<unknown> | undefined;
    // The second begins while the first is between its second message and its third.
    await twin
      .sync({
        itemsPerMessage: 5,
        async post(message) {
          if (message.number === 3) {
            first = phone.sync();
            await first;
          }
          return await post(message);
        },
      })
      .catch((error: unknown) => expect(error).toBeInstanceOf(Error));
    await expect(first).resolves.toMatchObject({ signIn: 212 });
    expect(await titles()).toHaveLength(20);
    const last = await phone.sync();
    expect(last.stores['contacts']).toMatchObject({ sent: [], numberOfChanges: 0 });
    expect(phone.store.items.size).toBe(20);
    expect((await told()).filter((text) => text.includes('did not end well'))).toHaveLength(1);
  });
});

describe('a device whose clock stands in 1970', () => {
  const dated = (version: number, rev: string): string =>
    contactCard(1, version).replace('END:VCARD', `REV:${rev}\r\nEND:VCARD`);

  it('loses no conflict by it, and its log says what to do', async () => {
    const other = desk.client('other');
    const luid = phone.store.add(contactCard(1));
    await phone.sync();
    await other.sync();
    const [theirs = ''] = other.store.items.keys();
    other.store.change(theirs, dated(1, '20260101T000000Z'));
    await other.sync();
    phone.store.change(luid, dated(2, '19700101T000123Z'));
    const report = await phone.sync();
    expect(report.stores['contacts']?.sent).toEqual([208]);
    const [item] = await desk.items('contacts');
    const { versions } = await desk.api.items.history({ id: item?.id ?? '' });
    const notes = versions.map(
      ({ fields }) => fields.find(({ field }) => field === 'notes')?.value,
    );
    expect(notes[0]).toContain('version 2');
    expect(notes[1]).toContain('version 1');
    await other.sync();
    expect(other.store.items.get(theirs)).toContain('version 2');
    expect(await told()).toContain(
      'Phone says that an item was changed at 1970-01-01T00:01:23Z, which cannot be: its times are ignored. Set the clock of the device',
    );
  });
});

describe('items that no parser likes', () => {
  it('are 415 each, the others go on, and the device’s log says what to do', async () => {
    const bad = [
      'nonsense',
      '',
      'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Cut;Off',
      '\u0000\u0001\u0002\ufffd'.repeat(50),
      'BEGIN:VCARD\r\n'.repeat(2_000),
      '<contact><FirstName>X</contact>',
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    ];
    phone.store.add(contactCard(1));
    for (const text of bad) phone.store.add(text);
    phone.store.add(contactCard(2));
    const report = await phone.sync();
    const { sent } = report.stores['contacts'] ?? { sent: [] };
    expect([sent[0], sent.at(-1)]).toEqual([201, 201]);
    expect(sent.slice(1, -1)).toEqual(bad.map(() => 415));
    expect((await titles()).sort()).toEqual([nameOf(1), nameOf(2)].sort());
    expect(phone.store.items.size).toBe(bad.length + 2);
    const lines = await told();
    expect(lines.filter((text) => text.includes('that cannot be read')).length).toBeGreaterThan(0);
    expect(lines).toContain(
      `${bad.length} items of contacts could not be taken over between Phone and the server: the session lists them with their statuses`,
    );
    const { sessions } = await desk.api.sessions.list({ deviceId: device.id });
    const { problems } = await desk.api.sessions.get({ id: sessions[0]?.id ?? '' });
    expect(problems.map(({ status }) => status)).toEqual(bad.map(() => 415));
    // Nothing of what was in them is in the log.
    expect(lines.join()).not.toContain('Cut');
  });
});

describe('what is too large', () => {
  it('point 54: as a message above twice the limit is 413 of HTTP, and the session can go on', async () => {
    phone.store.add(contactCard(1, 0).replace('NOTE:', `NOTE:${'x'.repeat(400_000)}`));
    await expect(phone.sync({ maxMessageSize: 1_000_000 })).rejects.toEqual(
      new HttpStatusError(413),
    );
    expect(await titles()).toEqual([]);
    await phone.sync();
    expect(await titles()).toEqual([nameOf(1)]);
    expect((await told()).join('\n')).toMatch(
      /Phone sends a message that is larger than twice 150,000 bytes, and is refused\. Set a smaller message size on the device/u,
    );
  });

  it('as an item above the limit is 413, the others go on, and the log says what to do', async () => {
    await desk.api.settings.update({ sync: { maxObjectSize: 20_000 } });
    phone.store.add(contactCard(1).replace('NOTE:', `NOTE:${'x'.repeat(300_000)}`));
    phone.store.add(contactCard(2));
    const report = await phone.sync();
    const { sent } = report.stores['contacts'] ?? { sent: [] };
    expect(sent.filter((code) => code === 413)).not.toEqual([]);
    expect(sent.at(-1)).toBe(201);
    expect(await titles()).toEqual([nameOf(2)]);
    expect((await told()).join('\n')).toMatch(
      /Phone sends an item for contacts of \d{3},\d{3} bytes, of which 20,000 are allowed: it stays on the device\. Make it smaller there/u,
    );
  });
});

describe('a photo of 5 MB', () => {
  it('point 11: goes both ways in parts of the client’s MaxMsgSize, octet for octet', async () => {
    const photo = randomBytes(5 * 1024 * 1024).toString('base64');
    const card = contactCard(1).replace(
      'END:VCARD',
      `PHOTO;ENCODING=b;TYPE=JPEG:${photo}\r\nEND:VCARD`,
    );
    const luid = phone.store.add(card);
    const sizes: number[] = [];
    const post = httpPost(desk.agent);
    const up = await phone.sync({
      async post(message) {
        const answer = await post(message);
        sizes.push(answer.length);
        return answer;
      },
    });
    const { sent } = up.stores['contacts'] ?? { sent: [] };
    expect([sent.at(-1), new Set(sent.slice(0, -1))]).toEqual([201, new Set([213])]);
    expect(
      (await desk.api.items.list({ accountId: desk.accountId, dataType: 'contacts' })).total,
    ).toBe(1);

    const other = desk.client('other');
    sizes.length = 0;
    await other.sync({
      maxMessageSize: 100_000,
      maxObjectSize: 10_000_000,
      async post(message) {
        const answer = await post(message);
        sizes.push(answer.length);
        return answer;
      },
    });
    expect(Math.max(...sizes)).toBeLessThanOrEqual(100_000);
    expect(sizes.length).toBeGreaterThan(60);
    const photoOf = (text: string | undefined): string =>
      /^PHOTO[^:]*:([\w+/=]*)/mu.exec((text ?? '').replace(/\r?\n[ \t]/gu, ''))?.[1] ?? '';
    const [came] = other.store.items.values();
    expect(photoOf(came) === photo).toBe(true);
    expect(phone.store.items.get(luid)).toBe(card);
    const again = await other.sync();
    expect(again.stores['contacts']).toMatchObject({ sent: [], numberOfChanges: 0 });
  });

  it('that the other device cannot take leaves the contact, and the photo on the server', async () => {
    const photo = randomBytes(5 * 1024 * 1024).toString('base64');
    phone.store.add(
      contactCard(1).replace('END:VCARD', `PHOTO;ENCODING=b;TYPE=JPEG:${photo}\r\nEND:VCARD`),
    );
    await phone.sync();
    const other = desk.client('other');
    const tablet = await desk.api.devices.create({
      accountId: desk.accountId,
      name: 'Tablet',
      clientType: 'other',
      number: '+48600100201',
    });
    await other.sync({ maxObjectSize: 100_000 });
    const [luid = ''] = other.store.items.keys();
    const came = other.store.items.get(luid) ?? '';
    expect(came).toContain(personOf(1).last);
    expect(came).not.toContain('PHOTO');
    // The device changes what it has: the photo stays.
    other.store.change(luid, came.replace(/^NOTE:.*$/mu, 'NOTE:changed'));
    await other.sync({ maxObjectSize: 100_000 });
    const [item] = await desk.items('contacts');
    const { content } = await desk.api.items.get({ id: item?.id ?? '' });
    expect(content).toMatchObject({ notes: 'changed', photo: { data: photo } });
    expect((await told('info', tablet.id)).join('\n')).toContain('without its photo');
  });
});
