import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatBytes, fromHex } from '../bytes.ts';
import { encodeUserDataHeader, segmentBinary, wapPushPorts } from '../gsm-sms/index.ts';
import { dissectLimits } from '../limits.ts';
import { browserSettingsPorts, syncSettingsPorts } from '../ota-settings/index.ts';
import { hostileBytes } from '../testing/hostile-bytes.ts';
import { allVectors, vector } from '../testing/vectors.ts';
import { undecodableKey, type DissectNode } from './node.ts';
import { dissectPush } from './push.ts';
import { dissectSan } from './san.ts';
import { dissectSms, dissectTpdu, segmentBytes } from './sms.ts';

function leavesOf(nodes: readonly DissectNode[]): DissectNode[] {
  return nodes.flatMap((node) => (node.children === undefined ? [node] : leavesOf(node.children)));
}

function valuesOf(nodes: readonly DissectNode[]): Record<string, string> {
  return Object.fromEntries(leavesOf(nodes).map(({ key, value }) => [key, value]));
}

/** Fails unless the leaves cover every octet and lie within their parents. */
function expectCovered(nodes: readonly DissectNode[], length: number): void {
  const covered = new Uint8Array(length);
  for (const leaf of leavesOf(nodes)) covered.fill(1, leaf.offset, leaf.offset + leaf.length);
  expect(covered.indexOf(0)).toBe(-1);
  expectNested(nodes, 0, length);
}

function expectNested(nodes: readonly DissectNode[], start: number, end: number): void {
  for (const { offset, length, children = [] } of nodes) {
    expect(offset).toBeGreaterThanOrEqual(start);
    expect(offset + length).toBeLessThanOrEqual(end);
    expectNested(children, offset, offset + length);
  }
}

describe('a dissected alert', () => {
  it('shows every field of the notification and where it is', () => {
    const nodes = dissectSan(vector('san12-two-dbs-vendor'));
    expect(leavesOf(nodes).slice(0, 13)).toEqual([
      { key: 'san.digest', value: '03aa8d043b86119109c86d2095d11a80', offset: 0, length: 16 },
      { key: 'san.version', value: '1.2', offset: 16, length: 2 },
      { key: 'san.uiMode', value: '1 (background)', offset: 17, length: 1 },
      { key: 'san.initiator', value: '1 (server)', offset: 17, length: 1 },
      { key: 'san.headerReserved', value: '00000000', offset: 17, length: 4 },
      { key: 'san.sessionId', value: '4660 (0x1234)', offset: 21, length: 2 },
      { key: 'san.serverIdLength', value: '16', offset: 23, length: 1 },
      { key: 'san.serverId', value: 'sync.example.com', offset: 24, length: 16 },
      { key: 'san.syncCount', value: '2', offset: 40, length: 1 },
      { key: 'san.bodyReserved', value: '0', offset: 40, length: 1 },
      { key: 'san.syncType', value: '206', offset: 41, length: 1 },
      { key: 'san.syncReserved', value: '0', offset: 41, length: 1 },
      { key: 'san.contentType', value: 'text/x-vCard (0x000007)', offset: 42, length: 3 },
    ]);
    expect(nodes.filter(({ key }) => key === 'san.sync').map(({ value }) => value)).toEqual([
      '206 card',
      '208 mail',
    ]);
    expect(valuesOf(nodes)['san.vendor']).toBe('010203');
  });

  it('shows the push around it', () => {
    const values = valuesOf(dissectPush(vector('push-san12-funambol-header')));
    expect(values).toMatchObject({
      'wsp.transactionId': '1',
      'wsp.pduType': '6 (Push)',
      'wsp.media': 'application/vnd.syncml.ds.notification',
      'wsp.headerName': 'X-Wap-Application-Id',
      'wsp.headerValue': 'x-wap-application:push.syncml',
      'san.serverId': 'funambol',
      'san.uri': 'stask',
    });
    expect(values).not.toHaveProperty(undecodableKey);
  });

  it('shows a SyncML document with the names of its elements', () => {
    const nodes = dissectPush(vector('push-san11-funambol-header'));
    expect(valuesOf(nodes)).toMatchObject({
      'wsp.contentTypeLength': '3',
      'wsp.media': 'application/vnd.syncml+wbxml',
      'wbxml.version': '1.2',
      'wbxml.publicId': 'SyncML 1.1 (0xfd3)',
    });
    const leaves = leavesOf(nodes);
    const names = leaves.filter(({ key }) => key === 'wbxml.tag').map(({ value }) => value);
    expect(names.slice(0, 3)).toEqual(['SyncML', 'SyncHdr', 'VerDTD']);
    expect(names.at(-1)).toBe('Final');
    expect(leaves.filter(({ key }) => key === 'wbxml.text').map(({ value }) => value)).toContain(
      'text/x-vcalendar',
    );
  });

  it('shows the short message around it, in both directions', () => {
    const pdu = concatBytes([fromHex('0791947101670000'), vector('submit-san12-single')]);
    expect(valuesOf(dissectSms(pdu))).toMatchObject({
      'sms.messageType': '1 (SUBMIT)',
      'sms.userDataHeaderIndicator': '1',
      'sms.addressDigits': '4915112345678',
      'sms.dataCoding': '0xf5 (binary)',
      'sms.validity': '1440 min',
      'sms.userDataLength': '75',
      'udh.destinationPort': '2948',
      'udh.sourcePort': '49154',
      'san.serverId': 'funambol',
    });
    expect(valuesOf(dissectTpdu(vector('deliver-san12')))).toMatchObject({
      'sms.messageType': '0 (DELIVER)',
      'sms.timestamp': '2024-01-12 13:55:41 +00:00',
      'san.serverId': 'funambol',
    });
    expect(valuesOf(dissectTpdu(vector('status-report-delivered')))).toMatchObject({
      'sms.messageType': '2 (STATUS-REPORT)',
      'sms.messageReference': '90',
      'sms.status': '0 (0x00) delivered',
    });
  });

  it('shows texts', () => {
    expect(valuesOf(dissectTpdu(vector('submit-gsm7-hellohello')))['sms.text']).toBe('hellohello');
    expect(valuesOf(dissectTpdu(vector('submit-ucs2')))['sms.text']).toBe('Привет, 世界 €');
    expect(valuesOf(dissectTpdu(vector('submit-gsm7-concat-1-of-2')))['sms.text']).toMatch(
      /^\{€\} 200 chars: The quick/,
    );
  });

  it('shows the parts of a message one behind the other', () => {
    const segments = segmentBinary(new Uint8Array(300), { reference: 7, ports: wapPushPorts });
    const nodes = dissectSms(segments);
    expect(nodes.map(({ key, value }) => [key, value])).toEqual([
      ['sms.segment', '1/3'],
      ['sms.segment', '2/3'],
      ['sms.segment', '3/3'],
    ]);
    expectCovered(nodes, segmentBytes(segments).length);
  });

  it('shows the push in a message of one part', () => {
    const push = vector('push-san12-funambol-header');
    const segments = segmentBinary(push, { reference: 7, ports: wapPushPorts });
    expect(valuesOf(dissectSms(segments))['san.serverId']).toBe('funambol');
  });
});

