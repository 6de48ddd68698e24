import { describe, expect, it } from 'vitest';
import { encodeUtf8, fromHex } from '../../bytes.ts';
import { codecErrorOf } from '../../testing/hostile-bytes.ts';
import { metinf, syncml, type SyncmlNode } from '../elements.ts';
import { decodeSyncmlMessage } from './message-codec.ts';
import { readMessage } from './read-message.ts';

const header =
  '<SyncHdr><VerDTD>1.1</VerDTD><VerProto>SyncML/1.1</VerProto><SessionID>1</SessionID>' +
  '<MsgID>1</MsgID><Target><LocURI>s</LocURI></Target><Source><LocURI>c</LocURI></Source></SyncHdr>';

function read(body: string, head = header) {
  const xml = `<SyncML>${head}<SyncBody>${body}</SyncBody></SyncML>`;
  return decodeSyncmlMessage(encodeUtf8(xml, 'syncml'), 'xml').message;
}

function command(body: string) {
  return read(body).commands[0];
}

function bytes(text: string): Uint8Array {
  return encodeUtf8(text, 'syncml');
}

function credOf(meta: readonly SyncmlNode[], data: SyncmlNode) {
  const root = syncml(
    'SyncML',
    syncml(
      'SyncHdr',
      syncml('SessionID', '1'),
      syncml('MsgID', '1'),
      syncml('Source', syncml('LocURI', 'c')),
      syncml('Cred', syncml('Meta', ...meta), syncml('Data', data)),
    ),
  );
  return readMessage(root).header.cred;
}

describe('a client may', () => {
  it('name no target, as the C510 does', () => {
    const body =
      '<Alert><CmdID>1</CmdID><Data>200</Data><Item><Target/>' +
      '<Source><LocURI>./contacts</LocURI></Source></Item></Alert>';
    expect(command(body)).toMatchObject({
      code: 200,
      items: [{ target: { uri: '' }, source: { uri: './contacts' } }],
    });
  });

  it('leave out what is optional', () => {
    expect(read('')).toMatchObject({ commands: [], final: false });
    expect(command('<Add><Item><Data>x</Data></Item></Add>')).toEqual({
      kind: 'add',
      cmdId: '',
      items: [{ data: bytes('x') }],
    });
    expect(command('<Map><CmdID>1</CmdID><MapItem/></Map>')).toEqual({
      kind: 'map',
      cmdId: '1',
      target: { uri: '' },
      source: { uri: '' },
      items: [{ target: '', source: '' }],
    });
  });

  it('indent its XML and break lines around values', () => {
    const body = `
      <Status>
        <CmdID> 1 </CmdID><MsgRef>1
        </MsgRef> <CmdRef>0</CmdRef> <Cmd> SyncHdr </Cmd>
        <Data>
          200
        </Data>
        <Item>
          <Data>
            <Anchor xmlns='syncml:metinf'> <Next>5</Next> </Anchor>
          </Data>
        </Item>
      </Status>
      <Final/>`;
    expect(read(body)).toMatchObject({ final: true });
    expect(command(body)).toMatchObject({
      cmdId: '1',
      msgRef: '1',
      cmd: 'SyncHdr',
      code: 200,
      items: [{ data: metinf('Anchor', metinf('Next', '5')) }],
    });
  });

  it('write meta-information without its namespace, or wrapped', () => {
    const plain = '<Meta><Type>text/x-vcard</Type><Format>B64</Format><Size>12</Size></Meta>';
    const wrapped = plain
      .replace('<Meta>', '<Meta><MetInf>')
      .replace('</Meta>', '</MetInf></Meta>');
    for (const meta of [plain, wrapped]) {
      expect(command(`<Add><CmdID>1</CmdID>${meta}</Add>`)).toMatchObject({
        meta: { type: 'text/x-vcard', format: 'b64', size: 12 },
      });
    }
  });

  it('send a size that is no number', () => {
    expect(command('<Add><CmdID>1</CmdID><Meta><Size>big</Size></Meta></Add>')).toMatchObject({
      meta: {},
    });
  });

  it('put an item into text, CDATA or both', () => {
    const data = '<Data>a &lt;b&gt; <![CDATA[c & d]]>&#233;</Data>';
    expect(command(`<Add><CmdID>1</CmdID><Item>${data}</Item></Add>`)).toMatchObject({
      items: [{ data: bytes('a <b> c & dé') }],
    });
  });

  it('send several items in one command', () => {
    const item = (id: number) => `<Item><Source><LocURI>${String(id)}</LocURI></Source></Item>`;
    expect(command(`<Delete><CmdID>1</CmdID><SftDel/>${item(1)}${item(2)}</Delete>`)).toMatchObject(
      {
        kind: 'delete',
        softDelete: true,
        items: [{ source: { uri: '1' } }, { source: { uri: '2' } }],
      },
    );
  });

  it('use a command that nobody here knows', () => {
    const body =
      '<Exec><CmdID>1</CmdID></Exec><Vendor><CmdID>2</CmdID></Vendor><Hint>x</Hint>' +
      '<Get><CmdID>3</CmdID></Get>';
    expect(read(body).commands).toEqual([
      { kind: 'other', name: 'Exec', cmdId: '1' },
      { kind: 'other', name: 'Vendor', cmdId: '2' },
      { kind: 'get', cmdId: '3', items: [] },
    ]);
  });

  it('filter a datastore with an expression', () => {
    const filter =
      '<Filter><Meta><Type>text/calendar</Type></Meta><Record><Item><Meta>' +
      '<Type>syncml:filtertype-cgi</Type></Meta><Data>SINCE&amp;EQ;20240101T000000Z</Data>' +
      '</Item></Record><FilterType>exclusive</FilterType></Filter>';
    const body = `<Alert><Item><Target><LocURI>cal</LocURI>${filter}</Target></Item></Alert>`;
    expect(command(body)).toMatchObject({
      items: [
        {
          target: {
            uri: 'cal',
            filter: {
              metaType: 'text/calendar',
              filterType: 'EXCLUSIVE',
              record: { metaType: 'syncml:filtertype-cgi', data: 'SINCE&EQ;20240101T000000Z' },
            },
          },
        },
      ],
    });
  });
});

