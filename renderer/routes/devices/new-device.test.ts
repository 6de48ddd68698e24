import { describe, expect, it } from 'vitest';
import { newDeviceInput, personName, tickedByDefault } from './new-device.ts';
import type { NewDeviceValues } from './new-device.ts';

const values: NewDeviceValues = {
  accountId: 'account-1',
  name: 'Ada’s E71',
  clientType: 'nokia',
  number: ' +48 600 100 201 ',
  pushEnabled: true,
  ticked: ['calendar'],
};

describe('a new device', () => {
  it('gets every folder of its client type, ticked as chosen', () => {
    const { folders, number } = newDeviceInput(values);
    expect(number).toBe('+48 600 100 201');
    expect(folders?.map(({ dataType, enabled }) => [dataType, enabled])).toEqual([
      ['contacts', false],
      ['calendar', true],
      ['notes', false],
      ['inbox', false],
    ]);
  });

  it('has push off where the client type cannot be alerted', () => {
    expect(newDeviceInput({ ...values, clientType: 'android' }).pushEnabled).toBe(false);
  });

  it('begins with contacts and calendar', () => {
    expect(tickedByDefault('synthesis')).toEqual(['contacts', 'calendar']);
  });

  it('is called after its person', () => {
    expect(personName({ address: 'ada@example.org', displayName: ' Ada  Nowak ' })).toBe('Ada');
    expect(personName({ address: 'ada@example.org', displayName: '' })).toBe('ada');
  });
});
