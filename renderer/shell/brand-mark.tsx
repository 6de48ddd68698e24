import type { ReactNode } from 'react';

/** The desk bell in two strokes, in the colour of the text. */
export function BrandMark({ size }: { readonly size: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden>
      <g
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d="M2.5 10A5.5 5.5 0 0 1 8 4.5V2V4.5A5.5 5.5 0 0 1 13.5 10" />
        <path d="M1.5 13.5H14.5" />
      </g>
    </svg>
  );
}
