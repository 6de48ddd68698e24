import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Device } from '../../../shared/model/device.ts';
import { portalLimits } from '../limits.ts';
import { cookieOf, createPortalRig, rightPassword, tokenOf } from '../testing/portal-rig.ts';
import type { AskOptions, Asked, PortalRig } from '../testing/portal-rig.ts';

let rig: PortalRig;
let ada: string;
let phone: Device;

beforeEach(async () => {
  rig = await createPortalRig();
  rig.world.settings.provisioning.selfService = true;
  ada = await rig.account('ada@example.org');
  phone = await rig.device(ada, { name: 'E71', number: '+420601123456' });
});
afterEach(() => rig.store.close());

/** Sends the sign-in form; a wrong one is answered when the clock has gone on. */
async function signIn(
  address: string,
  password: string,
  options: AskOptions = {},
): Promise<Asked | undefined> {
  const page = await rig.ask('/me', options);
  const form = { address, password, token: tokenOf(page) };
  const cookies = { pushdesk_form: cookieOf(page, 'pushdesk_form') };
  const asking = rig.ask('/me/sign-in', { ...options, form, cookies });
  await rig.clock.advance(portalLimits.refusalMs);
  return await asking;
}

/** Somebody signed in: what the browser carries, and what its forms hold. */
async function owner(address = 'ada@example.org') {
  const answer = await signIn(address, rightPassword);
  expect(answer).toMatchObject({ status: 303, headers: { location: '/me' } });
  const cookies = { pushdesk_owner: cookieOf(answer, 'pushdesk_owner') };
  const token = tokenOf(await rig.ask('/me', { cookies }));
  const post = (path: string, form: Record<string, string> = {}) =>
    rig.ask(path, { cookies, form: { token, ...form } });
  const get = (path: string) => rig.ask(path, { cookies });
  return { cookies, token, post, get };
}

