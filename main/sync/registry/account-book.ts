import type { Stop } from '../../platform/clock.ts';
import type { Events } from '../../platform/events.ts';
import type { Store } from '../../store/types.ts';
import type { SignInAccount } from '../ports.ts';

/** Accounts and what they sign in with, in memory: a message of a client asks for it each time. */
export interface AccountBook {
  /** See `ClientRegistry.findAccount`. */
  find(name: string): Promise<SignInAccount | undefined>;
  stop: Stop;
}

interface Known {
  readonly id: string;
  readonly address: string;
  /** Null until it is asked for. */
  signIn: SignInAccount | null;
}

/** Makes a book that follows the directory's events. */
export function createAccountBook(store: Store, events: Events): AccountBook {
  let byAddress: Map<string, Known> | null = null;
  /** Null where two accounts share the part before the `@`. */
  let byLocalPart = new Map<string, Known | null>();
  /** Counts what has made memory old; an answer read before is not kept after it. */
  let generation = 0;

  const stop = events.subscribe(({ kind }) => {
    if (kind !== 'account') return;
    generation += 1;
    byAddress = null;
  });

  async function load(): Promise<Map<string, Known>> {
    while (byAddress === null) {
      const now = generation;
      const rows = await store.accounts.list();
      if (now !== generation) continue;
      const known = rows.map(({ id, address }): Known => ({ id, address, signIn: null }));
      byLocalPart = new Map();
      for (const account of known) {
        const local = localPart(account.address);
        byLocalPart.set(local, byLocalPart.has(local) ? null : account);
      }
      byAddress = new Map(known.map((account) => [account.address.toLowerCase(), account]));
    }
    return byAddress;
  }

  return {
    async find(name) {
      const wanted = name.trim().toLowerCase();
      const addresses = byAddress ?? (await load());
      const known = addresses.get(wanted) ?? byLocalPart.get(wanted);
      if (known === undefined || known === null) return undefined;
      if (known.signIn !== null) return known.signIn;
      const now = generation;
      const password = await store.secrets.get(`account:${known.id}`);
      const signIn: SignInAccount = { id: known.id, address: known.address, password };
      if (now === generation) known.signIn = signIn;
      return signIn;
    },
    stop,
  };
}

function localPart(address: string): string {
  return address.slice(0, address.lastIndexOf('@')).toLowerCase();
}
