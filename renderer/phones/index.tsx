import type { ReactNode } from 'react';

/** Opens the drawer of the virtual phones. */
export function PhonesButton(): ReactNode {
  return null;
}

/** The virtual phones. */
export function PhonesDrawer(): ReactNode {
  return null;
}