describe('self-service', () => {
  it('is not there until an admin allows it, and is gone when it is taken back', async () => {
    const { get } = await owner();
    rig.world.settings.provisioning.selfService = false;
    for (const path of ['/me', '/me/', '/me/sign-in', '/me/devices/x']) {
      expect(await get(path)).toBeUndefined();
    }
    rig.world.settings.provisioning.selfService = true;
    expect((await get('/me'))?.text).toContain('current-password');
  });

  it('shows an owner the devices of the account, and nobody else’s', async () => {
    const bob = await rig.account('bob@example.org');
    await rig.device(bob, { name: 'Bob’s phone' });
    const { get } = await owner();
    const page = await get('/me');
    expect(page?.text).toContain('E71');
    expect(page?.text).not.toContain('Bob');
  });

  it('adds a device', async () => {
    const { post, get } = await owner();
    const form = { name: 'Tablet', clientType: 'ios', number: '' };
    const added = await post('/me/add', form);
    expect(added?.status).toBe(303);
    expect((await get(String(added?.headers['location'])))?.text).toContain('The device is added');
    expect((await rig.store.devices.list(ada)).map(({ name }) => name)).toContain('Tablet');
    expect(rig.lines.at(-1)).toMatchObject({
      key: 'portal.device-added',
      params: { account: 'ada@example.org', device: 'Tablet' },
    });
  });

  it.each([
    [{ name: '', clientType: 'ios', number: '' }, 'name'],
    [{ name: 'x'.repeat(81), clientType: 'ios', number: '' }, 'name'],
    [{ name: 'E71', clientType: 'ios', number: '' }, 'name'],
    [{ name: 'Other', clientType: 'toaster', number: '' }, 'clientType'],
    [{ name: 'Other', clientType: 'ios', number: '601123456' }, 'number'],
    [{ name: 'Other', clientType: 'ios', number: '+420 601 123 456' }, 'number'],
  ])('says what is wrong with %j', async (form, field) => {
    const { post } = await owner();
    const page = await post('/me/add', form);
    expect(page?.status).toBe(422);
    expect(page?.text).toContain(`id="${field}-error"`);
    expect(await rig.store.devices.list(ada)).toHaveLength(1);
  });

  it('pauses and resumes by the owner’s own switch, which is below the admin’s', async () => {
    const { post, get } = await owner();
    expect((await post(`/me/devices/${phone.id}/pause`))?.status).toBe(303);
    expect(await rig.store.devices.get(phone.id)).toMatchObject({ pausedBy: 'device' });
    await post(`/me/devices/${phone.id}/resume`);
    expect(await rig.store.devices.get(phone.id)).toMatchObject({ pausedBy: null });
    await rig.directory.devices.setPaused({ id: phone.id, paused: true });
    expect((await post(`/me/devices/${phone.id}/resume`))?.status).toBe(409);
    expect(await rig.store.devices.get(phone.id)).toMatchObject({ pausedBy: 'admin' });
    expect((await get(`/me/devices/${phone.id}`))?.text).toContain('paused in the office');
  });

  it('removes a device after it was asked', async () => {
    const { post, get } = await owner();
    expect((await get(`/me/devices/${phone.id}/remove`))?.text).toContain('Remove E71?');
    expect(await rig.store.devices.get(phone.id)).toBeDefined();
    await post(`/me/devices/${phone.id}/remove`);
    expect(await rig.store.devices.get(phone.id)).toBeUndefined();
    expect(rig.keys()).toContain('portal.device-removed');
  });

  it('sends the configuration SMS, twice in a row only when that is confirmed, and not for ever', async () => {
    const { post, get } = await owner();
    const path = `/me/devices/${phone.id}/send`;
    expect((await get(`/me/devices/${phone.id}`))?.text).toContain(
      'reads it to you over the phone',
    );
    expect((await post(path))?.status).toBe(303);
    rig.world.isSentLately = true;
    const again = await post(path);
    expect(again?.text).toContain('Send it again?');
    expect(rig.sent).toHaveLength(1);
    for (let count = 2; count <= portalLimits.perHour.send; count += 1) {
      expect((await post(path, { again: 'yes' }))?.status).toBe(303);
    }
    expect((await post(path, { again: 'yes' }))?.status).toBe(429);
    expect(rig.sent).toHaveLength(portalLimits.perHour.send);
  });

  it('makes a link for a device, with a code to scan', async () => {
    const { post } = await owner();
    const page = await post(`/me/devices/${phone.id}/link`);
    expect(page?.text).toMatch(/https:\/\/sync\.example\.org\/setup\/[\w-]{43}/u);
    expect(page?.text).toContain('<svg class="qr"');
    expect(await rig.portal.links(phone.id)).toMatchObject([{ sentBy: 'none' }]);
  });

  it('gives nobody more devices than there is room for', async () => {
    for (let index = 1; index < portalLimits.devicesOfAccount; index += 1) {
      await rig.device(ada, { name: `Phone ${index}` });
    }
    const { post } = await owner();
    const page = await post('/me/add', { name: 'One more', clientType: 'ios', number: '' });
    expect(page?.status).toBe(429);
  });
});

describe('another one’s device', () => {
  it.each(['', '/remove', '/pause', '/resume', '/send', '/link'])(
    'is as unknown as one that is not there: %s',
    async (action) => {
      const bob = await rig.account('bob@example.org');
      const other = await rig.device(bob, { name: 'Bob’s phone' });
      const { get, post } = await owner();
      for (const id of [other.id, 'nothing']) {
        expect(await get(`/me/devices/${id}${action}`)).toBeUndefined();
        expect(await post(`/me/devices/${id}${action}`)).toBeUndefined();
      }
      expect(await rig.store.devices.get(other.id)).toMatchObject({ pausedBy: null });
      expect(rig.sent).toEqual([]);
    },
  );
});

