import { describe, expect, it } from 'vitest';
import { sampleGateway } from '../../testing/samples.ts';
import {
  emptyGatewayForm,
  formToGateway,
  gatewayToForm,
  nextPriority,
  presetValues,
} from './gateway-form.ts';

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

describe('the form of a gateway', () => {
  it('keeps a password whose field stays empty', () => {
    const values = gatewayToForm(sampleGateway({ hasPassword: true, timeoutMs: 2_500 }));
    expect(formToGateway(values)).not.toHaveProperty('password');
    expect(formToGateway(values).timeoutMs).toBe(2_500);
  });

  it('sends of a simulator only what it has', () => {
    const values = { ...emptyGatewayForm, kind: 'simulator', name: 'Simulator' } as const;
    expect(formToGateway(values)).toEqual({
      kind: 'simulator',
      name: 'Simulator',
      priority: 10,
      concurrency: 8,
    });
  });

  it('fills in a preset and leaves a typed name alone', () => {
    expect(presetValues(preset, '')).toMatchObject({ name: 'Kannel', successPattern: '^[03]:' });
    expect(presetValues(preset, 'Mine').name).toBe('Mine');
    expect(presetValues(undefined, 'Mine')).toMatchObject({ name: 'Mine', url: '' });
  });

  it('puts a new gateway behind those that exist', () => {
    expect(nextPriority([])).toBe(10);
    expect(nextPriority([{ priority: 10 }, { priority: 95 }])).toBe(100);
  });
});
