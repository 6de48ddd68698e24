import { parse } from 'plist';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPortalRig, rightPassword } from '../testing/portal-rig.ts';
import type { PortalRig } from '../testing/portal-rig.ts';
import { appleProfile } from './apple-profile.ts';

let rig: PortalRig;
let path: string;
let deviceId: string;

beforeEach(async () => {
  rig = await createPortalRig();
  const accountId = await rig.account('ada@example.org');
  deviceId = (await rig.device(accountId, { name: 'iPhone', clientType: 'ios' })).id;
  path = await rig.path(deviceId);
});
afterEach(() => rig.store.close());

interface Payload extends Record<string, unknown> {
  readonly PayloadContent: readonly Record<string, unknown>[];
}

async function fetchProfile(): Promise<Payload> {
  const answer = await rig.ask(`${path}/pushdesk.mobileconfig`);
  expect(answer?.status).toBe(200);
  return parse(answer?.text ?? '') as unknown as Payload;
}

describe('a profile', () => {
  it('brings mail, calendars and contacts, and no password', async () => {
    const profile = await fetchProfile();
    expect(profile).toMatchObject({
      PayloadType: 'Configuration',
      PayloadOrganization: 'Example Ltd',
      PayloadRemovalDisallowed: false,
      ConsentText: { default: expect.stringContaining('no password') },
    });
    expect(profile.PayloadContent).toMatchObject([
      {
        PayloadType: 'com.apple.mail.managed',
        EmailAccountType: 'EmailTypeIMAP',
        EmailAddress: 'ada@example.org',
        IncomingMailServerHostName: 'mail.example.org',
        IncomingMailServerPortNumber: 993,
        IncomingMailServerUseSSL: true,
        OutgoingMailServerPortNumber: 587,
        OutgoingMailServerUseSSL: true,
      },
      {
        PayloadType: 'com.apple.caldav.account',
        CalDAVHostName: 'dav.example.org',
        CalDAVPort: 443,
        CalDAVPrincipalURL: '/calendars/',
        CalDAVUseSSL: true,
        CalDAVUsername: 'ada@example.org',
      },
      { PayloadType: 'com.apple.carddav.account', CardDAVPrincipalURL: '/contacts/' },
    ]);
    const names = JSON.stringify(profile).match(/"[^"]*password[^"]*":/giu) ?? [];
    expect(names).toEqual(['"OutgoingPasswordSameAsIncomingPassword":']);
  });

  it('has the same identifiers each time, and others for another device', async () => {
    const idsOf = ({ PayloadContent, ...whole }: Payload) =>
      [whole, ...PayloadContent].map((each: Record<string, unknown>) => each['PayloadUUID']);
    const first = idsOf(await fetchProfile());
    expect(idsOf(await fetchProfile())).toEqual(first);
    expect(new Set(first).size).toBe(4);
    const { id } = await rig.device(await rig.account('bob@example.org'), { clientType: 'ios' });
    path = await rig.path(id);
    expect(idsOf(await fetchProfile()).some((uuid) => first.includes(uuid))).toBe(false);
  });

  it('leaves out what no server is set for', async () => {
    rig.world.profile = { outgoingMail: null, carddavUrl: null };
    const { PayloadContent } = await fetchProfile();
    expect(PayloadContent.map((each) => each['PayloadType'])).toEqual(['com.apple.caldav.account']);
  });

  it('is not there when it would bring nothing, nor for a phone that takes none', async () => {
    rig.world.profile = { incomingMail: null, caldavUrl: null, carddavUrl: null };
    expect((await rig.ask(`${path}/pushdesk.mobileconfig`))?.status).toBe(404);
    expect((await rig.ask(path))?.text).toContain('nothing to set up yet');
    rig.world.profile = { clientType: 'android' };
    expect((await rig.ask(`${path}/pushdesk.mobileconfig`))?.status).toBe(404);
  });

  it('that is not signed says so, on the page and in the log', async () => {
    expect((await rig.ask(path))?.text).toContain('Not Signed');
    const answer = await rig.ask(`${path}/pushdesk.mobileconfig`);
    expect(answer?.headers).toMatchObject({
      'content-type': 'application/x-apple-aspen-config',
      'cache-control': 'no-store',
      'content-disposition': 'attachment; filename="pushdesk.mobileconfig"',
    });
    expect(rig.keys()).toContain('portal.profile-unsigned');
    rig.world.signer = { cert: 'no certificate', key: 'no key', isSelfMade: true };
    expect((await rig.ask(path))?.text).toContain('Not Verified');
    expect((await rig.ask(`${path}/pushdesk.mobileconfig`))?.text).toContain('<plist');
    expect(JSON.stringify(rig.lines)).not.toContain(rightPassword);
  });

  it('can be read back whatever its texts are', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    fc.assert(
      fc.property(text, text, text, (organisation, displayName, consent) => {
        const facts = { deviceId, accountId: 'a', deviceName: '', clientType: 'ios' } as const;
        const names = { organisation, displayName, address: 'ada@example.org', profileName: '' };
        const none = { serverId: '', serverUrl: null, folders: [], carddavUrl: null };
        const access = { host: 'm', port: 1, security: 'tls', user: displayName } as const;
        const xml = appleProfile(
          {
            ...{ ...facts, ...names, ...none, caldavUrl: 'https://dav.example.org/' },
            incomingMail: { ...access, protocol: 'imap' },
            outgoingMail: access,
          },
          { consent },
        );
        const read = parse(xml) as unknown as Payload;
        expect(read.PayloadContent).toHaveLength(2);
        expect(read['PayloadUUID']).toMatch(/^[0-9A-F-]{36}$/u);
      }),
    );
  });
});