describe('a form', () => {
  it.each([
    ['without its token', {}, {}],
    ['with a wrong one', { token: 'x'.repeat(43) }, {}],
    ['that another site sends', undefined, { 'sec-fetch-site': 'cross-site' }],
    ['that a neighbour’s page sends', undefined, { 'sec-fetch-site': 'same-site' }],
  ])('%s does nothing', async (_what, form, headers) => {
    const { cookies, token } = await owner();
    const asked = { cookies, headers, form: form ?? { token } };
    const answer = await rig.ask(`/me/devices/${phone.id}/remove`, asked);
    expect(answer?.status).toBe(403);
    expect(await rig.store.devices.get(phone.id)).toBeDefined();
  });

  it('with the token of another session does nothing', async () => {
    await rig.account('bob@example.org');
    const bob = await owner('bob@example.org');
    const { cookies } = await owner();
    const form = { token: bob.token };
    const answer = await rig.ask(`/me/devices/${phone.id}/remove`, { cookies, form });
    expect(answer?.status).toBe(403);
  });

  it('to sign in with, sent by another page, signs nobody in', async () => {
    const form = { address: 'ada@example.org', password: rightPassword, token: 'x'.repeat(43) };
    expect((await rig.ask('/me/sign-in', { form }))?.status).toBe(403);
    const cookies = { pushdesk_form: 'y'.repeat(43) };
    expect((await rig.ask('/me/sign-in', { form, cookies }))?.status).toBe(403);
  });

  it('in another encoding, or too large, is empty', async () => {
    const { cookies, token } = await owner();
    const headers = { 'content-type': 'text/plain' };
    const path = `/me/devices/${phone.id}/remove`;
    expect((await rig.ask(path, { cookies, headers, form: { token } }))?.status).toBe(403);
    const form = { padding: 'x'.repeat(portalLimits.bodyOctets), token };
    expect((await rig.ask(path, { cookies, form }))?.status).toBe(403);
  });

  it.each(['PUT', 'DELETE', 'PATCH'])('is not sent by %s', async (method) => {
    const { cookies } = await owner();
    expect((await rig.ask('/me', { method, cookies }))?.status).toBe(405);
  });
});

