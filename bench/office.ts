import { clientType } from '../shared/catalogue/client-types.ts';
import type { Store } from '../main/store/types.ts';

/** Address of the account with this number. */
export function addressOf(number: number): string {
  return `person-${number}@bench.example`;
}

/** Puts so many accounts into the store, each with one device whose folders are all ticked. */
export async function addOffice(store: Store, devices: number): Promise<void> {
  const at = Date.now();
  await store.transaction(async (tx) => {
    for (let number = 0; number < devices; number += 1) {
      const accountId = `account-${number}`;
      const id = `device-${number}`;
      await tx.accounts.insert({
        id: accountId,
        address: addressOf(number),
        displayName: '',
        mailbox: null,
        conflicts: {},
        timeZone: null,
        createdAt: at,
        updatedAt: at,
      });
      await tx.devices.insert({
        id,
        accountId,
        name: 'phone',
        clientType: 'nokia',
        number: `+4860${String(number).padStart(7, '0')}`,
        pushEnabled: true,
        pausedBy: null,
        quietHours: null,
        mergeWindowMs: null,
        hourlyCap: null,
        folders: clientType('nokia').folders.map(({ dataType, name }, position) => ({
          id: `${id}-${position}`,
          dataType,
          name,
          syncType: 'two-way',
          enabled: true,
          place: '',
        })),
        logMessages: false,
        createdAt: at,
        updatedAt: at,
      });
    }
  });
}
