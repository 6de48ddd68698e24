import { describe, expect, it } from 'vitest';
import { addressSchema } from './account.ts';

describe('an address', () => {
  it.each(['ada@example.org', ' Ada@Example.ORG ', "o'neil+x@mail.example.org", 'root@localhost'])(
    'is %s',
    (text) => {
      expect(addressSchema.parse(text)).toBe(text.trim().toLowerCase());
    },
  );

  it.each([
    'ada',
    'ada@',
    '@example.org',
    'ada@example..org',
    'ada@.example.org',
    'ada@example.org.',
    'ada@-example.org',
    'ada@example-.org',
    'ada @example.org',
    `${'a'.repeat(65)}@example.org`,
    `ada@${'a'.repeat(64)}.org`,
    `ada@${'a.'.repeat(140)}org`,
  ])('is not %s', (text) => {
    expect(addressSchema.safeParse(text).success).toBe(false);
  });
});
