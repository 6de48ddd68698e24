import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../bytes.ts';
import { recordedMessage } from '../../testing/syncml-traffic.ts';
import { decodeSyncml, encodeSyncml } from '../document.ts';
import { anyDeviceInfo } from '../testing/arbitrary-device-info.ts';
import { decodeSyncmlXml } from '../xml/read-xml.ts';
import { encodeSyncmlXml } from '../xml/write-xml.ts';
import type { DeviceInfo } from './device-info.ts';
import { decodeSyncmlMessage } from './message-codec.ts';
import type { InfoCommand, ItemData } from './model.ts';
import { readDeviceInfo } from './read-device-info.ts';
import { writeDeviceInfo } from './write-device-info.ts';

const versions = ['1.0', '1.1', '1.2'] as const;
const wbxmlType = 'application/vnd.syncml-devinf+wbxml';

function bytes(text: string): Uint8Array {
  return encodeUtf8(text, 'syncml');
}

/** What a recorded message tells about a device. */
function recorded(name: string): ItemData {
  const { bytes: message, encoding } = recordedMessage(name);
  const { commands } = decodeSyncmlMessage(message, encoding).message;
  const found = commands.find(
    (command): command is InfoCommand => command.kind === 'put' || command.kind === 'results',
  );
  const data = found?.items[0]?.data;
  if (data === undefined) throw new Error('no description of a device');
  return data;
}

function legacy(body: string): DeviceInfo {
  return readDeviceInfo(bytes(`<DevInf><VerDTD>1.1</VerDTD>${body}</DevInf>`));
}

