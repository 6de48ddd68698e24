import { describe, expect, it } from 'vitest';
import { fromHex } from '../codecs/bytes.ts';
import { segmentBinary, segmentText, wapPushPorts } from '../codecs/gsm-sms/index.ts';
import { newGatewayRow } from './areas/gateway-input.ts';
import { createSafePattern } from './gateways/safe-pattern.ts';
import { parseRequestTemplate, showRequest } from './gateways/http-request.ts';
import type { RequestTemplate } from './gateways/http-request.ts';
import type { OutgoingMessage } from './outgoing.ts';
import { presets } from './presets.ts';

const alert: OutgoingMessage = {
  id: 'm1',
  traceId: null,
  number: '+420601123456',
  sender: '',
  dcs: 0xf5,
  pid: 0,
  alphabet: 'binary',
  parts: [{ udh: fromHex('0605040b84c002'), data: fromHex('010603ceaf85') }],
  hasSecrets: false,
};

function textMessage(text: string, nationalTables = false): OutgoingMessage {
  const { dataCoding, segments } = segmentText(text, { reference: 7, nationalTables });
  const alphabet = dataCoding === 0 ? 'gsm7' : 'ucs2';
  return { ...alert, dcs: dataCoding, alphabet, parts: segments };
}

const messages = { alert, text: textMessage('A & "b"'), unicode: textMessage('č') };
const long = textMessage('x'.repeat(200));
const reportUrl = 'http://a.example/sms/report/g/m1/T';

function templateOf(id: string): RequestTemplate {
  const preset = presets.find((each) => each.id === id);
  if (preset === undefined) throw new Error(`no preset ${id}`);
  const { options, headers = {}, ...settings } = preset;
  const parsed = parseRequestTemplate({
    ...settings,
    headers,
    user: 'me',
    sender: 'Desk',
    options: { auth: options?.auth ?? 'none' },
  });
  if (!parsed.ok) throw new Error(`${id}: ${parsed.error.fault.code} ${parsed.error.fault.token}`);
  return parsed.request;
}

function requestsOf(id: string, message: OutgoingMessage, url = reportUrl): string[] {
  const template = templateOf(id);
  return template
    .requests(message, { password: 'p&w', reportUrl: url })
    .map((request) => showRequest(template.url, request));
}

const textsOnly = ['twilio', 'jasmin', 'playsms'];

