import { describe, expect, it } from 'vitest';
import type { Phone } from '../../shared/model/phone.ts';
import { sampleProfile } from '../testing/samples.ts';
import { choosePhone, syncTypeOf } from './choose-phone.ts';

function phone(number: string, wokenAt: number | null): Phone {
  return {
    number,
    deviceId: null,
    deviceName: number,
    accountAddress: '',
    clientType: 'nokia',
    wokenAt,
    received: 0,
    profile: sampleProfile,
    sync: { state: 'never', at: null, received: 0, sent: 0, problem: null },
    itemCounts: {},
    messages: [],
  };
}

describe('the phone that the drawer shows', () => {
  const phones = [phone('+1', null), phone('+2', 5), phone('+3', 9)];

  it('is the chosen one, else the one that woke last', () => {
    expect(choosePhone(phones, '+1')?.number).toBe('+1');
    expect(choosePhone(phones, null)?.number).toBe('+3');
    expect(choosePhone(phones, '+9')?.number).toBe('+3');
  });

  it('is the first where none ever woke', () => {
    expect(choosePhone([phone('+1', null), phone('+2', null)], null)?.number).toBe('+1');
    expect(choosePhone([], null)).toBeUndefined();
  });
});

describe('the sync type of an alert code', () => {
  it('is known for 206 to 210 alone', () => {
    expect([206, 207, 208, 209, 210].map(syncTypeOf)).toEqual([
      'two-way',
      'one-way-from-client',
      'refresh-from-client',
      'one-way-from-server',
      'refresh-from-server',
    ]);
    expect(syncTypeOf(200)).toBeNull();
  });
});
