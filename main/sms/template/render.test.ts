import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../codecs/bytes.ts';
import { segmentText } from '../../codecs/gsm-sms/index.ts';
import { parseTemplate } from './parse.ts';
import { renderTemplate } from './render.ts';
import type { RenderContext } from './render.ts';
import type { TemplateValues } from './values.ts';

const push: TemplateValues = {
  id: '01message',
  number: '+420601123456',
  sender: 'Pushdesk',
  user: 'tester',
  password: 'a&b=c d',
  dcs: 0xf5,
  pid: 0,
  alphabet: 'binary',
  parts: 1,
  reportUrl: '',
  segment: { udh: fromHex('0605040b84c002'), data: fromHex('010603ceaf850041') },
};

function textValues(text: string): TemplateValues {
  const { dataCoding, segments } = segmentText(text, { reference: 1 });
  const [segment] = segments;
  if (segment === undefined) throw new Error('no segment');
  return { ...push, dcs: dataCoding, alphabet: dataCoding === 0 ? 'gsm7' : 'ucs2', segment };
}

function render(
  source: string,
  values: TemplateValues = push,
  context: RenderContext = 'url',
): string {
  const parsed = parseTemplate(source);
  if (!parsed.ok) throw new Error(parsed.fault.code);
  return renderTemplate(parsed.template, values, context);
}

describe('in a URL', () => {
  it('octets are percent-encoded one by one', () => {
    expect(render('udh=%udh%&text=%data%')).toBe(
      'udh=%06%05%04%0B%84%C0%02&text=%01%06%03%CE%AF%85%00%41',
    );
  });

  it('texts are percent-encoded in UTF-8', () => {
    expect(render('%number% %password%')).toBe('%2B420601123456%20a%26b%3Dc%20d');
    expect(render('%data%', textValues('Ahoj, světe'))).toBe('Ahoj%2C%20sv%C4%9Bte');
  });

  it('what would end the path is encoded, what was written stays', () => {
    expect(render('a#b c\u0161%25%%')).toBe('a%23b%20c%C5%A1%25%25');
  });
});

describe('modifiers', () => {
  it.each([
    ['%data;hex%', '010603ceaf850041'],
    ['%data;hex;upper%', '010603CEAF850041'],
    ['%data;b64%', 'AQYDzq%2BFAEE%3D'],
    ['%udh;hex%', '0605040b84c002'],
    // Templates made for servers whose header comes without its length octet.
    ['%udh;len;hex%', '0605040b84c002'],
    ['%udh;nolen;hex%', '05040b84c002'],
    ['%data;len;hex%', '08010603ceaf850041'],
    ['%userdata;hex%', '0605040b84c002010603ceaf850041'],
    ['%number;interprefix=00%', '00420601123456'],
    ['%number;interprefix=%', '420601123456'],
    ['%dcs%-%dcs;hex%-%pid%-%pid;hex%', '245-f5-0-00'],
    ['%binary%%class%%parts%', '111'],
    ['%credentials;b64%', 'dGVzdGVyOmEmYj1jIGQ%3D'],
    ['%sender_phonealias%,%id%', 'Pushdesk,01message'],
  ])('%s makes %s', (source, expected) => {
    expect(render(source)).toBe(expected);
  });

  it('turn texts into octets of a character set', () => {
    const values = textValues('Žluťoučký');
    expect(render('%data;unicode;hex%', values)).toBe(
      Buffer.from('Žluťoučký', 'utf16le').swap16().toString('hex'),
    );
    expect(render('%data;charset=utf-8;hex%', values)).toBe(
      Buffer.from('Žluťoučký').toString('hex'),
    );
    expect(render('%data;charset=latin1%', textValues('Grüße €'))).toBe('%47%72%FC%DF%65%20%3F');
    expect(render('%data;charset=gsm;hex%', textValues('@€'))).toBe('001b65');
  });

  it('leave nothing of what is nothing', () => {
    const values = { ...push, segment: { udh: new Uint8Array(), data: new Uint8Array() } };
    expect(render('[%udh;len;hex%%data;len;b64%]', values, 'plain')).toBe('[]');
  });
});

