import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askTshark, type TsharkPacket } from '../testing/peers/tshark.ts';
import { hasProgram } from '../testing/programs.ts';
import { toHex } from './bytes.ts';
import { addressOf, dataCodings, encodeSubmit, submitsOf } from './gsm-sms/index.ts';
import {
  decodeProvisioningDocument,
  encodeProvisioningDocument,
  encodeProvisioningPush,
  encodeProvisioningSms,
  imsiKey,
  isCharacteristic,
  provisioningXml,
  type Characteristic,
  type Parm,
  type ProvisioningDocument,
} from './oma-cp/index.ts';
import { provisioningVocabulary } from './oma-cp/tokens.ts';
import {
  browserSettingsPorts,
  decodeBrowserSettings,
  decodeSyncSettings,
  encodeBrowserSettings,
  encodeBrowserSettingsSms,
  encodeSyncSettings,
  encodeSyncSettingsSms,
  syncSettingsPorts,
  type BrowserSettings,
  type SyncSettings,
} from './ota-settings/index.ts';
import { browserVocabulary } from './ota-settings/browser-tokens.ts';
import { usualMail, usualSyncml } from './testing/usual-provisioning.ts';
import type { AttributedVocabulary } from './wbxml/index.ts';

const run = promisify(execFile);
const kannel = '/usr/lib/kannel/test/test_ota';
const secrets = { pin: '4711', imsi: '262011234567890' };
const documents: readonly (readonly [string, ProvisioningDocument])[] = [
  ['a SyncML account', usualSyncml],
  ['a mailbox', usualMail],
];

const syncSettings: SyncSettings = {
  name: 'Example Sync',
  hostAddress: 'http://sync.example.com:80/syncml',
  databases: [
    { contentType: 'text/x-vcard', contentTypeVersion: '2.1', uri: 'card', name: 'Contacts' },
    { contentType: 'text/x-vcalendar', contentTypeVersion: '1.0', uri: 'cal', name: 'Calendar' },
  ],
  authentication: { scheme: 'md5', username: 'alice' },
};

const browserSettings: BrowserSettings = {
  addresses: [
    [
      { name: 'BEARER', value: 'GPRS' },
      { name: 'GPRS_ACCESSPOINTNAME', value: 'internet' },
      { name: 'PPP_AUTHTYPE', value: 'CHAP' },
      { name: 'PPP_AUTHNAME', value: 'guest' },
    ],
  ],
  homepage: 'http://wap.example.com/',
  mmsUrl: 'http://mms.example.com/',
  name: 'Example',
  bookmarks: [{ name: 'Start', url: 'http://wap.example.com/start' }],
};

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pushdesk-provisioning-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Texts that documents can hold: names and values whose tokens are written. */
function writtenNames({ pages }: AttributedVocabulary, attribute: string): string[] {
  const prefix = `${attribute}=`;
  const starts = pages.flatMap(({ starts, readOnly }) =>
    Object.keys(starts).filter((text) => readOnly?.has(text) !== true),
  );
  const names = starts
    .filter((text) => text.startsWith(prefix))
    .map((text) => text.slice(prefix.length));
  return [...new Set(names)];
}

/** A document with every token that is written. */
function everyToken(): ProvisioningDocument {
  const values = provisioningVocabulary.pages.map(({ values: table, readOnly }) =>
    Object.keys(table).filter((text) => readOnly?.has(text) !== true),
  );
  // A value's token is used on its page, and a name that is only there leads to the page.
  const settings = values.flatMap((page, index) =>
    page.map((value): Parm => ({ name: index === 0 ? 'NAPID' : 'APPID', value })),
  );
  const names = writtenNames(provisioningVocabulary, 'name').map((name): Parm => ({
    name,
    value: `of ${name}`,
  }));
  return {
    characteristics: writtenNames(provisioningVocabulary, 'type').map((type) => ({
      type,
      children: [...settings, ...names],
    })),
  };
}

/** XML without its head, and without the white space between tags. */
function compact(xml: string): string {
  return xml
    .replace(/^[^]*?<!DOCTYPE[^>]*>/, '')
    .replaceAll(/>\s+</g, '><')
    .trim();
}

