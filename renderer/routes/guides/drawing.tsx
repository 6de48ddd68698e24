import type { ReactNode } from 'react';
import type { GuideDrawing, GuideShape } from '../../../shared/model/guide.ts';
import styles from './guides.module.css';

function Shape({ shape }: { readonly shape: GuideShape }): ReactNode {
  switch (shape.kind) {
    case 'box':
      return (
        <rect
          x={shape.x}
          y={shape.y}
          width={shape.width}
          height={shape.height}
          rx={shape.radius}
          data-fill={shape.fill}
          data-stroke={shape.stroke}
        />
      );
    case 'line':
      return (
        <polyline
          points={shape.points.map(({ x, y }) => `${String(x)},${String(y)}`).join(' ')}
          data-accent={shape.accent}
        />
      );
    case 'text':
      return (
        <text
          x={shape.x}
          y={shape.y}
          fontSize={shape.size}
          textAnchor={shape.anchor}
          data-color={shape.color}
          data-weight={shape.weight}
        >
          {shape.text}
        </text>
      );
  }
}

/** A drawing of what a phone shows; its colours follow the theme, and paper when it is printed. */
export function Drawing({
  drawing,
  alt,
}: {
  readonly drawing: GuideDrawing;
  readonly alt: string;
}): ReactNode {
  return (
    <svg
      className={styles['drawing']}
      viewBox={`0 0 ${String(drawing.width)} ${String(drawing.height)}`}
      width={drawing.width}
      height={drawing.height}
      role="img"
      aria-label={alt}
    >
      {drawing.shapes.map((shape, index) => (
        <Shape key={index} shape={shape} />
      ))}
    </svg>
  );
}
