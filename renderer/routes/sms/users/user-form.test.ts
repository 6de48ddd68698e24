import { describe, expect, it } from 'vitest';
import type { SmsUser } from '../../../../shared/model/sms-account.ts';
import { curlExample, emptyUser, formToUser, userState, userToForm } from './user-form.ts';

const user: SmsUser = {
  id: 'u1',
  name: 'intranet',
  active: true,
  monthlyLimit: 100,
  expires: new Date(2026, 11, 1).getTime(),
  gatewayId: null,
  sentThisMonth: 40,
  sentLastMonth: 0,
  lastUsedAt: null,
  createdAt: 0,
};

describe('the form of a user', () => {
  it('shows the last day, and sends the end of that day', () => {
    const shown = userToForm(user);
    expect(shown).toMatchObject({ expires: '2026-11-30', monthlyLimit: 100, gatewayId: '' });
    expect(formToUser(shown)).toEqual({
      name: 'intranet',
      active: true,
      monthlyLimit: 100,
      expires: user.expires,
      gatewayId: null,
    });
  });

  it('sends a password only when one was typed', () => {
    const { password } = formToUser({ ...emptyUser, name: 'x', password: 'secret' });
    expect(password).toBe('secret');
    expect(formToUser({ ...emptyUser, name: 'x' })).not.toHaveProperty('password');
  });
});

it('tells why a user may not send', () => {
  const at = (given: Partial<SmsUser>) => userState({ ...user, ...given }, 1_000);
  expect(at({})).toBe('active');
  expect(at({ active: false })).toBe('off');
  expect(at({ expires: 1_000 })).toBe('expired');
  expect(at({ sentThisMonth: 100 })).toBe('used-up');
  expect(at({ monthlyLimit: null, sentThisMonth: 9_999 })).toBe('active');
});

it('makes an example that no name can break out of, and that has no password', () => {
  const text = curlExample('http://127.0.0.1:8080', "o'hara; rm -rf");
  expect(text).toContain(`'user=o'\\''hara; rm -rf'`);
  expect(text).toContain("'pass=PASSWORD'");
  expect(curlExample('http://x', null)).not.toContain('user=');
});
