import type { ReactNode } from 'react';

/** Opens the drawer of the virtual phones. */
export function PhonesButton(): ReactNode {
  return null;
}

/** The virtual phones. */
export function PhonesDrawer(): ReactNode {
  return null;
}

/** Opens or closes the drawer. */
export function togglePhones(): void {
  // Nothing to open yet.
}
