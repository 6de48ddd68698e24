import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hasProgram } from '../testing/programs.ts';
import { anyContentType, encodeAlertSms, type AlertDescription } from './alert-sms.ts';
import { fromHex } from './bytes.ts';
import {
  addressOf,
  dataCodings,
  encodeDeliver,
  encodeStatusReport,
  encodeSubmit,
  segmentText,
  septetsToText,
  submitsOf,
  timestampFromEpoch,
} from './gsm-sms/index.ts';
import { decodeLegacyAlert, syncTypes, uiModes } from './san/index.ts';
import {
  devinf,
  devinfTags,
  encodeSyncml,
  metinf,
  metinfTags,
  syncml,
  syncmlTags,
  type DevinfTag,
  type MetinfTag,
  type SyncmlTag,
} from './syncml/index.ts';
import { askTshark, type TsharkPacket } from '../testing/peers/tshark.ts';
import { encodePush } from './wsp/index.ts';

const run = promisify(execFile);
const phone = addressOf('+4915112345678');
const taken = timestampFromEpoch(Date.UTC(2024, 0, 12, 13, 55, 41), 4);

const alert: AlertDescription = {
  version: '1.2',
  serverId: 'pushdesk',
  password: 'secret',
  nonce: fromHex('00ff'),
  sessionId: 0x1234,
  uiMode: uiModes.background,
  syncs: [
    { syncType: syncTypes.twoWay, contentType: 'text/x-vcard', uri: 'Contacts' },
    { syncType: syncTypes.refreshFromServer, contentType: anyContentType, uri: 'Kalender é' },
  ],
};

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pushdesk-codecs-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

function submitPackets(
  description: AlertDescription,
  options: { reference: number; wide?: boolean },
): TsharkPacket[] {
  const { segments } = encodeAlertSms(description, options);
  return submitsOf(segments, {
    destination: phone,
    dataCoding: dataCodings.binaryClass1,
    validity: { kind: 'relative', minutes: 24 * 60 },
    statusReport: true,
  }).map((submit) => ({ kind: 'from-phone', bytes: encodeSubmit(submit) }));
}

