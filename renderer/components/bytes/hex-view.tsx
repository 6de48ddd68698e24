import type { ReactNode } from 'react';
import type { DissectedBytes } from '../../../shared/model/dissect.ts';

/** What {@link HexView} shows. */
export interface HexViewProps {
  readonly bytes: DissectedBytes;
  /** Name of the file that "save as file" proposes, without its end. */
  readonly fileName: string;
}

/** Bytes beside what they mean. */
export function HexView({ bytes }: HexViewProps): ReactNode {
  return <pre className="pd-mono">{bytes.hex}</pre>;
}
