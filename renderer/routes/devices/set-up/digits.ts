/** Digits in groups as they are read out: two and two, or three and three where that comes out even. */
export function groupDigits(digits: string): readonly string[] {
  const size = digits.length % 2 === 0 && digits.length % 3 !== 0 ? 2 : 3;
  return digits.match(new RegExp(`.{1,${String(size)}}`, 'gu')) ?? [];
}
