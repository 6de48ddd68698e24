import { describe, expect, it } from 'vitest';
import type { GatewayInput } from '../../../shared/model/gateway.ts';
import type { GatewayRow } from '../../store/types.ts';
import { changedGatewayRow, newGatewayRow } from './gateway-input.ts';

const made = { id: 'g1', createdAt: 0 };
const whole = {
  http: { kind: 'http', name: 'H', url: 'http://h/?n=%number%' },
  peer: { kind: 'peer', name: 'P', url: 'https://desk.example.org:8443/sms/' },
  modem: { kind: 'modem', name: 'M', path: '/dev/ttyUSB0' },
  smpp: { kind: 'smpp', name: 'S', host: 'smsc.example.org', systemId: 'me' },
  simulator: { kind: 'simulator', name: 'V' },
} as const satisfies Record<string, GatewayInput>;
type Kind = keyof typeof whole;

function make(kind: Kind, input: Partial<GatewayInput> = {}): GatewayRow {
  return newGatewayRow({ ...whole[kind], ...input }, [], made);
}

describe('a new gateway', () => {
  it.each([
    ['http', 8, 15_000],
    ['peer', 8, 15_000],
    ['modem', 1, 60_000],
    ['smpp', 10, 30_000],
    ['simulator', 8, 15_000],
  ] as const)('of the kind %s begins with what suits it', (kind, concurrency, timeoutMs) => {
    expect(make(kind)).toMatchObject({ kind, concurrency, timeoutMs, priority: 10 });
  });

  it.each([
    [{ kind: 'http', url: 'https://me:pw@sms.example.org:81/s?n=%number%' }, 'sms.example.org:81'],
    [{ kind: 'peer', url: 'https://desk.example.org/sms/' }, 'desk.example.org'],
    [{ kind: 'modem', path: 'COM3' }, 'COM3'],
    [{ kind: 'smpp', host: 'smsc.example.org', systemId: 'me' }, 'smsc.example.org'],
    [{ kind: 'simulator' }, 'simulator'],
  ] as const satisfies [GatewayInput, string][])(
    'without a name is called by where it leads: %j',
    (input, name) => {
      const first = newGatewayRow(input, [], made);
      expect(first.name).toBe(name);
      const second = newGatewayRow(input, [first], { ...made, id: 'g2' });
      expect(second.name).toBe(`${name} 2`);
    },
  );

  it.each([
    ['http', { refusedPattern: '(' }, 'refusedPattern', 'invalid'],
    ['http', { retryPattern: '[z-a]' }, 'retryPattern', 'invalid'],
    ['http', { deliveredPattern: '*' }, 'deliveredPattern', 'invalid'],
    ['http', { undeliveredPattern: '(' }, 'undeliveredPattern', 'invalid'],
    ['http', { successStatus: '200;abc' }, 'successStatus', 'invalid'],
    [
      'http',
      { auth: 'basic', headers: { Authorization: 'x' } },
      'headers.Authorization',
      'invalid',
    ],
    ['http', { concurrency: 65 }, 'concurrency', 'out-of-range'],
    ['peer', { url: '' }, 'url', 'required'],
    ['peer', { url: 'desk.example.org' }, 'url', 'not-a-url'],
    ['peer', { url: 'ftp://desk.example.org/' }, 'url', 'not-a-url'],
    ['peer', { url: 'http://h/sms/?number=%number%' }, 'url', 'invalid'],
    ['peer', { url: 'http://me:secret@h/sms/' }, 'url', 'invalid'],
    ['modem', { path: '' }, 'path', 'required'],
    ['modem', { path: 'COM3\u0000' }, 'path', 'invalid'],
    ['modem', { smsc: 'the usual' }, 'smsc', 'not-a-number'],
    ['modem', { concurrency: 2 }, 'concurrency', 'out-of-range'],
    ['smpp', { host: '' }, 'host', 'required'],
    ['smpp', { host: 'smpp://smsc' }, 'host', 'invalid'],
    ['smpp', { host: 'smsc.example.org:2775' }, 'host', 'invalid'],
    ['smpp', { systemId: '' }, 'systemId', 'required'],
    ['smpp', { systemType: 'č' }, 'systemType', 'invalid'],
    ['simulator', { concurrency: 65 }, 'concurrency', 'out-of-range'],
  ] as const)('of the kind %s with %j is wrong in one field', (kind, input, path, code) => {
    const fields = [expect.objectContaining({ path, code }) as unknown];
    expect(() => make(kind, input as Partial<GatewayInput>)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', fields }) as Error,
    );
  });

  it('may have a window of a thousand at a service centre', () => {
    expect(make('smpp', { concurrency: 1_000 }).concurrency).toBe(1_000);
  });

  it.each(['192.0.2.1', '[2001:db8::1]', '2001:db8::1', 'localhost', 'a-b.c_d.example'])(
    'may have a service centre at %s',
    (host) => {
      expect(make('smpp', { host }).options.host).toBe(host);
    },
  );

  it.each(['AT+CSCS="GSM"', 'at^curc=0', 'AT+CGATT=1\n\nAT+COPS=0', 'AT+CSCA?', 'AT&K3', ''])(
    'may send its modem %j',
    (initCommands) => {
      expect(() => make('modem', { initCommands })).not.toThrow();
    },
  );

  it.each([
    ['CSCS="GSM"', 1],
    ['AT+CMGD=1,4', 1],
    ['AT+COPS=0\nAT+CPIN="1234"', 2],
    ['AT+CMGF=1', 1],
    ['AT+CMGS=23', 1],
    ['AT+CSCS="GSM";+CMGD=1,4', 1],
    ['at+cnmi=2,1', 1],
    ['ATD+420601123456', 1],
    ['ATZ', 1],
    ['AT&F', 1],
    ['ATE1', 1],
    ['AT+IPR=9600', 1],
    ['AT\u001a', 1],
  ])('may not send its modem %j', (initCommands, line) => {
    const fields = [{ path: 'initCommands', code: 'invalid', params: { line } }];
    expect(() => make('modem', { initCommands })).toThrow(
      expect.objectContaining({ fields }) as Error,
    );
  });

  it('has a name that no other has', () => {
    const other = make('simulator', { name: 'desk' });
    const input = { ...whole.peer, name: 'Desk' };
    expect(() => newGatewayRow(input, [other], { id: 'g2', createdAt: 0 })).toThrow(
      expect.objectContaining({ fields: [{ path: 'name', code: 'duplicate' }] }) as Error,
    );
  });
});