describe('conditions', () => {
  const source =
    '%condition;isbinary;value=&type=binary&body=%%data;isbinary;hex%' +
    '%condition;isascii;value=&text=%%data;isascii%' +
    '%condition;isunicode;value=&unicode=1&text=%%data;isunicode;unicode;hex%';

  it('choose by what the message is', () => {
    expect(render(source)).toBe('&type=binary&body=010603ceaf850041');
    expect(render(source, textValues('a & b'))).toBe('&text=a%20%26%20b');
    expect(render(source, textValues('ě'))).toBe('&unicode=1&text=011b');
  });
});

describe('elsewhere than in a URL', () => {
  it('values cannot leave the quotes of a JSON text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (user) => {
        const body = render('{"user":"%user%","data":"%data%"}', { ...push, user }, 'json');
        expect(JSON.parse(body)).toEqual({ user, data: '010603ceaf850041' });
      }),
    );
  });

  it('values cannot leave an element of XML', () => {
    const body = render('<u a="%user%"/>', { ...push, user: `"><x y='&` }, 'xml');
    expect(body).toBe('<u a="&quot;&gt;&lt;x y=&apos;&amp;"/>');
  });

  it('values cannot add a header', () => {
    const header = render('Basic %user%', { ...push, user: 'x\r\nHost: evil\u0000é' }, 'header');
    expect(header).toBe('Basic x??Host: evil??');
  });

  it('a plain text takes them as they are, and octets in hex', () => {
    expect(render('%user% %password% %udh% 100%%', push, 'plain')).toBe(
      'tester a&b=c d 0605040b84c002 100%',
    );
  });
});

describe('a secret that is not to be shown', () => {
  it('is dots, whatever is done to it', () => {
    const values = { ...push, password: undefined };
    const source = '%password%|%password;hex%|%credentials;b64%|%password;len;upper%';
    for (const context of ['url', 'json', 'xml', 'header', 'plain'] as const) {
      expect(render(source, values, context)).toBe('•••|•••|•••|•••');
    }
  });
});

describe('properties', () => {
  const octets = fc.uint8Array({ maxLength: 140 });

  it('what a URL carries is decoded to exactly the octets of the part', () => {
    fc.assert(
      fc.property(octets, octets, (udh, data) => {
        const query = render('udh=%udh%&data=%data%', { ...push, segment: { udh, data } });
        const [sentUdh, sentData] = query.split('&').map((field) => percentDecode(field));
        expect(sentUdh).toBe(toHex(udh));
        expect(sentData).toBe(toHex(data));
      }),
    );
  });

  it('a value never adds a parameter or ends the request line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const query = render('u=%user%&p=%password%', { ...push, user: text, password: text });
        expect(query).toMatch(/^u=[\w.~%-]*&p=[\w.~%-]*$/u);
        const fields = new URLSearchParams(query);
        expect(fields.get('u')).toBe(Buffer.from(text, 'utf8').toString('utf8'));
      }),
    );
  });

  it('hex and base64 lead back to the octets', () => {
    fc.assert(
      fc.property(octets, (data) => {
        const values = { ...push, segment: { udh: push.segment.udh, data } };
        expect(render('%data;hex%', values, 'plain')).toBe(toHex(data));
        const back = Buffer.from(render('%data;b64%', values, 'plain'), 'base64');
        expect(toHex(back)).toBe(toHex(data));
      }),
    );
  });
});

/** Octets of a `name=%XX…` field, hex. */
function percentDecode(field: string): string {
  return field
    .slice(field.indexOf('=') + 1)
    .replaceAll('%', '')
    .toLowerCase();
}

describe('a value that may be empty', () => {
  const asked = { ...push, reportUrl: 'http://a/b' };
  const source = '%reporturl;present=&url=%%reporturl;append=?s=\\%d%';

  it('brings what stands for its presence and what is appended to it', () => {
    expect(render(source, asked)).toBe('&url=http%3A%2F%2Fa%2Fb%3Fs%3D%25d');
    expect(render(source, { ...push, reportUrl: undefined })).toBe('&url=•••');
    expect(render(source, push)).toBe('');
  });

  it('is hex with spaces where a provider wants that', () => {
    expect(render('%userdata;hexsp%', push, 'json')).toBe(
      '06 05 04 0b 84 c0 02 01 06 03 ce af 85 00 41',
    );
    expect(render('%udh;hexsp%', { ...push, segment: { ...push.segment, udh: fromHex('') } })).toBe(
      '',
    );
  });
});