describe('a description of a device', () => {
  it.each(versions)('comes back as it was: %s', (version) => {
    fc.assert(
      fc.property(anyDeviceInfo(version), (info) => {
        for (const encoding of ['wbxml', 'xml'] as const) {
          expect(readDeviceInfo(writeDeviceInfo(info, version, encoding))).toEqual(info);
        }
      }),
    );
  });

  it.each(['wbxml-put-and-alerts', 'wbxml-results-and-alerts', 'xml-put-and-alerts'])(
    'point 42: of SyncEvolution is read: %s',
    (name) => {
      const info = readDeviceInfo(recorded(name), wbxmlType);
      expect(info).toMatchObject({
        version: '1.2',
        manufacturer: 'Patrick Ohly',
        model: 'SyncEvolution',
        utc: true,
        supportsLargeObjects: true,
        supportsNumberOfChanges: true,
      });
      const [contacts] = info.datastores;
      expect(contacts).toMatchObject({
        sourceRef: './addressbook',
        receivePreferred: { type: 'text/vcard', version: '3.0' },
        receive: [{ type: 'text/x-vcard', version: '2.1' }],
      });
      expect(contacts?.syncTypes.slice(0, 7)).toEqual([1, 2, 3, 4, 5, 6, 7]);
      const [capability] = contacts?.capabilities ?? [];
      expect(capability).toMatchObject({ type: 'text/vcard', version: '3.0' });
      expect(capability?.properties.find((property) => property.name === 'VERSION')).toEqual({
        name: 'VERSION',
        values: ['3.0'],
        maxOccurs: 1,
      });
      const phone = capability?.properties.find((property) => property.name === 'TEL');
      expect(phone?.parameters?.[0]).toMatchObject({ name: 'TYPE' });
      expect(phone?.parameters?.[0]?.values).toContain('CELL');
    },
  );

  it('may stand in an item as text or in a section', () => {
    const xml =
      '<DevInf xmlns="syncml:devinf"><VerDTD>1.1</VerDTD><DevID>7</DevID><DevTyp>Phone</DevTyp></DevInf>';
    const escaped = xml.replaceAll('<', '&lt;');
    for (const data of [xml, escaped, `<![CDATA[${xml}]]>`, `\n ${xml} \n`]) {
      const message =
        '<SyncML><SyncHdr><SessionID>1</SessionID><MsgID>1</MsgID><Source/></SyncHdr><SyncBody>' +
        `<Put><CmdID>1</CmdID><Item><Data>${data}</Data></Item></Put></SyncBody></SyncML>`;
      const [put] = decodeSyncmlMessage(bytes(message), 'xml').message.commands;
      const item = put?.kind === 'put' ? put.items[0]?.data : undefined;
      expect(item && readDeviceInfo(item, wbxmlType)).toMatchObject({
        version: '1.1',
        deviceId: '7',
        deviceType: 'phone',
      });
    }
  });

  it('of 1.1 has its capabilities in one sequence for all datastores', () => {
    const card = '<CTType>text/x-vcard</CTType><VerCT>2.1</VerCT>';
    const info = legacy(
      `<DevID>7</DevID><DevTyp>phone</DevTyp>
       <DataStore><SourceRef>c</SourceRef><Rx-Pref>${card}</Rx-Pref><Tx-Pref>${card}</Tx-Pref></DataStore>
       <DataStore><SourceRef>e</SourceRef><Rx-Pref><CTType>text/x-vcalendar</CTType>
         <VerCT>1.0</VerCT></Rx-Pref></DataStore>
       <CTCap><CTType>text/x-vcard</CTType>
         <PropName>VERSION</PropName><ValEnum>2.1</ValEnum>
         <PropName>N</PropName><DataType>chr</DataType><Size>50</Size>
         <PropName>TEL</PropName><ParamName>CELL</ParamName><DisplayName>Mobile</DisplayName>
           <ParamName>TYPE</ParamName><ValEnum>WORK</ValEnum><ValEnum>HOME</ValEnum>
         <CTType>Text/X-vCalendar</CTType><PropName>SUMMARY</PropName></CTCap>`,
    );
    expect(info.datastores.map(({ capabilities }) => capabilities)).toEqual([
      [
        {
          type: 'text/x-vcard',
          version: '2.1',
          properties: [
            { name: 'VERSION', values: ['2.1'] },
            { name: 'N', maxSize: 50 },
            {
              name: 'TEL',
              parameters: [
                { name: 'CELL', displayName: 'Mobile' },
                { name: 'TYPE', values: ['WORK', 'HOME'] },
              ],
            },
          ],
        },
      ],
      [{ type: 'Text/X-vCalendar', version: '1.0', properties: [{ name: 'SUMMARY' }] }],
    ]);
    // What is said for one direction holds for the other.
    expect(info.datastores[1]?.sendPreferred).toEqual({ type: 'text/x-vcalendar', version: '1.0' });
  });

  it('calls the size of a property by the name that its version has', () => {
    const type = { type: 'text/x-vcard', version: '2.1' };
    const properties = [
      { name: 'VERSION', values: ['2.1'] },
      { name: 'N', maxSize: 50 },
    ];
    const info: DeviceInfo = {
      version: '1.1',
      deviceId: '7',
      deviceType: 'phone',
      datastores: [
        {
          sourceRef: 'c',
          receivePreferred: type,
          receive: [],
          sendPreferred: type,
          send: [],
          capabilities: [{ ...type, properties }],
          syncTypes: [1],
        },
      ],
    };
    const xmlOf = (version: '1.1' | '1.2') => {
      const root = writeDeviceInfo(info, version, 'xml');
      if (root instanceof Uint8Array) throw new Error('not an element');
      return Buffer.from(encodeSyncmlXml({ kind: 'devinf', version, root })).toString();
    };
    expect(xmlOf('1.1')).toContain('<DataType>chr</DataType><Size>50</Size>');
    expect(xmlOf('1.2')).toContain('<PropName>N</PropName><MaxSize>50</MaxSize>');
    expect(readDeviceInfo(bytes(xmlOf('1.1')))).toEqual(info);
  });

  it('may have nothing but its root', () => {
    expect(readDeviceInfo(bytes('<DevInf/>'))).toEqual({
      version: '1.2',
      deviceId: '',
      deviceType: '',
      datastores: [],
    });
  });

  it('is one document in both forms', () => {
    const data = recorded('wbxml-results-and-alerts');
    if (!(data instanceof Uint8Array)) throw new Error('not octets');
    const document = decodeSyncml(data);
    expect(decodeSyncmlXml(encodeSyncmlXml(document))).toEqual(document);
    expect(encodeSyncml(document)).toEqual(data);
  });
});
