import type { MessageOutcomes } from '../store/types.ts';

/** Tells all of them what becomes of messages, one after another within the same transaction. */
export function tellAll(...all: readonly MessageOutcomes[]): MessageOutcomes {
  return {
    async sent(tx, message, gateway) {
      for (const each of all) await each.sent(tx, message, gateway);
    },
    async delivered(tx, message) {
      for (const each of all) await each.delivered(tx, message);
    },
    async failed(tx, message, reason) {
      for (const each of all) await each.failed(tx, message, reason);
    },
    async uncertain(tx, message) {
      for (const each of all) await each.uncertain(tx, message);
    },
  };
}
