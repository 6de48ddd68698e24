import type { AreaService } from '../api/services.ts';
import { createAccounts } from './accounts.ts';
import { createDevices } from './devices.ts';
import type { DirectoryDeps } from './directory-deps.ts';
import { createOwnerPause } from './owner-pause.ts';
import type { PauseByOwner } from './owner-pause.ts';

/** Who is served: accounts, their devices, and the devices' folders. */
export interface Directory {
  readonly accounts: AreaService<'accounts'>;
  readonly devices: AreaService<'devices'>;
  readonly pauseByOwner: PauseByOwner;
}

/** Makes the directory. It holds no state of its own. */
export function createDirectory(deps: DirectoryDeps): Directory {
  return {
    accounts: createAccounts(deps),
    devices: createDevices(deps),
    pauseByOwner: createOwnerPause(deps),
  };
}

export type { DirectoryDeps };