describe('credentials may', () => {
  const md5 = [metinf('Format', 'b64'), metinf('Type', 'SyncML:Auth-MD5')];

  it('have a type in any letter case, or none', () => {
    expect(credOf(md5, 'eA==')).toEqual({ type: 'syncml:auth-md5', format: 'b64', data: 'eA==' });
    expect(credOf([], 'YTpi')).toEqual({ type: 'syncml:auth-basic', data: 'YTpi' });
  });

  it('be broken into lines', () => {
    expect(credOf([], ' YWxp\r\n Y2U= ')?.data).toBe('YWxpY2U=');
  });

  it('be text in opaque octets', () => {
    expect(credOf(md5, bytes('lOnT4YjHnGPOubN9TXInoQ=='))?.data).toBe('lOnT4YjHnGPOubN9TXInoQ==');
  });

  it('be the sixteen octets of a digest', () => {
    const digest = fromHex('000102030405060708090a0b0c0d0eff');
    expect(credOf(md5, digest)?.data).toEqual(digest);
    expect(credOf(md5, bytes('sixteen letters!'))?.data).toEqual(bytes('sixteen letters!'));
  });
});

describe('a nonce', () => {
  const nonce = (data: SyncmlNode) => {
    const chal = syncml('Chal', syncml('Meta', metinf('NextNonce', data)));
    const body = syncml('SyncBody', syncml('Status', syncml('CmdID', '1'), chal));
    const head = syncml(
      'SyncHdr',
      ...[syncml('SessionID', '1'), syncml('MsgID', '1'), syncml('Source')],
    );
    const [status] = readMessage(syncml('SyncML', head, body)).commands;
    return status?.kind === 'status' ? status.challenge?.nextNonce : undefined;
  };

  it.each<[string, SyncmlNode, string]>([
    ['is Base64', 'AP8=', '00ff'],
    ['is Base64 with white space and without padding', ' A P 8 ', '00ff'],
    ['is Base64 in opaque octets', bytes('AP8='), '00ff'],
    ['is taken as it stands when it is octets', fromHex('00ff'), '00ff'],
    ['is taken as it stands when it is other text', 'a-b', '612d62'],
  ])('%s', (_name, data, expected) => {
    expect(nonce(data)).toEqual(fromHex(expected));
  });
});

describe('a message is refused', () => {
  it.each([
    ['without a header', ''],
    ['without a session', header.replace('<SessionID>1</SessionID>', '')],
    ['without a number', header.replace('<MsgID>1</MsgID>', '')],
    ['without a sender', header.replace('<Source><LocURI>c</LocURI></Source>', '')],
  ])('%s', (_name, head) => {
    expect(codecErrorOf(() => read('', head))?.code).toBe('missing');
  });

  it('when it is none', () => {
    expect(codecErrorOf(() => readMessage(syncml('SyncHdr')))?.code).toBe('unsupported');
  });
});