async function written(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function output(name: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(join(folder, name)));
}

function browserXml({ addresses, homepage, mmsUrl, name, bookmarks }: BrowserSettings): string {
  const parm = (key: string, value = '') => `<PARM NAME="${key}" VALUE="${value}"/>`;
  const group = (type: string, content: string) =>
    `<CHARACTERISTIC TYPE="${type}">${content}</CHARACTERISTIC>`;
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE CHARACTERISTIC-LIST SYSTEM "characteristic-list.dtd">',
    '<CHARACTERISTIC-LIST>',
    ...addresses.map((address) =>
      group('ADDRESS', address.map((setting) => parm(setting.name, setting.value)).join('')),
    ),
    `<CHARACTERISTIC TYPE="URL" VALUE="${homepage ?? ''}"/>`,
    `<CHARACTERISTIC TYPE="MMSURL" VALUE="${mmsUrl ?? ''}"/>`,
    group('NAME', parm('NAME', name)),
    ...bookmarks.map((mark) => group('BOOKMARK', parm('NAME', mark.name) + parm('URL', mark.url))),
    '</CHARACTERISTIC-LIST>',
  ].join('\n');
}

function syncXml({ name, hostAddress, databases, authentication }: SyncSettings): string {
  const element = (tag: string, ...content: readonly (string | undefined)[]) =>
    `<${tag}>${content.join('')}</${tag}>`;
  const document = element(
    'SyncSettings',
    element('Version', '1.0'),
    element('HostAddr', hostAddress),
    ...databases.map((database) =>
      element(
        'RemoteDB',
        element('CTType', database.contentType),
        element('CTVer', database.contentTypeVersion),
        element('URI', database.uri),
        element('Name', database.name),
      ),
    ),
    element('Name', name),
    element(
      'Auth',
      element('AuthLevel', '1'),
      element('AuthScheme', authentication?.scheme === 'md5' ? '2' : '1'),
      element('Username', authentication?.username),
    ),
  );
  // Kannel falls over tags without white space between them.
  return `<?xml version="1.0"?>\n${document.replaceAll('><', '>\n<')}`;
}

describe.skipIf(!hasProgram('wbxml2xml') || !hasProgram('xml2wbxml'))('libwbxml', () => {
  async function toXml(bytes: Uint8Array, ...options: readonly string[]): Promise<string> {
    const input = await written('in.wbxml', bytes);
    await run('wbxml2xml', ['-m', '0', ...options, '-o', join(folder, 'out.xml'), input]);
    return await readFile(join(folder, 'out.xml'), 'utf8');
  }

  async function toWbxml(xml: string, ...options: readonly string[]): Promise<Uint8Array> {
    const input = await written('in.xml', xml);
    await run('xml2wbxml', [...options, '-o', join(folder, 'out.wbxml'), input]);
    return await output('out.wbxml');
  }

  it.each([...documents, ['every token', everyToken()] as const])(
    'reads %s as we have written it',
    async (_name, document) => {
      const xml = await toXml(encodeProvisioningDocument(document));
      expect(xml).toContain('-//WAPFORUM//DTD PROV 1.0//EN');
      expect(compact(xml)).toBe(compact(provisioningXml(document)));
    },
  );

  it.each(documents)('writes %s so that we read it', async (_name, document) => {
    const xml = provisioningXml(document);
    for (const options of [['-n'], [], ['-n', '-v', '1.1']]) {
      const bytes = await toWbxml(xml, ...options);
      expect(decodeProvisioningDocument(bytes)).toEqual(document);
    }
  });

  it('reads and writes the settings of a browser as we do', async () => {
    const bytes = encodeBrowserSettings(browserSettings);
    const xml = browserXml(browserSettings);
    expect(compact(await toXml(bytes, '-l', 'OTA'))).toBe(compact(xml));
    const theirs = await toWbxml(xml, '-n', '-v', '1.1');
    expect(decodeBrowserSettings(theirs)).toEqual(browserSettings);
  });

  it('has the same names for all tokens of a browser', async () => {
    const values = writtenNames(browserVocabulary, 'VALUE');
    const names = writtenNames(browserVocabulary, 'NAME');
    const address = [
      ...names.map((name) => ({ name, value: 'x' })),
      ...values.map((value) => ({ name: 'BEARER', value })),
    ];
    const bytes = encodeBrowserSettings({ addresses: [address], bookmarks: [] });
    const xml = await toXml(bytes, '-l', 'OTA');
    const found = [...xml.matchAll(/NAME="([^"]*)" VALUE="([^"]*)"/g)];
    expect(found.map(([, name, value]) => ({ name, value }))).toEqual(address);
  });
});

