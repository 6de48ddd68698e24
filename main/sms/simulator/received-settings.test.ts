import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { virtualImsi } from '../../../shared/model/phone.ts';
import { segmentText } from '../../codecs/gsm-sms/index.ts';
import {
  encodeBrowserSettingsSms,
  encodeSyncSettingsSms,
} from '../../codecs/ota-settings/index.ts';
import { synthesisCommand } from '../../codecs/synthesis-command/index.ts';
import { openPhoneDesk, phoneNumber as number } from '../testing/phone-desk.ts';
import type { PhoneDesk } from '../testing/phone-desk.ts';
import {
  parm,
  partsOf,
  provisioningParts,
  resource,
  syncApplication,
} from '../testing/phone-configuration.ts';

/* What phones of the simulator take from settings, and what is wrong with some. */

const secrets = { pin: '1234', imsi: virtualImsi(number) };
/** Lines that the example has before anything else. */
const exampleLines = 6;

let desk: PhoneDesk;

beforeEach(async () => {
  desk = await openPhoneDesk();
});
afterEach(() => desk.close());

describe('what a virtual phone reads in a configuration', () => {
  it('are mail servers and the way into the internet, too', async () => {
    const server = (host: string, port: string) => ({
      type: 'APPADDR',
      children: [parm('ADDR', host), { type: 'PORT', children: [parm('PORTNBR', port)] }],
    });
    const characteristics = [
      syncApplication(),
      { type: 'APPLICATION', children: [parm('APPID', '143'), server('imap.example.com', '993')] },
      {
        type: 'APPLICATION',
        children: [
          parm('APPID', '25'),
          parm('FROM', 'alice@example.com'),
          server('smtp.example.com', '465'),
        ],
      },
      {
        type: 'NAPDEF',
        children: [parm('NAME', 'Internet'), parm('NAP-ADDRESS', 'internet.example')],
      },
    ];
    const message = await desk.send(provisioningParts({ security: 'none' }, { characteristics }));
    expect(message.configuration?.fields.slice(exampleLines)).toEqual([
      { group: 'mail', name: 'incoming', value: 'imap.example.com:993' },
      { group: 'mail', name: 'outgoing', value: 'smtp.example.com:465' },
      { group: 'mail', name: 'from', value: 'alice@example.com' },
      { group: 'connection', name: 'access-point', value: 'Internet' },
      { group: 'connection', name: 'apn', value: 'internet.example' },
    ]);
  });

  it('is the port beside the address', async () => {
    const application = syncApplication({ parms: { ADDR: undefined } });
    const address = {
      type: 'APPADDR',
      children: [
        parm('ADDR', 'https://sync.example.com/syncml'),
        { type: 'PORT', children: [parm('PORTNBR', '8443')] },
      ],
    };
    const characteristics = [{ ...application, children: [...application.children, address] }];
    const { configuration } = await desk.send(
      provisioningParts({ security: 'none' }, { characteristics }),
    );
    expect(configuration?.fields).toContainEqual({
      group: 'sync',
      name: 'url',
      value: 'https://sync.example.com:8443/syncml',
    });
  });

  it('is what its databases hold, by their types', async () => {
    const resources = [
      resource('Kalender', 'text/x-vcalendar'),
      resource('Aufgaben', 'text/x-vcalendar'),
      resource('Notizen', 'text/plain'),
      resource('Karten', 'text/vcard;version=3.0'),
      resource('Bilder', 'image/jpeg'),
      {
        type: 'RESOURCE',
        children: [parm('AACCEPT', 'text/x-vcard'), parm('URI', 'in the wrong order')],
      },
    ];
    const characteristics = [syncApplication({ resources })];
    const message = await desk.send(provisioningParts({ security: 'none' }, { characteristics }));
    expect((await desk.save(message.id)).databases).toEqual([
      { dataType: 'calendar', name: 'Kalender' },
      { dataType: 'tasks', name: 'Aufgaben' },
      { dataType: 'notes', name: 'Notizen' },
      { dataType: 'contacts', name: 'Karten' },
    ]);
  });

  it('may be a list of tasks before the calendar, by its name', async () => {
    const resources = [resource('Tasks', 'text/x-vcalendar'), resource('Cal', 'text/x-vcalendar')];
    const characteristics = [syncApplication({ resources })];
    const message = await desk.send(provisioningParts({ security: 'none' }, { characteristics }));
    expect((await desk.save(message.id)).databases).toEqual([
      { dataType: 'tasks', name: 'Tasks' },
      { dataType: 'calendar', name: 'Cal' },
    ]);
  });

  it('may be in the older format of Nokia and Sony Ericsson', async () => {
    const { segments } = encodeSyncSettingsSms(
      {
        name: 'Older',
        hostAddress: 'http://sync.example.com:80/syncml',
        databases: [{ contentType: 'text/x-vcard', uri: 'card' }],
        authentication: { scheme: 'md5', username: 'alice' },
      },
      { reference: 3 },
    );
    const message = await desk.send(partsOf(segments));
    expect(message.configuration).toMatchObject({ state: 'open', asksPin: false, problem: null });
    expect(await desk.save(message.id)).toMatchObject({
      name: 'Older',
      serverId: '',
      user: 'alice',
      databases: [{ dataType: 'contacts', name: 'card' }],
    });
  });

  it('may be a command to a Synthesis client', async () => {
    const command = synthesisCommand({
      action: 'update',
      profile: {
        name: 'Line',
        uri: 'http://sync.example.com:80',
        uriPath: '/syncml',
        user: 'alice',
        databases: [
          { name: 'contacts', enabled: true, path: 'card' },
          { name: 'events', enabled: true, path: 'cal' },
          { name: 'todos', enabled: false, path: 'tasks' },
        ],
      },
    });
    const { dataCoding, segments } = segmentText(command, { reference: 3 });
    const message = await desk.send(partsOf(segments), dataCoding);
    expect(message).toMatchObject({ kind: 'configuration', text: null });
    expect(await desk.save(message.id)).toMatchObject({
      url: 'http://sync.example.com:80/syncml',
      databases: [
        { dataType: 'contacts', name: 'card' },
        { dataType: 'calendar', name: 'cal' },
      ],
    });
  });

  it('is a text when it only looks like a command', async () => {
    const { dataCoding, segments } = segmentText('cmd=what?', { reference: 3 });
    const message = await desk.send(partsOf(segments), dataCoding);
    expect(message).toMatchObject({ kind: 'text', text: 'cmd=what?', configuration: null });
  });

  it('may be an older phone’s way into the internet, and nothing to synchronise with', async () => {
    const { segments } = encodeBrowserSettingsSms(
      {
        name: 'Internet',
        addresses: [
          [
            { name: 'BEARER', value: 'GPRS' },
            { name: 'GPRS_ACCESSPOINTNAME', value: 'internet.example' },
          ],
        ],
        bookmarks: [],
      },
      { reference: 3 },
    );
    const message = await desk.send(partsOf(segments));
    expect(message.configuration).toMatchObject({
      state: 'open',
      problem: 'nothing',
      fields: [
        { group: 'connection', name: 'access-point', value: 'Internet' },
        { group: 'connection', name: 'apn', value: 'internet.example' },
      ],
    });
  });

  it('is the server’s password where somebody sends one', async () => {
    const characteristics = [syncApplication({ password: 's3cret' })];
    const message = await desk.send(provisioningParts({ security: 'none' }, { characteristics }));
    expect(JSON.stringify(message.configuration)).not.toContain('s3cret');
    expect(await desk.save(message.id)).toMatchObject({ hasPassword: true });
  });
});

