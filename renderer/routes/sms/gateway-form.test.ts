import { describe, expect, it } from 'vitest';
import { gatewayInputSchema } from '../../../shared/model/gateway.ts';
import { sampleGateway } from '../../testing/samples.ts';
import {
  emptyGatewayForm,
  gatewayFieldOf,
  gatewayToForm,
  nextPriority,
  presetValues,
} from './gateway-form.ts';
import { formToGateway, isMissing } from './gateway-input.ts';
import { presetGroups } from './form/preset-groups.ts';

const preset = {
  id: 'kannel',
  label: 'Kannel (sendsms)',
  url: 'http://127.0.0.1:13013/cgi-bin/sendsms?to=%number%',
  method: 'GET',
  body: '',
  contentType: '',
  successPattern: '^[03]:',
  idPattern: '',
} as const;
const kinds = ['http', 'peer', 'modem', 'smpp', 'simulator'] as const;

describe('the form of a gateway', () => {
  it('keeps a password whose field stays empty, and removes one on demand', () => {
    const values = gatewayToForm(sampleGateway({ hasPassword: true, timeoutMs: 2_500 }));
    expect(formToGateway(values)).not.toHaveProperty('password');
    expect(formToGateway(values).timeoutMs).toBe(2_500);
    const removed = { ...values, password: { value: '', removes: true } };
    expect(formToGateway(removed).password).toBe('');
  });

  it('sends of a simulator only what it has', () => {
    const values = { ...emptyGatewayForm, kind: 'simulator', name: 'Simulator' } as const;
    expect(formToGateway(values)).toEqual({
      kind: 'simulator',
      name: 'Simulator',
      priority: 10,
      weight: 1,
      perMinute: null,
      perDay: null,
      perMonth: null,
      reports: true,
      concurrency: 8,
    });
  });

  it.each(kinds)('sends what the service takes, for a gateway of the kind %s', (kind) => {
    const values = { ...emptyGatewayForm, kind, name: 'One', url: 'https://sms.example.org' };
    expect(gatewayInputSchema.safeParse(formToGateway(values)).error).toBeUndefined();
  });

  it('sends the PIN of a modem and nothing of other kinds', () => {
    const values = {
      ...emptyGatewayForm,
      kind: 'modem',
      name: 'Modem',
      path: '/dev/ttyUSB0',
      pin: { value: '1234', removes: false },
      baudRate: '9600',
    } as const;
    const input = formToGateway(values);
    expect(input).toMatchObject({ path: '/dev/ttyUSB0', pin: '1234', baudRate: 9_600 });
    expect(Object.keys(input)).not.toEqual(expect.arrayContaining(['url']));
    expect(Object.keys(input)).not.toEqual(expect.arrayContaining(['password']));
  });

  it('tells an empty number from a nought', () => {
    const values = { ...emptyGatewayForm, kind: 'smpp', name: 'Carrier' } as const;
    expect(formToGateway({ ...values, sourceTon: 0, perDay: 500 })).toMatchObject({
      sourceTon: 0,
      sourceNpi: null,
      perDay: 500,
      perMonth: null,
    });
  });

  it('takes any certificate only over TLS', () => {
    const values = { ...emptyGatewayForm, kind: 'smpp', name: 'Carrier' } as const;
    expect(formToGateway({ ...values, tls: false, tlsUntrusted: true }).tlsUntrusted).toBe(false);
  });

  it('comes back as it was, whatever the kind', () => {
    for (const kind of kinds) {
      const gateway = sampleGateway({ kind, perDay: 12, sourceTon: 5, headers: { 'X-Key': '1' } });
      const again: object = { ...gateway, ...formToGateway(gatewayToForm(gateway)) };
      expect(again).toEqual(gateway);
    }
  });

  it('leaves out headers without a name', () => {
    const headers = [
      { name: ' X-Key ', value: ' 1 ' },
      { name: '', value: 'lost' },
    ];
    const values = { ...emptyGatewayForm, name: 'One', url: 'https://sms.example.org', headers };
    expect(formToGateway(values).headers).toEqual({ 'X-Key': '1' });
  });

  it('asks for what a kind cannot do without', () => {
    expect(isMissing({ ...emptyGatewayForm, kind: 'http' }, 'url')).toBe(true);
    expect(isMissing({ ...emptyGatewayForm, kind: 'modem' }, 'url')).toBe(false);
    expect(isMissing({ ...emptyGatewayForm, kind: 'modem' }, 'path')).toBe(true);
    expect(isMissing({ ...emptyGatewayForm, kind: 'smpp', host: ' ' }, 'host')).toBe(true);
  });

  it('finds the field that a refusal is about', () => {
    expect(gatewayFieldOf('timeoutMs')).toBe('timeoutSeconds');
    expect(gatewayFieldOf('headers.Host')).toBe('headers');
    expect(gatewayFieldOf('path')).toBe('path');
    expect(gatewayFieldOf('toString')).toBeNull();
  });
});

describe('a preset', () => {
  it('fills in the fields and leaves a typed name alone', () => {
    expect(presetValues(preset, '')).toMatchObject({ name: 'Kannel', successPattern: '^[03]:' });
    expect(presetValues(preset, 'Mine').name).toBe('Mine');
    expect(presetValues(undefined, 'Mine')).toMatchObject({ name: 'Mine', url: '' });
  });

  it('brings its sign-in and its headers, and takes those of the one before away', () => {
    const full = {
      ...preset,
      options: { auth: 'bearer' },
      headers: { Accept: 'text/plain' },
    } as const;
    expect(presetValues(full, '')).toMatchObject({
      auth: 'bearer',
      headers: [{ name: 'Accept', value: 'text/plain' }],
    });
    expect(presetValues(preset, '')).toMatchObject({ auth: 'none', headers: [] });
  });

  it('of a program at one’s own address stands apart from those of providers', () => {
    const provider = { ...preset, id: 'p', url: 'https://rest.provider.com/sms' };
    const example = { ...preset, id: 'e', url: 'https://sms.example.org/messages' };
    const groups = presetGroups([preset, provider, example]);
    expect(groups.own.map(({ id }) => id)).toEqual(['kannel', 'e']);
    expect(groups.provider.map(({ id }) => id)).toEqual(['p']);
  });
});

describe('a new gateway', () => {
  it('goes behind those that exist', () => {
    expect(nextPriority([])).toBe(10);
    expect(nextPriority([{ priority: 10 }, { priority: 95 }])).toBe(100);
  });
});
