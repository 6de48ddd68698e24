import { expect, it } from 'vitest';
import { makeDevicePassword } from './device-password.ts';

it('makes passwords that can be typed on a phone, and no two alike', () => {
  const made = Array.from({ length: 100 }, makeDevicePassword);
  for (const password of made) expect(password).toMatch(/^([a-km-z2-9]{4}-){2}[a-km-z2-9]{4}$/u);
  expect(new Set(made).size).toBe(100);
});
