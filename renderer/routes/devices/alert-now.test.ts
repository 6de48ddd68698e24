import { describe, expect, it } from 'vitest';
import { deviceReasonSchema } from '../../../shared/model/device.ts';
import { sampleDevice } from '../../testing/samples.ts';
import { remedyOf, whyNoAlert } from './alert-now.ts';

describe('an alert that the admin asks for', () => {
  it('is possible in a pause and in quiet hours', () => {
    expect(whyNoAlert(sampleDevice({ pausedBy: 'admin', reason: 'paused-by-admin' }))).toBeNull();
    expect(whyNoAlert(sampleDevice({ reason: 'quiet-hours' }))).toBeNull();
  });

  it('is not possible where the phone cannot receive it, and says why', () => {
    expect(whyNoAlert(sampleDevice({ clientType: 'sony-ericsson' }))).toBe('push-not-possible');
    expect(whyNoAlert(sampleDevice({ number: null }))).toBe('no-number');
    expect(whyNoAlert(sampleDevice({ folders: [] }))).toBe('no-folder');
  });
});

describe('the remedy of a device', () => {
  it('is known for every reason that a click can put right', () => {
    const without = deviceReasonSchema.options.filter((reason) => remedyOf(reason) === null);
    expect(without).toEqual([
      'ok',
      'never-alerted',
      'alert-waiting',
      'quiet-hours',
      'push-not-possible',
    ]);
  });
});
