/** A piece of a stacked bar, in the units of the drawing; y counts from the top. */
export interface BarPiece {
  readonly y: number;
  readonly height: number;
}

/** Places the pieces of a bar on top of each other, the first at the bottom. */
export function barHeights(values: readonly number[], top: number, height: number): BarPiece[] {
  let y = height;
  return values.map((value) => {
    const piece = top <= 0 ? 0 : (value / top) * height;
    y -= piece;
    return { y, height: piece };
  });
}

/** A round number at or above the greatest value: 1, 2 or 5 times a power of ten; at least 4. */
export function niceTop(greatest: number): number {
  if (greatest <= 4) return 4;
  const power = 10 ** Math.floor(Math.log10(greatest));
  return ([1, 2, 5, 10].find((step) => step * power >= greatest) ?? 10) * power;
}