describe('signing in', () => {
  it('asks the mail server where the account has a mailbox', async () => {
    await rig.account('eve@example.org', true);
    expect((await signIn('EVE@example.org ', rightPassword))?.status).toBe(303);
    rig.world.mailbox = 'silent';
    const answer = await signIn('eve@example.org', rightPassword);
    expect(answer?.status).toBe(503);
    expect(answer?.text).toContain('mailbox does not answer');
  });

  it('answers nobody and a wrong password alike', async () => {
    const texts = [];
    for (const [address, password] of [
      ['ada@example.org', 'wrong'],
      ['nobody@example.org', 'wrong'],
      ['ada@example.org', ''],
    ] as const) {
      const answer = await signIn(address, password);
      expect(answer?.status).toBe(401);
      texts.push(answer?.text.replaceAll(address, '').replace(/name="token" value="[^"]*"/gu, ''));
    }
    expect(new Set(texts).size).toBe(1);
  });

  it('makes guessers wait longer and longer, and tells the log so once', async () => {
    for (let count = 0; count < portalLimits.freeGuesses; count += 1) {
      expect((await signIn('ada@example.org', `guess ${count}`))?.status).toBe(401);
    }
    await rig.clock.advance(portalLimits.firstWaitMs);
    expect((await signIn('ada@example.org', 'guess'))?.status).toBe(401);
    const limited = await signIn('ada@example.org', rightPassword);
    expect(limited?.status).toBe(429);
    expect(Number(limited?.headers['retry-after'])).toBeGreaterThan(0);
    const keys = rig.keys();
    expect(keys.filter((key) => key === 'portal.sign-in-refused')).toHaveLength(1);
    expect(keys.filter((key) => key === 'portal.sign-in-guessed')).toHaveLength(1);
    expect(
      (await signIn('ada@example.org', rightPassword, { remote: '198.51.100.7' }))?.status,
    ).toBe(303);
    await rig.clock.advance(portalLimits.longestWaitMs);
    expect((await signIn('ada@example.org', rightPassword))?.status).toBe(303);
  });

  it('counts guesses that come at once one by one', async () => {
    const page = await rig.ask('/me');
    const cookies = { pushdesk_form: cookieOf(page, 'pushdesk_form') };
    const form = { address: 'ada@example.org', password: 'guess', token: tokenOf(page) };
    const asking = Array.from({ length: 15 }, () => rig.ask('/me/sign-in', { form, cookies }));
    await rig.clock.advance(portalLimits.refusalMs);
    const statuses = (await Promise.all(asking)).map((answer) => answer?.status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(portalLimits.freeGuesses);
    expect(statuses.filter((status) => status === 429)).toHaveLength(15 - portalLimits.freeGuesses);
  });

  it('slows those down who try one password for many accounts', async () => {
    const statuses = [];
    for (let index = 0; index < portalLimits.freeGuessesOfNetwork + 2; index += 1) {
      statuses.push((await signIn(`user${index}@example.org`, 'summer2026'))?.status);
    }
    expect(statuses).toContain(429);
    expect(statuses.indexOf(429)).toBe(portalLimits.freeGuessesOfNetwork);
  });

  it('keeps no owner out whom a crowd of strangers tries to be', async () => {
    await signIn('ada@example.org', rightPassword);
    for (let index = 0; index < portalLimits.freeGuessesOfAccount + 3; index += 1) {
      await signIn('ada@example.org', 'guess', { remote: `198.51.100.${index}` });
    }
    expect((await signIn('ada@example.org', 'guess', { remote: '203.0.113.1' }))?.status).toBe(429);
    expect((await signIn('ada@example.org', rightPassword))?.status).toBe(303);
  });

  it('writes no password into the log, not even one in the wrong field', async () => {
    await signIn('my secret pass', 'another secret');
    await signIn('ada@example.org', 'third secret');
    expect(JSON.stringify(rig.lines)).not.toMatch(/secret/u);
  });

  it('goes where nobody reads along, if there is such a place', async () => {
    const plain = { isEncrypted: false };
    const secureBase = 'https://sync.example.org:8443';
    const moved = await rig.ask('/me', { ...plain, secureBase });
    expect(moved).toMatchObject({ status: 303, headers: { location: `${secureBase}/me` } });
    expect((await rig.ask('/me', plain))?.text).toContain('not encrypted');
    rig.world.settings.listeners.tlsEnabled = true;
    expect((await rig.ask('/me', plain))?.status).toBe(403);
    const here = await rig.ask('/me', { ...plain, remote: '127.0.0.1' });
    expect(here?.status).toBe(200);
    expect(here?.text).not.toContain('not encrypted');
  });
});

describe('a session', () => {
  it('has a cookie that no script, no other site and no open line gets', async () => {
    const answer = await signIn('ada@example.org', rightPassword);
    const cookie = String(answer?.headers['set-cookie']);
    for (const word of ['HttpOnly', 'SameSite=Strict', 'Secure', 'Path=/me']) {
      expect(cookie).toContain(word);
    }
  });

  it('ends after a while without a request, and by signing out', async () => {
    const idle = await owner();
    await rig.clock.advance(portalLimits.sessionIdleMs - 1_000);
    expect((await idle.get('/me'))?.text).toContain('E71');
    await rig.clock.advance(portalLimits.sessionIdleMs + 1_000);
    expect((await idle.get('/me'))?.text).toContain('current-password');
    const { post, get } = await owner();
    expect((await post('/me/sign-out'))?.status).toBe(303);
    expect((await get('/me'))?.text).toContain('current-password');
    expect((await get(`/me/devices/${phone.id}`))?.status).toBe(303);
  });

  it('ends when its account is changed or removed', async () => {
    const { get } = await owner();
    await rig.clock.advance(1_000);
    await rig.directory.accounts.update({ id: ada, password: 'a new one' });
    expect((await get('/me'))?.text).toContain('current-password');
  });

  it('is not had by making one up', async () => {
    for (const value of ['x'.repeat(43), '', '__proto__', `${'x'.repeat(43)}%00`]) {
      const page = await rig.ask('/me', { cookies: { pushdesk_owner: value } });
      expect(page?.text).toContain('current-password');
    }
  });

  it('that is over does nothing with the form that was open', async () => {
    const { post } = await owner();
    await rig.clock.advance(portalLimits.sessionIdleMs + 1_000);
    expect((await post(`/me/devices/${phone.id}/remove`))?.status).toBe(401);
    expect(await rig.store.devices.get(phone.id)).toBeDefined();
  });
});
