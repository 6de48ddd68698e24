import { describe, expect, it } from 'vitest';
import { lineHeight, lineWindow } from './use-follow.ts';

describe('the lines that are in the page', () => {
  it('are those in view and some beyond both edges', () => {
    expect(lineWindow(100 * lineHeight, 10 * lineHeight, 1_000)).toEqual({ first: 88, end: 122 });
  });

  it('begin with the first line at the top', () => {
    expect(lineWindow(0, 10 * lineHeight, 1_000)).toEqual({ first: 0, end: 22 });
  });

  it('end with the last line at the bottom', () => {
    const { end } = lineWindow(990 * lineHeight, 10 * lineHeight, 1_000);
    expect(end).toBe(1_000);
  });

  it('are none of an empty log', () => {
    expect(lineWindow(0, 500, 0)).toEqual({ first: 0, end: 0 });
  });
});
