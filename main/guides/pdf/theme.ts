/** A4 and what stands on it, in points; the console's colours, on paper. */
export const page = {
  width: 595.28,
  height: 841.89,
  left: 58,
  right: 58,
  top: 58,
  bottom: 72,
} as const;

/** Width of a line of text. */
export const contentWidth = page.width - page.left - page.right;

/** Lowest place of content. */
export const contentBottom = page.height - page.bottom;

export const colors = {
  ink: '#1a2123',
  soft: '#536165',
  accent: '#0b6b6f',
  onAccent: '#ffffff',
  line: '#d3dbdb',
  outline: '#8a979a',
  shade: '#e9eeee',
  tint: '#eef5f5',
  warm: '#fdf5e3',
  warmLine: '#b98a2e',
  paper: '#ffffff',
} as const;

/** Sizes of text with the distance between their lines. */
export const sizes = {
  title: { size: 25, line: 32 },
  summary: { size: 12, line: 18 },
  heading: { size: 15, line: 20 },
  step: { size: 11.5, line: 16 },
  body: { size: 10.5, line: 16 },
  small: { size: 8.5, line: 12 },
} as const;