describe('a preset', () => {
  it.each(presets.map(({ id }) => id))('%s sends tables of languages as Unicode', (id) => {
    const text = 'Şu çılgın Türkiye, ığdır ve İstanbul. '.repeat(6);
    const tables = textMessage(text, true);
    expect(tables.dcs).toBe(0);
    expect(requestsOf(id, tables)).toEqual(requestsOf(id, textMessage(text)));
  });

  it.each(presets.map((preset) => [preset.id, preset] as const))(
    '%s is taken as it is by a new gateway',
    (_id, { options = {}, id, ...preset }) => {
      const input = { ...preset, ...options, kind: 'http' as const, name: id };
      expect(() => newGatewayRow(input, [], { id, createdAt: 0 })).not.toThrow();
    },
  );

  it.each(presets.map(({ id }) => id))('%s asks as its provider wants it', (id) => {
    const asked = Object.entries(messages)
      .filter(([, message]) => templateOf(id).carries(message))
      .map(([kind, message]) => `${kind}: ${requestsOf(id, message).join('\n')}`);
    expect(asked.join('\n\n')).toMatchSnapshot();
  });

  it.each(presets.map(({ id }) => id))(
    '%s leaves no trace of reports that nobody asks for',
    (id) => {
      for (const message of Object.values(messages)) {
        const [shown = ''] = requestsOf(id, message, '');
        expect(shown).not.toMatch(/dlr|callback|notifyUrl|status-report/iu);
      }
    },
  );

  it.each(presets.filter(({ contentType }) => contentType.endsWith('json')).map(({ id }) => id))(
    '%s makes JSON of whatever it is given',
    (id) => {
      const data = { ...alert, parts: [{ udh: new Uint8Array(0), data: fromHex('00ff') }] };
      for (const message of [...Object.values(messages), data, textMessage('"\\\n{€}')]) {
        for (const url of ['', reportUrl]) {
          const template = templateOf(id);
          for (const { body } of template.requests(message, { password: '"', reportUrl: url })) {
            expect(() => JSON.parse(body ?? '') as unknown).not.toThrow();
          }
        }
      }
    },
  );

  it.each(presets.map(({ id }) => id))('%s carries alerts, or says that it does not', (id) => {
    expect(templateOf(id).carries(alert)).toBe(!textsOnly.includes(id));
    const label = presets.find((each) => each.id === id)?.label ?? '';
    expect(label.includes('carries no alerts')).toBe(textsOnly.includes(id));
    expect(templateOf(id).carries(messages.text)).toBe(true);
    expect(templateOf(id).carries(messages.unicode)).toBe(true);
  });

  it.each(['icewarp', 'vonage', 'infobip', 'sinch', 'smseagle', 'twilio', 'jasmin', 'playsms'])(
    '%s gets a long text in one piece, and a long alert in its parts',
    (id) => {
      const parts = segmentBinary(new Uint8Array(200), { reference: 1, ports: wapPushPorts });
      expect(long.parts).toHaveLength(2);
      expect(requestsOf(id, long)).toHaveLength(1);
      expect(requestsOf(id, long)[0]).toContain('x'.repeat(200));
      if (!textsOnly.includes(id)) expect(requestsOf(id, { ...alert, parts })).toHaveLength(2);
    },
  );

  it.each([
    ['kannel', '0: Accepted for delivery', true],
    ['kannel', '4: Internal error', false],
    ['clickatell', 'ID: 205e85d0578314037a96175249fc6a2b', true],
    ['clickatell', 'ERR: 114, Cannot route message', false],
    ['vonage', '{"messages":[{"message-id":"0A","status":"0"}]}', true],
    ['vonage', '{"messages":[{"status":"4","error-text":"Bad Credentials"}]}', false],
    ['bulksms', '0|IN_PROGRESS|371894534', true],
    ['bulksms', '23|invalid credentials|', false],
    ['infobip', '{"messages":[{"messageId":"2","status":{"groupName":"PENDING"}}]}', true],
    ['infobip', '{"messages":[{"messageId":"2","status":{"groupName":"REJECTED"}}]}', false],
    ['smseagle', 'OK; ID=297', true],
    ['smseagle', 'Invalid login or password', false],
    ['jasmin', 'Success "07033084-5cfd-4812-90a4-e4d24ffb6e3d"', true],
    ['jasmin', 'Error "No route found"', false],
    ['playsms', '{"data":[{"status":"OK","error":"0","smslog_id":"7"}]}', true],
    ['playsms', '{"status":"ERR","error":"100"}', false],
  ])('of %s takes the answer %j for success: %s', (id, text, isSuccess) => {
    const preset = presets.find((each) => each.id === id);
    const success = createSafePattern(preset?.successPattern ?? '');
    expect(success?.match(text) !== undefined).toBe(isSuccess);
    if (isSuccess && preset?.idPattern !== '') {
      expect(createSafePattern(preset?.idPattern ?? '')?.match(text)?.[1]).toBeTruthy();
    }
  });

  it('of Infobip writes bytes as it wants them', () => {
    const [shown = ''] = requestsOf('infobip', alert);
    expect(shown).toContain('/sms/2/binary/advanced');
    expect(JSON.parse(shown.slice(shown.indexOf('\n')))).toMatchObject({
      messages: [
        {
          from: 'Desk',
          destinations: [{ to: '420601123456' }],
          binary: { hex: '06 05 04 0b 84 c0 02 01 06 03 ce af 85', dataCoding: 245, esmClass: 64 },
          notifyUrl: reportUrl,
        },
      ],
    });
  });

  it('of Sinch writes bytes as it wants them', () => {
    const [shown = ''] = requestsOf('sinch', alert);
    expect(JSON.parse(shown.slice(shown.indexOf('\n')))).toEqual({
      type: 'mt_binary',
      from: 'Desk',
      to: ['+420601123456'],
      client_reference: 'm1',
      udh: '0605040b84c002',
      body: 'AQYDzq+F',
      delivery_report: 'per_recipient_final',
      callback_url: reportUrl,
    });
  });

  it('of Kannel leaves its own escapes to it', () => {
    const query = new URLSearchParams(requestsOf('kannel', messages.text)[0]?.split('?')[1]);
    expect(query.get('dlr-mask')).toBe('31');
    expect(query.get('dlr-url')).toBe(`${reportUrl}?status=%d&answer=%A`);
  });
});
