import { AppError } from '../../shared/model/errors.ts';
import type { Configuration } from '../../shared/model/provisioning.ts';
import type { AreaService } from '../api/services.ts';
import type { Stop } from '../platform/clock.ts';
import type { Random } from '../platform/random.ts';
import type { ConfigurationRow } from '../store/provisioning-types.ts';
import type { Repositories } from '../store/types.ts';
import { serviceLimits } from './limits.ts';
import { aboutConfiguration } from './log-lines.ts';
import type { ProvisioningDeps } from './provisioning-deps.ts';

/** Name of the secret that a configuration's PIN is. */
function secretName(id: string): string {
  return `configuration:${id}`;
}

/** Digits that nobody can guess. */
export function drawPin(random: Random, digits: number): string {
  return Array.from({ length: digits }, () => String(random.integer(10))).join('');
}

/** Keeps a PIN until it has been used or is past its time, within the caller's transaction. */
export async function keepPin(tx: Repositories, id: string, pin: string): Promise<void> {
  await tx.secrets.set(secretName(id), pin);
}

/** The configuration without a PIN, which is forgotten within the caller's transaction. */
export async function forgetPin(
  tx: Repositories,
  row: ConfigurationRow,
): Promise<ConfigurationRow> {
  await tx.secrets.remove(secretName(row.id));
  return { ...row, pinUntil: null };
}

/** A configuration as the contract tells it. */
export function shownConfiguration(row: ConfigurationRow, now: number): Configuration {
  const { accountId: _account, fingerprint: _fingerprint, pinUntil, ...rest } = row;
  return { ...rest, pinUntil: pinUntil !== null && pinUntil > now ? pinUntil : null };
}

/** PINs of configurations, told once and again while they are good. */
export interface Pins extends Pick<AreaService<'provisioning'>, 'pin'> {
  /** Begins to forget those that are past their time. */
  start(): Stop;
}

/** Makes what tells and forgets them. */
export function createPins(deps: ProvisioningDeps): Pins {
  const { store, clock, log, events, onFault } = deps;

  async function sweep(): Promise<void> {
    const now = clock.now();
    for (const { id } of await store.provisioning.listPinsUntil(now)) {
      await store.transaction(async (tx) => {
        const row = await tx.provisioning.get(id);
        if (row !== undefined) await tx.provisioning.update(await forgetPin(tx, row));
      });
      events.emit({ kind: 'configuration', id });
    }
  }

  return {
    async pin({ id }) {
      const row = await store.provisioning.get(id);
      const until = row?.pinUntil ?? 0;
      const pin = until > clock.now() ? await store.secrets.get(secretName(id)) : undefined;
      if (row === undefined || pin === undefined) {
        throw new AppError('NOT_FOUND', { params: { what: 'pin', id } });
      }
      const device = await store.devices.get(row.deviceId);
      log.write({
        ...aboutConfiguration(row),
        level: 'info',
        key: 'configuration.pin-told',
        params: {
          device: device?.name ?? row.deviceId,
          delivery: row.pinDelivery ?? 'screen',
        },
      });
      return { pin, until };
    },

    start() {
      let stopTimer: Stop;
      const next = (): void => {
        sweep().catch(onFault);
        stopTimer = clock.after(serviceLimits.sweepMs, next);
      };
      next();
      return () => stopTimer();
    },
  };
}
