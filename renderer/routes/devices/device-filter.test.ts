import { describe, expect, it } from 'vitest';
import { sampleDevice } from '../../testing/samples.ts';
import {
  countGroups,
  deviceHasText,
  inGroup,
  isFiltered,
  readDeviceFilter,
  withoutGroup,
} from './device-filter.ts';

describe('the filter of the devices', () => {
  it('takes from the URL only what it knows', () => {
    const filter = readDeviceFilter({ state: 'paused', client: 'toaster', text: 'ada' });
    expect(filter.group).toBe('paused');
    expect(filter.clientType).toBeUndefined();
    expect(isFiltered(filter)).toBe(true);
    expect(isFiltered(readDeviceFilter({ sort: 'name' }))).toBe(false);
  });

  it.each([
    ['e71', true],
    ['ADA@', true],
    ['600 100', true],
    ['+48 600-100-201', true],
    ['999', false],
    ['', true],
    ['   ', true],
    ['+', false],
  ])('finds by name, address or number: %j', (text, isFound) => {
    expect(deviceHasText(sampleDevice(), text)).toBe(isFound);
  });

  it('does not find a device without a number by a number', () => {
    expect(deviceHasText(sampleDevice({ number: null }), '600')).toBe(false);
  });

  it('counts what has failed among what needs attention', () => {
    const devices = [
      sampleDevice({ id: 'a', state: 'failed' }),
      sampleDevice({ id: 'b', state: 'attention' }),
      sampleDevice({ id: 'c', state: 'paused' }),
    ];
    expect(countGroups(devices)).toMatchObject({ attention: 2, paused: 1, working: 0 });
    expect(inGroup(devices, 'attention').map(({ id }) => id)).toEqual(['a', 'b']);
    expect(inGroup(devices, undefined)).toHaveLength(3);
  });

  it('leaves the state aside when it counts for the chips', () => {
    const devices = [
      sampleDevice({ id: 'a', state: 'paused' }),
      sampleDevice({ id: 'b', accountId: 'account-2' }),
    ];
    const filter = readDeviceFilter({ state: 'working', account: 'account-1' });
    expect(withoutGroup(devices, filter).map(({ id }) => id)).toEqual(['a']);
  });
});