describe.skipIf(!hasProgram('tshark') || !hasProgram('text2pcap'))('tshark', () => {
  const fields = [
    'gsm_sms.tp-mti',
    'gsm_sms.tp-da',
    'gsm_sms.tp-dcs',
    'gsm_sms.tp-srr',
    'gsm_sms.destination_port',
    'gsm_sms.originator_port',
    'gsm_sms.udh.mm.msg_id',
    'gsm_sms.udh.mm.msg_parts',
    'gsm_sms.udh.mm.msg_part',
    'gsm_sms.reassembled.length',
    'wsp.TID',
    'wsp.pdu_type',
    'wsp.headers_length',
    'wsp.header.x_wap_application_id',
  ];

  it('finds the push for SyncML in an alert of one message', async () => {
    const [packet] = await askTshark(folder, submitPackets(alert, { reference: 1 }), fields);
    expect(packet).toMatchObject({
      'gsm_sms.tp-mti': ['1'],
      'gsm_sms.tp-da': ['4915112345678'],
      'gsm_sms.tp-dcs': ['245'],
      'gsm_sms.destination_port': ['2948'],
      'gsm_sms.originator_port': ['49154'],
      'gsm_sms.udh.mm.msg_parts': [''],
      'wsp.TID': ['0x01'],
      'wsp.pdu_type': ['0x06'],
      'wsp.headers_length': ['3'],
      'wsp.header.x_wap_application_id': ['x-wap-application:push.syncml'],
    });
  });

  it.each([{ wide: false }, { wide: true }])('puts a long alert together: %o', async ({ wide }) => {
    const syncs = Array.from({ length: 15 }, (_, index) => ({
      syncType: syncTypes.twoWay,
      contentType: anyContentType,
      uri: `datastore-${String(index)}`,
    }));
    const description = { ...alert, syncs };
    const options = { reference: 0x5a, wide };
    const { push, segments } = encodeAlertSms(description, options);
    const packets = await askTshark(folder, submitPackets(description, options), fields);
    expect(packets).toHaveLength(segments.length);
    expect(packets.map((packet) => packet['gsm_sms.udh.mm.msg_part'])).toEqual([
      ['1'],
      ['2'],
      ['3'],
    ]);
    expect(packets.at(-1)).toMatchObject({
      'gsm_sms.udh.mm.msg_parts': ['3'],
      'gsm_sms.reassembled.length': [String(push.length)],
      'wsp.header.x_wap_application_id': ['x-wap-application:push.syncml'],
    });
  });

  it('finds the push in an alert of version 1.1', async () => {
    const legacy = { ...alert, version: '1.1', syncs: alert.syncs.slice(0, 1) } as const;
    const { push } = encodeAlertSms(legacy, { reference: 1 });
    const [packet] = await askTshark(folder, [{ kind: 'push', bytes: push }], fields);
    expect(packet).toMatchObject({
      'wsp.headers_length': ['6'],
      'wsp.header.x_wap_application_id': ['x-wap-application:push.syncml'],
    });
  });

  it('reads a content type with parameters', async () => {
    const push = encodePush({
      transactionId: 0x34,
      contentType: {
        media: 0x36,
        parameters: [
          { name: 0x11, value: 1 },
          { name: 0x12, value: '8B9449972656197655EDAAD6D92D58F508449C71' },
        ],
      },
      headers: [],
      body: fromHex('030b6a0045'),
    });
    const [packet] = await askTshark(
      folder,
      [{ kind: 'push', bytes: push }],
      ['wsp.TID', 'wsp.headers_length', 'wsp.header.content_type'],
    );
    expect(packet).toMatchObject({ 'wsp.TID': ['0x34'], 'wsp.headers_length': ['47'] });
    expect(packet?.['wsp.header.content_type']?.join()).toContain(
      'application/vnd.wap.connectivity-wbxml',
    );
  });

  it.each([
    ['of the GSM alphabet', 'No: {€} [ok] @£Ø ÄÖÜ ~^'],
    ['in parts, with an escape at the cut', `${'a'.repeat(152)}${'€'.repeat(20)} end`],
    ['outside the alphabet', 'Привет, 世界 €'],
    ['outside the alphabet in parts', `${'ł'.repeat(66)}😀${'ż'.repeat(30)}`],
  ])('shows a text %s', async (_name, text) => {
    const { dataCoding, segments } = segmentText(text, { reference: 9 });
    const packets = submitsOf(segments, { destination: phone, dataCoding }).map(
      (submit): TsharkPacket => ({ kind: 'from-phone', bytes: encodeSubmit(submit) }),
    );
    const found = await askTshark(folder, packets, ['gsm_sms.sms_text']);
    expect(found.at(-1)?.['gsm_sms.sms_text']?.join('')).toBe(text);
  });

  it.each([
    ['a locking shift', 'Şu çılgın Türkiye, ığdır ve İstanbul. '.repeat(6), '', '1', [8, 8]],
    ['a single shift', `Mañana será otro día. ${'x'.repeat(100)}`, '2', '', [3]],
    ['both', `${'ΦãÂ'.repeat(12)}${'ãâª'.repeat(40)}`, '3', '3', [11, 11]],
  ])('finds %s, and the septets behind it', async (_name, text, single, locking, lengths) => {
    const { dataCoding, segments } = segmentText(text, { reference: 9, nationalTables: true });
    const isWhole = segments.length === 1;
    const packets = submitsOf(segments, { destination: phone, dataCoding }).map(
      (submit): TsharkPacket => ({ kind: 'from-phone', bytes: encodeSubmit(submit) }),
    );
    const found = await askTshark(folder, packets, [
      ...['gsm_sms.dis_iei_lang.single_shift', 'gsm_sms.dis_iei_lang.locking_shift'],
      ...['gsm_sms.dis_field_udh.user_data_header_length', 'gsm_sms.udh.mm.msg_part'],
      'gsm_sms.sms_text',
    ]);
    expect(found.map((fields) => Object.values(fields).slice(0, 4))).toEqual(
      lengths.map((length, index) => [
        ...[[single], [locking], [String(length)]],
        [isWhole ? '' : String(index + 1)],
      ]),
    );
    // tshark names the tables and reads the septets by the default alphabet, marking what it lacks.
    const plain = segments.map(({ data }) => septetsToText(data)).join('');
    const read = found.at(-1)?.['gsm_sms.sms_text']?.join('') ?? '';
    expect(read).toHaveLength(plain.length);
    if (single === '') expect(read).toBe(plain);
  });

  it('reads what comes from the service centre', async () => {
    const { segments } = encodeAlertSms(alert, { reference: 1 });
    const [segment = { udh: fromHex(''), data: fromHex('') }] = segments;
    const deliver = encodeDeliver({
      ...segment,
      moreMessages: false,
      loopPrevention: false,
      statusReportIndication: false,
      replyPath: false,
      originator: { type: 0xd0, value: 'Pushdesk' },
      protocolId: 0,
      dataCoding: dataCodings.binaryClass1,
      timestamp: taken,
    });
    const report = encodeStatusReport({
      moreMessages: false,
      loopPrevention: false,
      answersCommand: false,
      hasHeader: false,
      messageReference: 90,
      recipient: phone,
      timestamp: taken,
      discharged: timestampFromEpoch(Date.UTC(2024, 0, 12, 13, 55, 43), -20),
      status: 0x46,
      optional: fromHex(''),
    });
    const packets = [deliver, report].map((bytes): TsharkPacket => ({ kind: 'to-phone', bytes }));
    const found = await askTshark(folder, packets, [
      ...['gsm_sms.tp-mti', 'gsm_sms.tp-oa', 'gsm_sms.tp-ra', 'gsm_sms.tp-mr'],
      ...['gsm_sms.scts.hour', 'gsm_sms.scts.timezone', 'wsp.header.x_wap_application_id'],
    ]);
    expect(found[0]).toMatchObject({
      'gsm_sms.tp-mti': ['0'],
      'gsm_sms.tp-oa': ['Pushdesk'],
      'gsm_sms.scts.hour': ['14'],
      'wsp.header.x_wap_application_id': ['x-wap-application:push.syncml'],
    });
    expect(found[1]).toMatchObject({
      'gsm_sms.tp-mti': ['2'],
      'gsm_sms.tp-ra': ['4915112345678'],
      'gsm_sms.tp-mr': ['90'],
      'gsm_sms.scts.hour': ['14', '8'],
    });
  });
});

