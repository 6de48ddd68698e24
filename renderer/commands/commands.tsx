import type { ReactNode } from 'react';

/** The command palette, the shortcuts and their dialog. */
export function Commands(): ReactNode {
  return null;
}
