import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smsText } from '../testing/sms-text.ts';
import { portalLimits } from '../limits.ts';
import { cookieOf, createPortalRig } from '../testing/portal-rig.ts';
import type { PortalRig } from '../testing/portal-rig.ts';

let rig: PortalRig;
let accountId: string;
let deviceId: string;

beforeEach(async () => {
  rig = await createPortalRig();
  accountId = await rig.account('ada@example.org');
  deviceId = (await rig.device(accountId, { name: 'E71', number: '+420601123456' })).id;
});
afterEach(() => rig.store.close());

const guess = (index: number): string => `/setup/${String(index).padStart(43, 'x')}`;

describe('a link', () => {
  it('is told once, with a code to scan, and only its digest is kept', async () => {
    const link = await rig.portal.link({ deviceId, send: 'none' });
    expect(link).toMatchObject({ state: 'open', use: 'time', sentBy: 'none', openedCount: 0 });
    expect(link.url).toMatch(/^https:\/\/sync\.example\.org\/setup\/[\w-]{43}$/u);
    expect(link.qr).toMatch(/^<svg /u);
    const token = link.url.split('/').at(-1) ?? '';
    const kept = JSON.stringify([await rig.store.provisioning.listLinks(deviceId), rig.lines]);
    expect(kept).not.toContain(token);
    const shown = await rig.portal.links(deviceId);
    expect(JSON.stringify(shown)).not.toContain(token);
    expect(shown).toMatchObject([{ id: link.id, state: 'open' }]);
  });

  it('goes by SMS in the language of the country, in the same transaction', async () => {
    const link = await rig.portal.link({ deviceId, send: 'sms' });
    expect(rig.messages).toMatchObject([
      { number: '+420601123456', deviceId, accountId, dcs: 0, alertId: null },
    ]);
    expect(smsText(rig.messages)).toContain(`nastaveni telefonu ${link.url}`);
    expect(rig.messages[0]?.parts.length).toBe(1);
    const [made, sent] = rig.lines.slice(-2);
    expect(made?.traceId).toBe(rig.messages[0]?.traceId);
    expect(sent).toMatchObject({ key: 'portal.link-by-sms', params: { number: '+420601123456' } });
  });

  it('goes by mail in every language', async () => {
    const link = await rig.portal.link({ deviceId, send: 'mail' });
    expect(rig.mails).toMatchObject([{ to: 'ada@example.org', subject: 'Settings for E71' }]);
    expect(rig.mails[0]?.text).toContain(link.url);
  });

  it('that could not be mailed does not work', async () => {
    rig.world.failsMail = true;
    const making = rig.portal.link({ deviceId, send: 'mail' });
    await expect(making).rejects.toMatchObject({ code: 'MAIL_FAILED' });
    expect(await rig.portal.links(deviceId)).toMatchObject([{ state: 'revoked' }]);
  });

  it.each([
    ['sms', { hasGateway: false }, 'NO_GATEWAY'],
    ['mail', { hasMail: false }, 'PROVISIONING_NOT_POSSIBLE'],
    ['sms', { outside: null }, 'PROVISIONING_NOT_POSSIBLE'],
    ['none', { outside: null, here: null }, 'PROVISIONING_NOT_POSSIBLE'],
  ] as const)('by %s says why it cannot be made: %j', async (send, change, code) => {
    Object.assign(rig.world, change);
    await expect(rig.portal.link({ deviceId, send })).rejects.toMatchObject({ code });
    expect(await rig.portal.links(deviceId)).toEqual([]);
  });

  it('needs a number for an SMS, and a device in any case', async () => {
    const { id } = await rig.device(accountId, { name: 'Tablet' });
    const without = rig.portal.link({ deviceId: id, send: 'sms' });
    await expect(without).rejects.toMatchObject({ code: 'NUMBER_MISSING' });
    const nobody = rig.portal.link({ deviceId: 'none', send: 'none' });
    await expect(nobody).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is not made for a device that is removed meanwhile', async () => {
    const linking = rig.portal.link({ deviceId, send: 'none' });
    await rig.store.devices.remove(deviceId);
    await expect(linking).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('may lead to this machine alone when nobody is sent it, or a virtual phone', async () => {
    rig.world.outside = null;
    expect((await rig.portal.link({ deviceId, send: 'none' })).url).toMatch(/^http:\/\/127/u);
    rig.world.hasSimulator = true;
    expect((await rig.portal.link({ deviceId, send: 'sms' })).url).toMatch(/^http:\/\/127/u);
  });
});

describe('the page of a link for a set time', () => {
  it('opens again until it ends, and each time is counted and told', async () => {
    const path = await rig.path(deviceId);
    for (const remote of ['192.0.2.1', '198.51.100.7']) {
      const page = await rig.ask(path, { remote });
      expect(page?.status).toBe(200);
      expect(page?.text).toContain('https://sync.example.org:443/syncml');
      expect(page?.text).toContain('Neither is on this page');
    }
    expect(await rig.portal.links(deviceId)).toMatchObject([{ openedCount: 2, state: 'open' }]);
    expect(rig.keys().filter((key) => key === 'portal.link-opened')).toHaveLength(2);
    await rig.clock.advance(rig.world.settings.provisioning.linkHours * 3_600_000);
    expect((await rig.ask(path))?.status).toBe(410);
    expect(await rig.portal.links(deviceId)).toMatchObject([{ state: 'expired' }]);
  });

  it('is not counted when only its head is asked for', async () => {
    const path = await rig.path(deviceId);
    expect((await rig.ask(path, { method: 'HEAD' }))?.status).toBe(200);
    expect(await rig.portal.links(deviceId)).toMatchObject([{ openedCount: 0 }]);
  });

  it('is over once the link is withdrawn, or its device is gone', async () => {
    const path = await rig.path(deviceId);
    const [link] = await rig.portal.links(deviceId);
    await rig.portal.revokeLink({ id: link?.id ?? '' });
    expect((await rig.ask(path))?.status).toBe(410);
    const other = await rig.path(deviceId);
    await rig.directory.devices.remove({ id: deviceId });
    expect((await rig.ask(other))?.status).toBe(404);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('does not take %s', async (method) => {
    const path = await rig.path(deviceId);
    expect((await rig.ask(path, { method }))?.status).toBe(405);
  });

  it('has nothing that could be loaded, framed, kept or told to others', async () => {
    const page = await rig.ask(await rig.path(deviceId));
    expect(page?.headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'x-robots-tag': expect.stringContaining('noindex'),
      'x-content-type-options': 'nosniff',
    });
    const policy = String(page?.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('script');
    expect(page?.text).not.toMatch(/<script|\son\w+=|src=|@import|url\(/iu);
  });

  it('wears the style that its policy allows', async () => {
    const page = await rig.ask(await rig.path(deviceId));
    const style = /<style>(.*?)<\/style>/su.exec(page?.text ?? '')?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page?.headers['content-security-policy']).toContain(`style-src 'sha256-${hash}'`);
  });

  it.each([
    ['pl', 'pl', 'Skopiuj te wartości'],
    ['de,cs;q=0.8,en;q=0.5', 'cs', 'Zkopírujte tyto hodnoty'],
    ['zh-TW', 'zh-CN', '将这些内容复制到'],
    ['xx;q=oops,,;;', 'en', 'Copy these values'],
    ['en;q=0.1,pl;q=0.9', 'pl', 'Skopiuj te wartości'],
  ])('speaks the language of the browser: %s', async (header, language, text) => {
    const headers = { 'accept-language': header };
    const page = await rig.ask(await rig.path(deviceId), { headers });
    expect(page?.text).toContain(`<html lang="${language}">`);
    expect(page?.text).toContain(text);
  });
});

describe('the password that a page speaks of', () => {
  const noMail = { incomingMail: null, outgoingMail: null, caldavUrl: null, carddavUrl: null };
  const devices = 'the one for your devices';
  const mailbox = 'the one of your mailbox';

  it.each([
    ['nokia', noMail, [devices]],
    ['funambol', noMail, [devices]],
    ['nokia', {}, ['password for your devices', mailbox]],
    ['android', { folders: [] }, [mailbox]],
    ['ios', {}, [mailbox]],
    ['android', { ...noMail, folders: [] }, []],
    ['ios', noMail, []],
  ] as const)('is the one that it is for: %s %j', async (clientType, facts, expected) => {
    rig.world.profile = facts;
    const { id } = await rig.device(accountId, { name: 'Second', clientType });
    const page = await rig.ask(await rig.path(id));
    const note = /<p class="note">(.*?)<\/p>/su.exec(page?.text ?? '')?.[1] ?? '';
    for (const words of expected) expect(note).toContain(words);
    expect(note.includes('password')).toBe(expected.length > 0);
    expect(note.includes(mailbox)).toBe(expected.some((words) => words === mailbox));
  });
});

describe('a link that works once', () => {
  beforeEach(() => {
    rig.world.settings.provisioning.linkUse = 'once';
  });

  it('waits for a button that programs which look ahead do not press', async () => {
    const path = await rig.path(deviceId);
    for (const method of ['GET', 'HEAD', 'GET']) {
      const page = await rig.ask(path, { method });
      expect(page?.status).toBe(200);
      expect(page?.text).not.toContain('syncml');
    }
    expect((await rig.ask(`${path}/pushdesk.mobileconfig`))?.status).toBe(404);
    expect(await rig.portal.links(deviceId)).toMatchObject([{ state: 'open', openedCount: 0 }]);
  });

  it('belongs to the first browser, and to no other', async () => {
    const path = await rig.path(deviceId);
    const taken = await rig.ask(path, { method: 'POST' });
    expect(taken).toMatchObject({ status: 303, headers: { location: path } });
    const setting = String(taken?.headers['set-cookie']);
    for (const word of ['HttpOnly', 'SameSite=Strict', 'Secure', `Path=${path}`]) {
      expect(setting).toContain(word);
    }
    const cookies = { pushdesk_link: cookieOf(taken, 'pushdesk_link') };
    expect((await rig.ask(path, { cookies }))?.text).toContain('syncml');
    expect((await rig.ask(path, { cookies }))?.status).toBe(200);
    for (const other of [{}, { pushdesk_link: 'x'.repeat(43) }]) {
      expect((await rig.ask(path, { cookies: other }))?.status).toBe(410);
      expect((await rig.ask(path, { cookies: other, method: 'POST' }))?.status).toBe(410);
    }
    expect(await rig.portal.links(deviceId)).toMatchObject([{ state: 'used', openedCount: 2 }]);
    await rig.clock.advance(rig.world.settings.provisioning.linkHours * 3_600_000);
    expect((await rig.ask(path, { cookies }))?.status).toBe(410);
  });

  it('is given to one of two browsers that press at once', async () => {
    const path = await rig.path(deviceId);
    const both = await Promise.all([1, 2].map(() => rig.ask(path, { method: 'POST' })));
    expect(both.map((each) => each?.status).sort()).toEqual([303, 410]);
  });
});

describe('a link that does not work', () => {
  it('looks the same whether it never was, is over, withdrawn, or another browser’s', async () => {
    const texts = new Set<string | undefined>();
    texts.add((await rig.ask(guess(1)))?.text);
    const path = await rig.path(deviceId);
    const [link] = await rig.portal.links(deviceId);
    await rig.portal.revokeLink({ id: link?.id ?? '' });
    texts.add((await rig.ask(path))?.text);
    rig.world.settings.provisioning.linkUse = 'once';
    const used = await rig.path(deviceId);
    await rig.ask(used, { method: 'POST' });
    texts.add((await rig.ask(used))?.text);
    await rig.clock.advance(800 * 3_600_000);
    texts.add((await rig.ask(used))?.text);
    expect(texts.size).toBe(1);
    expect([...texts][0]).not.toContain('E71');
  });

  it.each([
    '/setup',
    '/setup/',
    '/setup/../../etc/passwd',
    '/setup/%2e%2e/x',
    '/setup/a b',
    `/setup/${'x'.repeat(5_000)}`,
    '/setup/\u0000',
    `${guess(1)}/other`,
  ])('is any path that is none: %j', async (path) => {
    expect((await rig.ask(path))?.status).toBe(404);
  });

  it('has to wait after a while, is told of once, and the token never', async () => {
    for (let index = 0; index < portalLimits.unknownLinks; index += 1) {
      expect((await rig.ask(guess(index)))?.status).toBe(404);
    }
    const limited = await rig.ask(guess(999));
    expect(limited?.status).toBe(429);
    expect(Number(limited?.headers['retry-after'])).toBeGreaterThan(0);
    expect(rig.keys().filter((key) => key === 'portal.link-unknown')).toHaveLength(1);
    expect(rig.keys().filter((key) => key === 'portal.link-guessed')).toHaveLength(1);
    expect(JSON.stringify(rig.lines)).not.toContain('xxxx');
    // Whoever has a real link shares the address of the guesser, perhaps.
    expect((await rig.ask(await rig.path(deviceId)))?.status).toBe(200);
    expect((await rig.ask(guess(1), { remote: '198.51.100.7' }))?.status).toBe(404);
    await rig.clock.advance(portalLimits.linkWindowMs);
    expect((await rig.ask(guess(1)))?.status).toBe(404);
  });

  it('counts what one IPv6 host can choose as one visitor', async () => {
    for (let index = 0; index < portalLimits.unknownLinks; index += 1) {
      await rig.ask(guess(index), { remote: `2001:db8:0:1::${index.toString(16)}` });
    }
    expect((await rig.ask(guess(1), { remote: '2001:db8:0:1:ffff::1' }))?.status).toBe(429);
    expect((await rig.ask(guess(1), { remote: '2001:db8:0:2::1' }))?.status).toBe(404);
  });

  it('believes what a proxy on this machine says, and nobody else', async () => {
    const from = (address: string) => ({ 'x-forwarded-for': `203.0.113.9, ${address}` });
    for (let index = 0; index < portalLimits.unknownLinks; index += 1) {
      await rig.ask(guess(index), { remote: '127.0.0.1', headers: from('198.51.100.1') });
      await rig.ask(guess(index), { headers: from(`198.51.100.${index}`) });
    }
    const asked = (remote: string, address: string) =>
      rig.ask(guess(1), { remote, headers: from(address) }).then((page) => page?.status);
    expect(await asked('127.0.0.1', '198.51.100.1')).toBe(429);
    expect(await asked('127.0.0.1', '198.51.100.2')).toBe(404);
    expect(await asked('192.0.2.1', '198.51.100.200')).toBe(429);
  });
});
