import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hasProgram } from '../../testing/programs.ts';
import { decodeUtf8, encodeUtf8 } from '../bytes.ts';
import { recordedMessage, recordedMessages } from '../testing/syncml-traffic.ts';
import {
  decodeSyncmlMessage,
  encodeSyncmlMessage,
  readDeviceInfo,
  writeDeviceInfo,
  type Command,
  type ItemData,
  type SyncItem,
  type SyncmlMessage,
  type SyncmlVersion,
} from './index.ts';
import { anyDeviceInfo } from './testing/arbitrary-device-info.ts';

const run = promisify(execFile);
const deviceInfoType = 'application/vnd.syncml-devinf+wbxml';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pushdesk-libwbxml-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function convert(program: string, options: readonly string[], input: Uint8Array) {
  const [from, to] = [join(folder, 'input'), join(folder, 'output')];
  await writeFile(from, input);
  await run(program, [...options, '-o', to, from]);
  return new Uint8Array(await readFile(to));
}

const toXml = async (wbxml: Uint8Array) => await convert('wbxml2xml', ['-m', '0'], wbxml);
const toWbxml = async (xml: Uint8Array, ...options: string[]) =>
  await convert('xml2wbxml', ['-v', '1.2', ...options], xml);

/**
 * What libwbxml changes, undone on both sides: line ends of vCards, the type of a description of a
 * device, and whether that is octets or an element.
 */
function comparable(message: SyncmlMessage): SyncmlMessage {
  return { ...message, commands: message.commands.map(comparableCommand) };
}

function comparableCommand(command: Command): Command {
  if ('commands' in command) {
    return { ...command, commands: command.commands.map(comparableCommand) };
  }
  if (command.kind === 'put' || command.kind === 'results' || command.kind === 'get') {
    return { ...command, meta: {}, items: command.items.map(comparableItem) };
  }
  if (!('items' in command) || command.kind === 'map') return command;
  return { ...command, items: command.items.map(comparableItem) };
}

function comparableItem(item: SyncItem): SyncItem {
  return item.data === undefined ? item : { ...item, data: comparableData(item.data) };
}

function comparableData(data: ItemData): ItemData {
  if (!(data instanceof Uint8Array)) {
    return data.name === 'DevInf' ? writeDeviceInfo(readDeviceInfo(data), '1.2', 'wbxml') : data;
  }
  if ((data[0] ?? 0xff) <= 3) return writeDeviceInfo(readDeviceInfo(data), '1.2', 'wbxml');
  return encodeUtf8(decodeUtf8(data, 'syncml').replaceAll('\r\n', '\n'), 'syncml');
}

function message(version: SyncmlVersion, commands: readonly Command[]): SyncmlMessage {
  return {
    header: {
      verDtd: version,
      verProto: `SyncML/${version}`,
      sessionId: '1',
      msgId: '1',
      target: { uri: 'IMEI:1' },
      source: { uri: 'http://sync.example/syncml' },
    },
    commands,
    final: true,
  };
}

describe.skipIf(!hasProgram('wbxml2xml') || !hasProgram('xml2wbxml'))('libwbxml', () => {
  it.each(recordedMessages)(
    'reads our WBXML and says in XML what we meant: $name',
    async (recorded) => {
      const { message: sent, version } = decodeSyncmlMessage(recorded.bytes, recorded.encoding);
      const xml = await toXml(encodeSyncmlMessage(sent, { encoding: 'wbxml', version }));
      const read = decodeSyncmlMessage(xml, 'xml');
      expect(read.version).toBe(version);
      expect(comparable(read.message)).toEqual(comparable(sent));
    },
  );

  it.each(recordedMessages.filter(({ encoding }) => encoding === 'xml'))(
    'makes of our XML a WBXML that we read: $name',
    async ({ bytes }) => {
      const { message: sent, version } = decodeSyncmlMessage(bytes, 'xml');
      const xml = encodeSyncmlMessage(sent, { encoding: 'xml', version });
      for (const stringTable of [[], ['-n']]) {
        const read = decodeSyncmlMessage(await toWbxml(xml, ...stringTable), 'wbxml');
        expect(read).toMatchObject({ version, wbxmlVersion: 2 });
        expect(comparable(read.message)).toEqual(comparable(sent));
      }
    },
  );

  it.each(['1.0', '1.1', '1.2'] as const)('knows our document types of %s', async (version) => {
    const sent = message(version, [
      {
        kind: 'status',
        cmdId: '1',
        msgRef: '1',
        cmdRef: '0',
        cmd: 'SyncHdr',
        targetRefs: [],
        sourceRefs: [],
        code: 200,
        items: [],
      },
    ]);
    const xml = await toXml(encodeSyncmlMessage(sent, { encoding: 'wbxml', version }));
    expect(decodeUtf8(xml, 'syncml')).toContain(`-//SYNCML//DTD SyncML ${version}//EN`);
    const wbxml = await toWbxml(xml);
    expect(decodeSyncmlMessage(wbxml, 'wbxml')).toMatchObject({ version, message: sent });
  });

  it('reads what only 1.2 has', async () => {
    const sent = message('1.2', [
      {
        kind: 'sync',
        cmdId: '1',
        numberOfChanges: 2,
        commands: [
          {
            kind: 'add',
            cmdId: '2',
            items: [
              {
                source: { uri: '7' },
                sourceParent: '1',
                targetParent: '/2',
                meta: { type: 'text/plain', size: 4 },
                data: encodeUtf8('half', 'syncml'),
                moreData: true,
              },
            ],
          },
          { kind: 'move', cmdId: '3', items: [{ source: { uri: '8' } }] },
        ],
      },
    ]);
    const xml = await toXml(encodeSyncmlMessage(sent, { encoding: 'wbxml', version: '1.2' }));
    expect(decodeSyncmlMessage(xml, 'xml').message).toEqual(sent);
  });

  it.each(['1.0', '1.1', '1.2'] as const)(
    'point 42: reads our description of a device of %s',
    async (version) => {
      for (const info of fc.sample(anyDeviceInfo(version), { numRuns: 10, seed: 42 })) {
        const data = writeDeviceInfo(info, version, 'wbxml');
        if (!(data instanceof Uint8Array)) throw new Error('not octets');
        expect(readDeviceInfo(await toXml(data), deviceInfoType)).toEqual(info);
      }
    },
  );

  it('point 42: reads our Results, in which the description is a document of its own', async () => {
    const { bytes, encoding } = recordedMessage('wbxml-results-and-alerts');
    const { message: sent } = decodeSyncmlMessage(bytes, encoding);
    const results = sent.commands.find(({ kind }) => kind === 'results');
    const data = results?.kind === 'results' ? results.items[0]?.data : undefined;
    if (results?.kind !== 'results' || data === undefined) throw new Error('no results');
    const info = readDeviceInfo(data);
    const items = [{ source: { uri: './devinf12' }, data: writeDeviceInfo(info, '1.2', 'wbxml') }];
    const answer = message('1.2', [{ ...results, items }]);
    const xml = await toXml(encodeSyncmlMessage(answer, { encoding: 'wbxml', version: '1.2' }));
    const [read] = decodeSyncmlMessage(xml, 'xml').message.commands;
    const found = read?.kind === 'results' ? read.items[0]?.data : undefined;
    expect(found instanceof Uint8Array).toBe(false);
    expect(found && readDeviceInfo(found)).toEqual(info);
  });
});