describe.skipIf(!hasProgram(kannel))('Kannel', () => {
  async function compiled(xml: string): Promise<Uint8Array> {
    const input = await written('in.xml', xml);
    await run(kannel, ['-v', '4', '-f', join(folder, 'out.wbxml'), input]);
    return await output('out.wbxml');
  }

  it.each([...documents, ['every token', everyToken()] as const])(
    'writes %s so that we read it',
    async (_name, document) => {
      const bytes = await compiled(provisioningXml(document));
      expect(decodeProvisioningDocument(bytes)).toEqual(document);
      // It switches pages more often than we do, and has nothing that we write longer.
      expect(encodeProvisioningDocument(document).length).toBeLessThanOrEqual(bytes.length);
    },
  );

  it('writes the settings of a browser octet by octet as we do', async () => {
    const bytes = await compiled(browserXml(browserSettings));
    expect(toHex(encodeBrowserSettings(browserSettings))).toBe(toHex(bytes));
    expect(decodeBrowserSettings(bytes)).toEqual(browserSettings);
  });

  it('writes the settings of a SyncML client octet by octet as we do', async () => {
    const bytes = await compiled(syncXml(syncSettings));
    expect(toHex(encodeSyncSettings(syncSettings))).toBe(toHex(bytes));
    expect(decodeSyncSettings(bytes)).toEqual(syncSettings);
  });
});

describe.skipIf(!hasProgram('openssl'))('OpenSSL', () => {
  it.each([
    ['userpin', toHex(new TextEncoder().encode(secrets.pin))],
    ['netwpin', toHex(imsiKey(secrets.imsi))],
    ['usernetwpin', `${toHex(imsiKey(secrets.imsi))}34373131`],
  ] as const)('makes the MAC of %s as we do', async (security, key) => {
    const { body, push } = encodeProvisioningSms(
      { document: usualSyncml, security, ...secrets },
      { reference: 1 },
    );
    const file = await written('document.wbxml', body);
    const options = ['dgst', '-sha1', '-mac', 'HMAC', '-macopt', `hexkey:${key}`, '-r', file];
    const { stdout } = await run('openssl', options);
    const mac = stdout.slice(0, 40).toUpperCase();
    expect(mac).toMatch(/^[0-9A-F]{40}$/);
    expect(toHex(push)).toContain(`92${toHex(new TextEncoder().encode(mac))}00`);
  });
});

