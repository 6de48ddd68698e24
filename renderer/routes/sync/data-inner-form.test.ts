import { describe, expect, it } from 'vitest';
import { innerFormText, pictureOf } from './data-inner-form.ts';

describe('the inner form on screen', () => {
  it('is JSON, with long values cut and their length told', () => {
    const text = innerFormText({ kind: 'contact', photo: { data: 'A'.repeat(5_000) } });
    expect(text).toContain('"kind": "contact"');
    expect(text).toContain('(5000)');
    expect(text.length).toBeLessThan(300);
  });
});

describe('the picture of an item', () => {
  it('is known by its octets, whatever it is called', () => {
    expect(pictureOf({ photo: { data: '/9j/4AAQ', mediaType: 'image/svg+xml' } })).toBe(
      'data:image/jpeg;base64,/9j/4AAQ',
    );
  });

  it.each([
    {},
    { photo: { url: 'https://example.org/ada.jpg' } },
    { photo: { data: 'PHN2Zz48L3N2Zz4=', mediaType: 'image/svg+xml' } },
    { photo: { data: '/9j/4AAQ"><script>' } },
  ])('is none in %j', (content) => {
    expect(pictureOf(content)).toBeNull();
  });
});