describe('a configuration that no phone can use', () => {
  const long = 'n'.repeat(126);
  const vcard = 'text/x-vcard';
  it.each([
    ['without anything about synchronisation', [{ type: 'NAPDEF', children: [] }], 'nothing'],
    [
      'whose application does not begin with what it is',
      [{ type: 'APPLICATION', children: [parm('NAME', 'x'), parm('APPID', 'w5')] }],
      'nothing',
    ],
    ['without a server', [syncApplication({ parms: { 'PROVIDER-ID': undefined } })], 'server'],
    ['without an address', [syncApplication({ parms: { ADDR: undefined } })], 'address'],
    ['with another protocol', [syncApplication({ parms: { ADDR: 'ftp://a:21/' } })], 'address'],
    [
      'with an address without a port',
      [syncApplication({ parms: { ADDR: 'https://sync.example.com/syncml' } })],
      'port',
    ],
    ['without a user', [syncApplication({ user: '' })], 'user'],
    ['without folders', [syncApplication({ resources: [] })], 'folder'],
    [
      'with an oversized folder name',
      [syncApplication({ resources: [resource(long, vcard)] })],
      'length',
    ],
    ['with an oversized name', [syncApplication({ parms: { NAME: long } })], 'length'],
  ])('says why, and cannot be saved: %s', async (_name, characteristics, problem) => {
    const document = { characteristics };
    const unsigned = await desk.send(provisioningParts({ security: 'none' }, document));
    expect(unsigned.configuration).toMatchObject({ state: 'open', problem });
    await expect(desk.save(unsigned.id)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(desk.fixture().lines).toContainEqual(
      expect.objectContaining({
        level: 'warn',
        key: 'phone.settings-unusable',
        params: { device: 'Nokia E71', problem },
      }),
    );
    const signed = await desk.send(
      provisioningParts({ security: 'userpin', ...secrets }, document),
    );
    expect(signed.configuration).toMatchObject({ state: 'locked', problem: null });
    expect(await desk.open(signed.id, '1234')).toMatchObject({ state: 'open', problem });
    expect(desk.profiles.size).toBe(0);
  });
});
