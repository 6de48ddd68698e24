import type { Store } from '../../../store/types.ts';

/**
 * Which PIN was given to a SIM and not taken. A SIM locks itself after three wrong ones, so none is
 * given twice: not after a restart either.
 */
export interface PinMemory {
  /** Whether this PIN was given without success. */
  wasTried(gatewayId: string, pin: string): Promise<boolean>;
  /** To be called before the PIN is given: whatever happens then, it is not given again. */
  note(gatewayId: string, pin: string): Promise<void>;
  /** The SIM took it. */
  clear(gatewayId: string): Promise<void>;
}

/** Name of the secret that holds a PIN that was not taken. */
export function triedPinSecret(gatewayId: string): string {
  return `gateway:${gatewayId}:tried-pin`;
}

/** Keeps it with the other secrets. */
export function createPinMemory(store: Store): PinMemory {
  return {
    wasTried: async (id, pin) => (await store.secrets.get(triedPinSecret(id))) === pin,
    note: (id, pin) => store.secrets.set(triedPinSecret(id), pin),
    clear: (id) => store.secrets.remove(triedPinSecret(id)),
  };
}
