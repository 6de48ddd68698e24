import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GuideLanguage } from '../../../shared/model/guide.ts';
import { breakLines } from './lines.ts';
import type { StyledText } from './lines.ts';

const plain = { isBold: false, color: '#000000', size: 10 };
const bold = { isBold: true, color: '#000000', size: 10 };

/** Every character is ten wide. */
function rules(language: GuideLanguage) {
  return { language, measure: (text: string) => [...text].length * 10 };
}

function broken(runs: readonly StyledText[], width: number, language: GuideLanguage = 'en') {
  return breakLines(runs, width, rules(language)).map(({ pieces }) =>
    pieces.map(({ text }) => text).join('|'),
  );
}

describe('the lines of a print', () => {
  it('break between words', () => {
    expect(broken([{ text: 'one two three', style: plain }], 80)).toEqual(['one two ', 'three']);
  });

  it('keep a comma at the control that it follows', () => {
    const runs = [
      { text: 'press ', style: plain },
      { text: 'Add', style: bold },
      { text: ', then', style: plain },
    ];
    expect(broken(runs, 90)).toEqual(['press ', 'Add|, then']);
  });

  it('break Chinese anywhere but before its full stop', () => {
    expect(broken([{ text: '打开设备。', style: plain }], 40, 'zh-CN')).toEqual(['打开设', '备。']);
  });

  it('leave no word of one letter at the end of a Polish line', () => {
    const text = [{ text: 'sam w domu', style: plain }];
    expect(broken(text, 60, 'pl')).toEqual(['sam ', 'w domu']);
    expect(broken(text, 60, 'en')).toEqual(['sam w ', 'domu']);
  });

  it('break an address that is wider than the page', () => {
    expect(broken([{ text: 'https://x', style: plain }], 40)).toEqual(['http', 's://', 'x']);
  });

  it('lose nothing, and are never too wide', () => {
    const run = fc.record({
      text: fc.string({ unit: fc.constantFrom('a', 'b', ' ', '文', '。', '/'), maxLength: 30 }),
      style: fc.constantFrom(plain, bold),
    });
    fc.assert(
      fc.property(
        fc.array(run, { maxLength: 6 }),
        fc.integer({ min: 1, max: 12 }),
        (runs, count) => {
          const lines = breakLines(runs, count * 10, rules('en'));
          const texts = lines.map(({ pieces }) => pieces.map(({ text }) => text).join(''));
          expect(texts.join('')).toBe(runs.map(({ text }) => text).join(''));
          for (const text of texts) expect([...text.trimEnd()].length).toBeLessThanOrEqual(count);
        },
      ),
    );
  });
});
