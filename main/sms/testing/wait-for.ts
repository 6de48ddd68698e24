import { vi } from 'vitest';

/** Polls until the check holds; patient, as the machine may be busy with other suites. */
export function waitFor(check: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(check, { timeout: 15_000, interval: 10 });
}
