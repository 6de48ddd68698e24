import { create } from 'zustand';

interface PhonesDrawerStore {
  readonly isOpen: boolean;
  /** Number of the phone that is shown; null shows the one that woke last. */
  readonly number: string | null;
}

/** Whether the drawer of the virtual phones is open, and which phone it shows. */
export const usePhonesDrawer = create<PhonesDrawerStore>()(() => ({ isOpen: false, number: null }));

/** Opens the drawer, at the phone of a number if one is given. */
export function openPhones(number: string | null = null): void {
  usePhonesDrawer.setState({ isOpen: true, number });
}

/** Shows another phone; null follows the one that wakes. */
export function showPhone(number: string | null): void {
  usePhonesDrawer.setState({ number });
}

/** Closes the drawer. */
export function closePhones(): void {
  usePhonesDrawer.setState({ isOpen: false });
}

/** Opens or closes the drawer. */
export function togglePhones(): void {
  usePhonesDrawer.setState(({ isOpen }) => ({ isOpen: !isOpen }));
}
