import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProvisioningRig } from './testing/provisioning-rig.ts';
import type { ProvisioningRig } from './testing/provisioning-rig.ts';

let rig: ProvisioningRig;

beforeEach(async () => {
  rig = await createProvisioningRig();
});

afterEach(() => rig.store.close());

describe('what a phone has to know', () => {
  it('is told with the names of this installation', async () => {
    const { id } = await rig.addDevice('synthesis');
    expect(await rig.provisioning.profileOf(id)).toMatchObject({
      displayName: 'Anna Nowak',
      address: 'anna@example.org',
      organisation: 'Pushdesk',
      serverId: 'Pushdesk',
      serverUrl: 'https://sync.example.org:443/syncml',
      incomingMail: null,
      outgoingMail: null,
      caldavUrl: null,
      carddavUrl: null,
    });
    rig.set({
      organisation: ' Example\u0000 Ltd ',
      caldavUrl: 'https://dav.example.org/',
      outgoingMail: { host: 'mail.example.org', port: 587, security: 'starttls' },
    });
    expect(await rig.provisioning.profileOf(id)).toMatchObject({
      organisation: 'Example  Ltd',
      profileName: 'Example  Ltd',
      caldavUrl: 'https://dav.example.org/',
      outgoingMail: { host: 'mail.example.org', user: 'anna@example.org' },
    });
  });

  it('has the enabled folders in the catalogue’s order, each under the device’s own name', async () => {
    const device = await rig.addDevice('nokia');
    const folders = device.folders
      .map((folder) => ({
        ...folder,
        name: `${folder.name}!`,
        enabled: folder.dataType !== 'notes',
      }))
      .reverse();
    await rig.store.devices.update({ ...device, folders });
    const profile = await rig.provisioning.profileOf(device.id);
    expect(profile.folders.map(({ name }) => name)).toEqual(['Contacts!', 'Calendar!', 'Inbox!']);
  });

  it('takes the account’s own mailbox before the server for everybody', async () => {
    const { id } = await rig.addDevice();
    const common = { host: 'mail.example.org', port: 995, security: 'tls' } as const;
    rig.set({ incomingMail: { ...common, protocol: 'pop3' } });
    expect((await rig.provisioning.profileOf(id)).incomingMail).toEqual({
      ...common,
      protocol: 'pop3',
      user: 'anna@example.org',
    });
    const mailbox = {
      host: 'imap.example.org',
      port: 993,
      security: 'tls',
      user: 'anna',
      folder: 'INBOX',
      watch: true,
    } as const;
    await rig.store.accounts.update({ ...rig.account, mailbox });
    expect((await rig.provisioning.profileOf(id)).incomingMail).toEqual({
      protocol: 'imap',
      host: 'imap.example.org',
      port: 993,
      security: 'tls',
      user: 'anna',
    });
  });
});

describe('the preview', () => {
  it('shows what the phone will show, and what it costs', async () => {
    rig.world.settings = {
      ...rig.world.settings,
      sms: { ...rig.world.settings.sms, partPrice: 0.05, currency: 'EUR' },
    };
    rig.set({
      incomingMail: { protocol: 'imap', host: 'mail.example.org', port: 993, security: 'tls' },
      outgoingMail: { host: 'mail.example.org', port: 25, security: 'none' },
    });
    const device = await rig.addDevice();
    await rig.provisioning.setOptions({ deviceId: device.id, withMail: true });
    const preview = await rig.provisioning.preview({ deviceId: device.id });
    expect(preview.fields.map(({ group, name, value }) => `${group} ${name}: ${value}`)).toEqual([
      'sync profile: Pushdesk',
      'sync server: Pushdesk',
      'sync url: https://sync.example.org:443/syncml',
      'sync user: anna@example.org',
      'folders contacts: Contacts',
      'folders calendar: Calendar',
      'folders notes: Notes',
      'folders inbox: Inbox',
      'mail incoming: IMAP mail.example.org:993 TLS, anna@example.org',
      'mail outgoing: SMTP mail.example.org:25, anna@example.org',
      'mail from: anna@example.org',
    ]);
    expect(preview.messages).toHaveLength(1);
    expect(preview.messages[0]?.parts).toHaveLength(preview.segments);
    expect(preview.cost).toEqual({ amount: 0.05 * preview.segments, currency: 'EUR' });
  });

  it('shows as much as is known while nothing can be sent', async () => {
    rig.world.serverUrl = null;
    const { id } = await rig.addDevice();
    const preview = await rig.provisioning.preview({ deviceId: id });
    expect(preview).toMatchObject({ messages: [], segments: 0, cost: null });
    expect(preview.fields.map(({ name }) => name)).not.toContain('url');
    const other = await rig.addDevice('ios');
    expect(await rig.provisioning.preview({ deviceId: other.id })).toMatchObject({
      format: null,
      fields: [],
    });
  });
});