describe('a changed gateway', () => {
  function change(kind: Kind, input: Partial<GatewayInput>): ReturnType<typeof changedGatewayRow> {
    return changedGatewayRow(make(kind), input, [], true);
  }

  it.each([
    ['http', { url: 'http://evil/?n=%number%' }, 'password'],
    ['peer', { url: 'https://evil.example.org/sms/' }, 'password'],
    ['smpp', { host: 'evil.example.org' }, 'password'],
    ['smpp', { port: 9999 }, 'password'],
    ['modem', { path: '/dev/ttyEVIL' }, 'pin'],
  ] as const)('of the kind %s does not give its secret away: %j', (kind, input, secret) => {
    expect(() => change(kind, input)).toThrow(
      expect.objectContaining({ fields: [{ path: secret, code: 'required' }] }) as Error,
    );
    const { names } = change(kind, { ...input, [secret]: '1234' });
    expect(names).toEqual([...Object.keys(input), secret]);
  });

  it.each([
    ['http', { url: 'http://h/other?n=%number%' }],
    ['peer', { url: 'https://desk.example.org:8443/sms' }],
    ['smpp', { host: 'SMSC.example.org', systemType: 'VMA' }],
    ['modem', { baudRate: 9_600, initCommands: 'AT+COPS=0' }],
  ] as const)('of the kind %s keeps its secret where it is: %j', (kind, input) => {
    expect(change(kind, input).names).toEqual(Object.keys(input));
  });

  it('is checked as a new one is', () => {
    expect(() => change('modem', { path: '', pin: '1234' })).toThrow(
      expect.objectContaining({ fields: [{ path: 'path', code: 'required' }] }) as Error,
    );
  });
});
