import type { PortalKey } from '../html/words.ts';
import { deviceInputSchema } from '../../../shared/model/device.ts';
import type { Device } from '../../../shared/model/device.ts';
import { AppError } from '../../../shared/model/errors.ts';
import type { NewLink } from '../../../shared/model/provisioning.ts';
import type { LogKey } from '../../../shared/i18n/en/log.ts';
import type { AccountRow } from '../../store/types.ts';
import { portalLimits } from '../limits.ts';
import type { PortalDeps } from '../portal-deps.ts';
import { createRateLimit } from '../../platform/rate-limit.ts';
import type { Links } from '../setup/links.ts';
import type { DeviceForm } from './device-pages.ts';

/** What an owner can do, with the account's own devices alone. */
export interface OwnerActions {
  list(account: AccountRow): Promise<readonly Device[]>;
  /** Undefined: there is none, or it is somebody else's, which is the same to its owner. */
  find(account: AccountRow, id: string): Promise<Device | undefined>;
  add(
    account: AccountRow,
    form: Pick<DeviceForm, 'name' | 'clientType' | 'number'>,
  ): Promise<{ readonly device: Device } | { readonly errors: DeviceForm['errors'] } | PortalKey>;
  setPaused(account: AccountRow, device: Device, isPaused: boolean): Promise<boolean>;
  remove(account: AccountRow, device: Device): Promise<void>;
  /** `again`: the same went out a short while ago, and it has not been confirmed. */
  send(
    account: AccountRow,
    device: Device,
    isConfirmed: boolean,
  ): Promise<'sent' | 'again' | 'wait' | 'not-possible'>;
  link(account: AccountRow, device: Device): Promise<NewLink | 'wait'>;
}

const fieldKeys: Readonly<Record<string, readonly ['name' | 'clientType' | 'number', PortalKey]>> =
  {
    name: ['name', 'error.name'],
    clientType: ['clientType', 'error.client-type'],
    number: ['number', 'error.number'],
  };

function errorsOf(paths: readonly string[]): DeviceForm['errors'] {
  return Object.fromEntries(
    paths.map((path) => fieldKeys[path]).filter((entry) => entry !== undefined),
  );
}

/** Makes them. Everything goes through the services that the console uses too. */
export function createOwnerActions(deps: PortalDeps, links: Links): OwnerActions {
  const { store, clock, log, devices, provisioning } = deps;
  const limitOf = (limit: number) =>
    createRateLimit(clock, { limit, windowMs: portalLimits.hourMs, keys: portalLimits.owners });
  const limits = {
    add: limitOf(portalLimits.perHour.add),
    send: limitOf(portalLimits.perHour.send),
    link: limitOf(portalLimits.perHour.link),
  };

  function mayDo(what: keyof typeof limits, { id }: AccountRow): boolean {
    if (limits[what].waitSeconds(id) > 0) return false;
    limits[what].count(id);
    return true;
  }

  function write(account: AccountRow, device: Device, key: LogKey): void {
    const params = { account: account.address, device: device.name };
    const about = { accountId: account.id, deviceId: device.id };
    log.write({ level: 'info', area: 'provisioning', key, params, ...about });
  }

  async function list({ id }: AccountRow): Promise<readonly Device[]> {
    return (await devices.list({ accountId: id, limit: 20_000 })).devices;
  }

  return {
    list,
    async find(account, id) {
      const row = await store.devices.get(id);
      return row?.accountId === account.id ? await devices.get({ id }) : undefined;
    },
    async add(account, form) {
      if ((await list(account)).length >= portalLimits.devicesOfAccount) return 'add.full';
      const parsed = deviceInputSchema.safeParse({
        accountId: account.id,
        name: form.name.replace(/\p{Cc}+/gu, ' '),
        clientType: form.clientType,
        number: form.number.trim() === '' ? null : form.number,
      });
      if (!parsed.success) {
        return { errors: errorsOf(parsed.error.issues.map(({ path }) => String(path[0]))) };
      }
      if (!mayDo('add', account)) return 'add.wait';
      try {
        const device = await devices.create(parsed.data);
        write(account, device, 'portal.device-added');
        return { device };
      } catch (error) {
        if (!(error instanceof AppError) || error.fields.length === 0) throw error;
        if (error.code !== 'DUPLICATE')
          return { errors: errorsOf(error.fields.map((f) => f.path)) };
        const isNumber = error.fields.some(({ path }) => path === 'number');
        return {
          errors: isNumber ? { number: 'error.number-taken' } : { name: 'error.name-taken' },
        };
      }
    },
    async setPaused(account, device, isPaused) {
      const row = await store.devices.get(device.id);
      if (row === undefined || !(await deps.pauseByOwner(row, isPaused))) return false;
      write(account, device, isPaused ? 'portal.device-paused' : 'portal.device-resumed');
      return true;
    },
    async remove(account, device) {
      await devices.remove({ id: device.id });
      write(account, device, 'portal.device-removed');
    },
    async send(account, device, isConfirmed) {
      if (limits.send.waitSeconds(account.id) > 0) return 'wait';
      try {
        await provisioning.send({ deviceId: device.id, confirmRepeat: isConfirmed });
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        return error.code === 'ALREADY_SENT' ? 'again' : 'not-possible';
      }
      limits.send.count(account.id);
      write(account, device, 'portal.configuration-sent');
      return 'sent';
    },
    async link(account, device) {
      if (!mayDo('link', account)) return 'wait';
      const link = await links.link({ deviceId: device.id, send: 'none' });
      write(account, device, 'portal.link-asked');
      return link;
    },
  };
}