describe.skipIf(!hasProgram('tshark') || !hasProgram('text2pcap'))('tshark', () => {
  const fields = [
    'gsm_sms.destination_port',
    'gsm_sms.reassembled.length',
    'wsp.header.content_type',
    'wsp.parameter.sec',
    'wsp.parameter.mac',
    'wsp.parameter.charset',
    'wbxml.public_id.known',
    'wbxml.known_attrstart',
    'wbxml.known_attrvalue',
    'wbxml.str_i',
    'wbxml.invalid_token',
  ];

  // Its table of page 1 is older than those of Nokia, Kannel and libwbxml, which have "value" there;
  // the settings that operators send keep to that page, too.
  const valueStarts = new Set(['value=', '(Requested token not defined for this content type)']);

  it.each([
    ['netwpin', '0x00'],
    ['userpin', '0x01'],
    ['usernetwpin', '0x02'],
  ] as const)('finds a document signed by %s in its messages', async (security, sec) => {
    const description = { document: usualSyncml, security, ...secrets };
    const { push, segments } = encodeProvisioningSms(description, { reference: 0x5a });
    const submits = submitsOf(segments, {
      destination: addressOf('+4915112345678'),
      dataCoding: dataCodings.binaryClass1,
    });
    const packets = submits.map((submit): TsharkPacket => ({
      kind: 'from-phone',
      bytes: encodeSubmit(submit),
    }));
    const found = await askTshark(folder, packets, fields);
    expect(found.map((packet) => packet['gsm_sms.destination_port'])).toEqual(
      segments.map(() => ['2948']),
    );
    const last = found.at(-1);
    expect(last).toMatchObject({
      'gsm_sms.reassembled.length': [String(push.length)],
      'wsp.parameter.sec': [sec],
      'wbxml.public_id.known': ['0x0000000b'],
      'wbxml.invalid_token': [''],
    });
    const mac = last?.['wsp.parameter.mac']?.join('') ?? '';
    expect(mac).toMatch(/^[0-9A-F]{40}$/);
    expect(new TextDecoder().decode(push)).toContain(mac);
    const starts = last?.['wbxml.known_attrstart']?.filter((start) => !valueStarts.has(start));
    expect(starts).toEqual(["version='1.0'", ...usualSyncml.characteristics.flatMap(startsOf)]);
    expect(last?.['wbxml.str_i']).toEqual(literalsOf(usualSyncml));
    expect(last?.['wbxml.known_attrvalue']?.join()).toContain('APPSRV');
  });

  it('finds a document that has no signature', async () => {
    const body = encodeProvisioningDocument(usualMail);
    for (const security of ['none', 'userpinmac'] as const) {
      const bytes = encodeProvisioningPush({ body, security });
      const [packet] = await askTshark(folder, [{ kind: 'push', bytes }], fields);
      expect(packet).toMatchObject({
        'wsp.parameter.sec': [security === 'none' ? '' : '0x03'],
        'wsp.parameter.mac': [''],
        'wbxml.invalid_token': [''],
      });
      expect(packet?.['wsp.header.content_type']?.join()).toContain('connectivity-wbxml');
    }
  });

  it.each([
    [
      'a SyncML client',
      encodeSyncSettingsSms(syncSettings, { reference: 1 }),
      syncSettingsPorts,
      'application/vnd.nokia.syncset+wbxml',
    ],
    [
      'a browser',
      encodeBrowserSettingsSms(browserSettings, { reference: 1 }),
      browserSettingsPorts,
      'application/x-wap-prov.browser-settings',
    ],
  ])('finds the settings of %s', async (_name, { push, segments }, ports, media) => {
    const bytes = push;
    const [packet] = await askTshark(folder, [{ kind: 'push', bytes }], fields);
    expect(packet?.['wsp.header.content_type']?.join()).toContain(media);
    expect(packet).toMatchObject({ 'wsp.parameter.charset': ['UTF-8'] });
    const submits = submitsOf(segments, {
      destination: addressOf('+4915112345678'),
      dataCoding: dataCodings.binaryClass1,
    });
    const packets = submits.map((submit): TsharkPacket => ({
      kind: 'from-phone',
      bytes: encodeSubmit(submit),
    }));
    const found = await askTshark(folder, packets, fields);
    expect(found[0]).toMatchObject({
      'gsm_sms.destination_port': [String(ports.destination)],
    });
  });
});

/** What tshark shows for the beginnings of a group's attributes. */
function startsOf(child: Parm | Characteristic): string[] {
  if (!isCharacteristic(child)) return [`name='${child.name}'`];
  return [`type='${child.type}'`, ...child.children.flatMap(startsOf)];
}

/** The texts of a document that are written in full. */
function literalsOf(document: ProvisioningDocument): string[] {
  const texts = (child: Parm | Characteristic): string[] => {
    if (isCharacteristic(child)) return child.children.flatMap(texts);
    return child.value === undefined || child.value === 'APPSRV' ? [] : [child.value];
  };
  return document.characteristics.flatMap(texts);
}
