import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameOf } from './file-name.ts';

describe('the name of a guide’s file', () => {
  it('has the words of the title and of the device', () => {
    const guide = { title: 'Konfiguracja telefonu', deviceName: 'Ada’s E71' };
    expect(fileNameOf(guide, 'pdf')).toBe('Konfiguracja-telefonu-Ada-s-E71.pdf');
  });

  it('is never a path, nor anything that a header reads otherwise', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (title, deviceName) => {
        const name = fileNameOf({ title, deviceName }, 'html');
        expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}-]*\.html$/u);
        expect([...name].length).toBeLessThanOrEqual(85);
      }),
    );
  });
});
