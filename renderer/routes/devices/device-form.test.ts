import { describe, expect, it } from 'vitest';
import { sampleDevice } from '../../testing/samples.ts';
import { deviceToForm, formFieldOf, formToDevice, isTimeOfDay } from './device-form.ts';

describe('the settings of a device', () => {
  it('come back as they were', () => {
    const quietHours = { from: '22:00', to: '07:00', timeZone: 'Europe/Warsaw' };
    const device = sampleDevice({ quietHours, mergeWindowMs: 2_500, hourlyCap: 7 });
    expect(formToDevice(deviceToForm(device, 'UTC'))).toEqual({
      name: device.name,
      clientType: 'nokia',
      number: device.number,
      pushEnabled: true,
      quietHours,
      mergeWindowMs: 2_500,
      hourlyCap: 7,
    });
  });

  it('follow the engine where a field is empty', () => {
    const values = deviceToForm(sampleDevice(), 'Europe/Prague');
    expect(values.quietZone).toBe('Europe/Prague');
    expect(formToDevice({ ...values, number: '  ' })).toMatchObject({
      number: null,
      quietHours: null,
      mergeWindowMs: null,
      hourlyCap: null,
    });
  });

  it('take seconds as numbers and as typed text', () => {
    const values = deviceToForm(sampleDevice(), 'UTC');
    expect(formToDevice({ ...values, mergeSeconds: '0.5' }).mergeWindowMs).toBe(500);
    expect(formToDevice({ ...values, mergeSeconds: 0 }).mergeWindowMs).toBe(0);
  });

  it('show a refusal at the field that a person sees', () => {
    expect(formFieldOf('mergeWindowMs')).toBe('mergeSeconds');
    expect(formFieldOf('quietHours.timeZone')).toBe('quietZone');
    expect(formFieldOf('folders.0.name')).toBeNull();
  });

  it('know a time of day', () => {
    expect(['00:00', '23:59', '07:30'].every(isTimeOfDay)).toBe(true);
    expect(['24:00', '7:30', '07:60', '', 'noon'].some(isTimeOfDay)).toBe(false);
  });
});