describe.skipIf(!hasProgram('wbxml2xml'))('libwbxml', () => {
  async function readWbxml(bytes: Uint8Array): Promise<string> {
    const input = join(folder, 'document.wbxml');
    const output = join(folder, 'document.xml');
    await writeFile(input, bytes);
    await run('wbxml2xml', ['-m', '0', '-o', output, input]);
    return await readFile(output, 'utf8');
  }

  it.each(['1.0', '1.1'] as const)('reads an alert of version %s', async (version) => {
    const { san } = encodeAlertSms({ ...alert, version }, { reference: 1 });
    const xml = await readWbxml(san);
    expect(xml).toContain(`-//SYNCML//DTD SyncML ${version}//EN`);
    for (const part of [
      `<VerDTD>${version}</VerDTD><VerProto>SyncML/${version}</VerProto>`,
      '<SessionID>1234</SessionID><MsgID>1</MsgID>',
      '<Source><LocURI>pushdesk</LocURI></Source>',
      '<Alert><CmdID>1</CmdID><Data>206</Data><Item><Source><LocURI>Contacts</LocURI></Source>',
      '<CmdID>2</CmdID><Data>210</Data><Item><Source><LocURI>Kalender é</LocURI></Source></Item>',
      '<Final/></SyncBody></SyncML>',
    ]) {
      expect(xml).toContain(part);
    }
    expect(xml).toMatch(/<Type[^>]*>text\/x-vcard<\/Type>/);
  });

  it('has the same names for all tokens of a message', async () => {
    const names = (Object.keys(syncmlTags) as SyncmlTag[]).filter((name) => name !== 'SyncML');
    const metinfNames = Object.keys(metinfTags) as MetinfTag[];
    const root = syncml(
      'SyncML',
      ...names.map((name) => syncml(name, 'x')),
      syncml('Meta', ...metinfNames.map((name) => metinf(name, 'x'))),
    );
    const xml = await readWbxml(encodeSyncml({ kind: 'syncml', version: '1.2', root }));
    const found = [...xml.matchAll(/<([A-Za-z]+)[^>]*>x</g)].map(([, name]) => name);
    expect(found).toEqual([...names, ...metinfNames]);
  });

  it('has the same names for all tokens of a device information document', async () => {
    const names = (Object.keys(devinfTags) as DevinfTag[]).filter((name) => name !== 'DevInf');
    const root = devinf('DevInf', ...names.map((name) => devinf(name, 'x')));
    const xml = await readWbxml(encodeSyncml({ kind: 'devinf', version: '1.2', root }));
    const found = [...xml.matchAll(/<([A-Za-z-]+)[^>]*>x</g)].map(([, name]) => name);
    expect(found).toEqual(names);
  });

  it('writes alerts that we read', async () => {
    const { san } = encodeAlertSms({ ...alert, version: '1.1' }, { reference: 1 });
    const input = join(folder, 'alert.xml');
    const output = join(folder, 'alert.wbxml');
    await writeFile(input, await readWbxml(san));
    for (const stringTable of [[], ['-n']]) {
      await run('xml2wbxml', ['-v', '1.2', ...stringTable, '-o', output, input]);
      const written = new Uint8Array(await readFile(output));
      expect(decodeLegacyAlert(written)).toEqual(decodeLegacyAlert(san));
    }
  });
});
