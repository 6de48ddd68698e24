import { expect, it } from 'vitest';
import { fileContent } from './file-content.ts';

it('takes a text as it is, and octets out of base64', () => {
  expect(fileContent({ encoding: 'utf8', content: '<p>Łódź</p>' })).toBe('<p>Łódź</p>');
  expect(fileContent({ encoding: 'base64', content: '/wBB' })).toEqual(
    Uint8Array.from([0xff, 0, 0x41]),
  );
});