/** Nodes of a kind by their values, wherever they are. */
function valuesOfKind(nodes: readonly DissectNode[], key: string): string[] {
  return nodes.flatMap((node) => [
    ...(node.key === key ? [node.value] : []),
    ...valuesOfKind(node.children ?? [], key),
  ]);
}

describe('dissected settings', () => {
  it('show their groups and settings, and what they are signed with', () => {
    const bytes = vector('push-cp-w5-userpin');
    const nodes = dissectPush(bytes);
    expectCovered(nodes, bytes.length);
    expect(valuesOf(nodes)).toMatchObject({
      'wsp.media': 'application/vnd.wap.connectivity-wbxml',
      'wbxml.publicId': 'PROV 1.0 (0xb)',
    });
    expect(valuesOf(nodes)).not.toHaveProperty(undecodableKey);
    expect(valuesOfKind(nodes, 'wsp.parameter')).toEqual([
      'SEC=1 (USERPIN)',
      'MAC=8B9449972656197655EDAAD6D92D58F508449C71',
    ]);
    expect(valuesOfKind(nodes, 'settings.group')).toEqual([
      'APPLICATION',
      'APPAUTH',
      'RESOURCE',
      'RESOURCE',
    ]);
    expect(valuesOfKind(nodes, 'settings.setting').slice(0, 6)).toEqual([
      'APPID=w5',
      'PROVIDER-ID=sync.example.com',
      'NAME=Example Sync',
      'ADDR=http://sync.example.com:80/syncml',
      'TO-NAPID=INTERNET',
      'AAUTHLEVEL=APPSRV',
    ]);
    const [, , , setting] = nodes.at(-1)?.children?.[4]?.children ?? [];
    expect(setting?.children?.map(({ key, value }) => [key, value]).slice(0, 5)).toEqual([
      ['wbxml.tag', 'characteristic'],
      ['wbxml.page', '1'],
      ['wbxml.attribute', 'type=APPLICATION'],
      ['wbxml.end', ''],
      ['settings.setting', 'APPID=w5'],
    ]);
  });

  it('show a token that means nothing by its page and number', () => {
    const nodes = dissectPush(fromHex('010601b6030b6a0045c600015a84870541030000030101'));
    expect(valuesOfKind(nodes, 'wbxml.attribute')).toEqual(['1:5a']);
    expect(nodes.at(-1)?.value).toBe('');
    expect(valuesOfKind(nodes, undecodableKey)).toHaveLength(1);
  });

  it('of older phones show their elements', () => {
    const profile = dissectPush(vector('push-old-syncsettings'));
    expect(valuesOfKind(profile, 'wsp.parameter')).toEqual(['charset=106']);
    expect(valuesOfKind(profile, 'wbxml.element').slice(0, 4)).toEqual([
      'SyncSettings',
      'Version',
      'HostAddr',
      'RemoteDB',
    ]);
    const browser = dissectPush(vector('push-old-browser-settings'));
    expect(valuesOfKind(browser, 'settings.group')).toEqual([
      'ADDRESS',
      'URL=http://wap.example.com/',
      'NAME',
    ]);
    expect(valuesOfKind(browser, 'settings.setting').at(3)).toBe('GPRS_ACCESSPOINTNAME=internet');
    for (const nodes of [profile, browser]) {
      expect(valuesOf(nodes)).not.toHaveProperty(undecodableKey);
    }
  });

  it.each([browserSettingsPorts, syncSettingsPorts])('are found behind their port %o', (ports) => {
    const [name, group] =
      ports === syncSettingsPorts
        ? ['push-old-syncsettings', 'wbxml.element']
        : ['push-old-browser-settings', 'settings.group'];
    // A whole message as it stands behind the port, were it short enough for one.
    const segment = { udh: encodeUserDataHeader({ ports, others: [] }), data: vector(name) };
    expect(valuesOfKind(dissectSms([segment]), group).length).toBeGreaterThan(2);
  });

  it('of endless nesting, or cut anywhere, are covered', () => {
    const bytes = vector('push-cp-w5-netwpin');
    for (let length = 0; length < bytes.length; length += 7) {
      expectCovered(dissectPush(bytes.subarray(0, length)), length);
    }
    const nested = concatBytes([fromHex('010601b6030b6a0045'), fromHex('c65501'.repeat(9_000))]);
    expectCovered(dissectPush(nested), nested.length);
  });

  it('that are hostile are covered to the last octet', () => {
    const names = ['push-cp-w5-userpin', 'push-old-syncsettings', 'push-old-browser-settings'];
    fc.assert(
      fc.property(hostileBytes(names.map(vector)), (bytes) => {
        expectCovered(dissectPush(bytes), bytes.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('bytes that do not fit', () => {
  it('are one leaf from where they stop to make sense', () => {
    const nodes = dissectSan(vector('san12-two-dbs').slice(0, 49));
    expect(nodes.at(-1)).toEqual({ key: undecodableKey, value: '636172', offset: 46, length: 3 });
    expect(valuesOf(nodes)['san.serverId']).toBe('sync.example.com');
  });

  it('because they are missing are an empty leaf at the end', () => {
    const nodes = dissectSan(vector('san12-two-dbs').slice(0, 50));
    expect(nodes.at(-1)).toEqual({ key: undecodableKey, value: '', offset: 50, length: 0 });
  });

  it('in a header do not hide the body behind it', () => {
    const bytes = vector('push-san12-funambol-header').slice();
    bytes[4] = 0x7f;
    const values = valuesOf(dissectPush(bytes));
    expect(values[undecodableKey]).toBe('7f85');
    expect(values['san.serverId']).toBe('funambol');
  });

  it('of endless nesting are cut off', () => {
    const bytes = concatBytes([fromHex('02016a00'), new Uint8Array(100_000).fill(0x45)]);
    const nodes = dissectSan(bytes);
    expectCovered(nodes, bytes.length);
    expect(leavesOf(nodes).length).toBeLessThan(100);
  });

  it('of endless elements are cut off', () => {
    const bytes = concatBytes([fromHex('02016a0045'), new Uint8Array(100_000).fill(0x05)]);
    const nodes = dissectSan(bytes);
    expectCovered(nodes, bytes.length);
    expect(leavesOf(nodes)).toHaveLength(dissectLimits.nodes + 1);
  });

  it('of any kind are covered to the last octet and never an error', () => {
    fc.assert(
      fc.property(hostileBytes(), (bytes) => {
        for (const dissect of [dissectSan, dissectPush, dissectSms, dissectTpdu]) {
          expectCovered(dissect(bytes), bytes.length);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('in segments are covered as well', () => {
    const segment = fc.record({
      udh: fc.oneof(
        fc.uint8Array({ maxLength: 10 }),
        fc.constantFrom(fromHex('0605040b84c002'), fromHex('0500034a0101')),
      ),
      data: hostileBytes(),
    });
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 4 }), (segments) => {
        expectCovered(dissectSms(segments), segmentBytes(segments).length);
      }),
    );
  });

  it('are in none of the vectors that are whole messages', () => {
    for (const bytes of allVectors) expectCovered(dissectTpdu(bytes), bytes.length);
    for (const name of ['submit-cp-concat8-1-of-3', 'submit-gsm7-concat-2-of-2']) {
      expect(valuesOf(dissectTpdu(vector(name)))).not.toHaveProperty(undecodableKey);
    }
  });
});
