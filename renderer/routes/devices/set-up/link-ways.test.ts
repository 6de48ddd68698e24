import { describe, expect, it } from 'vitest';
import { whyNotWay } from './link-ways.ts';

const facts = {
  device: { number: '+48600100201' },
  gateways: [{ active: true }],
  mail: { host: 'smtp.example.org', from: 'desk@example.org' },
} as const;

describe('the ways of a link', () => {
  it('are all open where there is a number, a gateway and mail', () => {
    expect(whyNotWay('none', facts)).toBeNull();
    expect(whyNotWay('sms', facts)).toBeNull();
    expect(whyNotWay('mail', facts)).toBeNull();
  });

  it('are shut with a reason', () => {
    expect(whyNotWay('sms', { ...facts, device: { number: null } })).toBe('no-number');
    expect(whyNotWay('sms', { ...facts, gateways: [{ active: false }] })).toBe('no-gateway');
    expect(whyNotWay('mail', { ...facts, mail: { host: '', from: '' } })).toBe('no-mail');
  });
});
