import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BoundedMap } from '../platform/bounded-map.ts';
import { html } from './html/html.ts';
import { createLinkGuard } from './setup/guard.ts';
import { portalLimits } from './limits.ts';
import { createGuessWaits } from './me/guess-waits.ts';
import { createOwnerSessions } from './me/owner-sessions.ts';
import { createRateLimit } from '../platform/rate-limit.ts';
import { networkOf } from '../platform/remote.ts';
import { cookieOf, createPortalRig, rightPassword, tokenOf } from './testing/portal-rig.ts';
import type { PortalRig } from './testing/portal-rig.ts';

let rig: PortalRig;
beforeEach(async () => {
  rig = await createPortalRig();
  rig.world.settings.provisioning.selfService = true;
});
afterEach(() => rig.store.close());

/** Names of elements and attributes of a page, whatever its texts are. */
function skeleton(page: string): string[] {
  const found: string[] = [];
  const parser = new SaxesParser();
  const fault = (error: Error): void => {
    throw error;
  };
  parser.on('error', fault);
  parser.on('opentag', ({ name, attributes }) => {
    found.push(`${name} ${Object.keys(attributes).join(' ')}`);
  });
  const body = /<main>.*<\/main>/su.exec(page)?.[0] ?? '';
  // HTML has elements without an end and attributes without a value, which XML has not.
  const closed = body
    .replace(/(<input\b[^>]*?)\s*\/?>/gu, '$1/>')
    .replace(/\s(required|selected|autofocus)(?=[\s/>])/gu, ' $1=""');
  parser.write(closed).close();
  return found;
}

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' autofocus onfocus='alert(1)",
    '</main></style><style>*{display:none}</style>',
    '{device} {url} $& $1',
    'a\r\nSet-Cookie: pushdesk_owner=evil',
    '&lt;b&gt; &#60;',
  ),
);

async function signIn(
  address: string,
): Promise<{ cookies: Record<string, string>; token: string }> {
  const page = await rig.ask('/me');
  const form = { address, password: rightPassword, token: tokenOf(page) };
  const cookies = { pushdesk_form: cookieOf(page, 'pushdesk_form') };
  const answer = await rig.ask('/me/sign-in', { form, cookies });
  const owner = { pushdesk_owner: cookieOf(answer, 'pushdesk_owner') };
  return { cookies: owner, token: tokenOf(await rig.ask('/me', { cookies: owner })) };
}

describe('names on pages', () => {
  it('never become markup or headers', async () => {
    const accountId = await rig.account('ada@example.org');
    const { id } = await rig.device(accountId, { name: 'Plain' });
    const path = await rig.path(id);
    const { cookies, token } = await signIn('ada@example.org');
    const targets = [path, '/me', `/me/devices/${id}`, `/me/devices/${id}/remove`];
    const pages = async () => {
      const shown = await Promise.all(targets.map((target) => rig.ask(target, { cookies })));
      const form = { token, name: '', clientType: 'no', number: '' };
      return [...shown, await rig.ask('/me/add', { cookies, form })];
    };
    const plain = (await pages()).map((page) => skeleton(page?.text ?? ''));
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (deviceName, displayName) => {
        const device = await rig.store.devices.get(id);
        if (device === undefined) throw new Error('it is gone');
        await rig.store.devices.update({ ...device, name: deviceName });
        rig.world.profile = { displayName, organisation: displayName };
        const shown = await pages();
        expect(shown.map((page) => skeleton(page?.text ?? ''))).toEqual(plain);
        for (const page of shown) {
          for (const value of Object.values(page?.headers ?? {}).flat()) {
            expect(value).toMatch(/^[\u0020-\u007e]*$/u);
          }
        }
      }),
      { numRuns: 40 },
    );
    const link = await rig.portal.link({ deviceId: id, send: 'mail' });
    expect(link.state).toBe('open');
  });

  it('of any kind are escaped within texts and attributes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { markup } = html`<p title="${text}">${text}</p>`;
        expect(markup.match(/[<>]/gu)).toHaveLength(4);
        expect(markup.match(/"/gu)).toHaveLength(2);
      }),
    );
  });
});

describe('a password', () => {
  it('is on no page, in no profile and in no log line, whatever was typed where', async () => {
    const accountId = await rig.account('ada@example.org', true);
    const { id } = await rig.device(accountId, { clientType: 'ios', name: 'iPhone' });
    const path = await rig.path(id);
    const { cookies, token } = await signIn('ada@example.org');
    const seen: (string | undefined)[] = [];
    const look = async (target: string, form?: Record<string, string>): Promise<void> => {
      const page = await rig.ask(target, form === undefined ? { cookies } : { cookies, form });
      seen.push(page?.text, JSON.stringify(page?.headers));
    };
    for (const target of [path, `${path}/pushdesk.mobileconfig`, '/me', `/me/devices/${id}`]) {
      await look(target);
    }
    await look(`/me/devices/${id}/link`, { token });
    await look('/me/add', { token, name: '', clientType: 'ios', password: rightPassword });
    await look('/me/sign-in', { address: 'ada@example.org', password: rightPassword, token });
    expect(seen.join()).not.toContain(rightPassword);
    expect(JSON.stringify([rig.lines, rig.mails, rig.messages])).not.toContain(rightPassword);
  });
});

describe('memory', () => {
  it('does not grow with those who guess, sign in, or ask', () => {
    const { clock } = rig;
    const log = { write: () => ({}) as never };
    const guard = createLinkGuard(clock, log);
    const waits = createGuessWaits(clock);
    for (let index = 0; index < portalLimits.networks + 500; index += 1) {
      const remote = `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;
      guard.enter(remote);
      guard.unknown(remote);
      waits.begin({ address: `user${index}@example.org`, network: remote });
    }
    expect(guard.sizes).toEqual([portalLimits.networks, portalLimits.networks]);
    expect(waits.size).toBe(portalLimits.guessers);
    const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };
    const sessions = createOwnerSessions(clock, { ...random, integer: () => 0 });
    for (let index = 0; index < portalLimits.sessionsOfAccount * 3; index += 1) {
      sessions.open({ id: 'ada', updatedAt: 1 } as never);
    }
    expect(sessions.size).toBe(portalLimits.sessionsOfAccount);
  });

  it('forgets the oldest first', () => {
    const map = new BoundedMap<number, string>(2);
    for (const key of [1, 2, 1, 3]) map.set(key, 'x');
    expect([...map.entries()].map(([key]) => key)).toEqual([1, 3]);
    const limit = createRateLimit(rig.clock, { limit: 1, windowMs: 1_000, keys: 1 });
    limit.count('a');
    limit.count('b');
    expect([limit.waitSeconds('a'), limit.waitSeconds('b'), limit.size]).toEqual([0, 1, 1]);
  });
});

describe('a visitor', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['2001:db8:0:1:2:3:4:5', '2001:db8:0:1::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::', '0:0:0:0::/64'],
    ['fe80::', 'fe80:0:0:0::/64'],
    ['not an address', 'not an address'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
