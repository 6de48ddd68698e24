import type { MessageAccounting } from '../queue/accounting-port.ts';

/** Accounts nothing. */
export const noAccounting: MessageAccounting = {
  gather: () => () => Promise.resolve(),
  accepted: () => Promise.resolve({ cost: null, stored: () => undefined }),
  reported: () => Promise.resolve(),
};
