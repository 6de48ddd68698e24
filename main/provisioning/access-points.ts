import { z } from 'zod';
import { AppError, invalidField } from '../../shared/model/errors.ts';
import { accessPointSchema, provisioningLimits } from '../../shared/model/provisioning.ts';
import type { AccessPoint } from '../../shared/model/provisioning.ts';
import type { AreaService } from '../api/services.ts';
import type { Repositories } from '../store/types.ts';
import type { AccessPointContent } from './documents/content.ts';
import type { ProvisioningDeps } from './provisioning-deps.ts';

/** Access points that configurations can make on phones. */
export interface AccessPoints extends Pick<
  AreaService<'provisioning'>,
  'accessPoints' | 'saveAccessPoint' | 'removeAccessPoint'
> {
  /** One with its password; undefined when there is none of that id any more. */
  find(id: string): Promise<AccessPointContent | undefined>;
}

const valueName = 'provisioning.access-points';
const storedSchema = z.array(accessPointSchema);
const control = /\p{Cc}/u;

function secretName(id: string): string {
  return `access-point:${id}`;
}

/** Makes what keeps them: a short list in the store, and their passwords among the secrets. */
export function createAccessPoints(
  deps: Pick<ProvisioningDeps, 'store' | 'ids' | 'log' | 'events'>,
): AccessPoints {
  const { store, ids, log, events } = deps;

  async function read(repositories: Repositories): Promise<AccessPoint[]> {
    return storedSchema.safeParse(await repositories.values.get(valueName)).data ?? [];
  }

  function tell(key: 'access-point.saved' | 'access-point.removed', { name }: AccessPoint): void {
    log.write({ level: 'info', area: 'provisioning', key, params: { name } });
    events.emit({ kind: 'settings', id: null });
  }

  return {
    accessPoints: async () => ({ accessPoints: await read(store) }),

    async saveAccessPoint({ password, ...input }) {
      for (const field of ['name', 'apn', 'user'] as const) {
        if (control.test(input[field])) throw invalidField(field, 'invalid');
      }
      if (password !== undefined && control.test(password)) {
        throw invalidField('password', 'invalid');
      }
      const saved = await store.transaction(async (tx) => {
        const before = await read(tx);
        const old = before.find(({ id }) => id === input.id);
        if (input.id !== undefined && old === undefined) throw missing(input.id);
        const isTaken = before.some(({ id, name }) => id !== input.id && name === input.name);
        if (isTaken) throw invalidField('name', 'duplicate');
        const isFull = old === undefined && before.length >= provisioningLimits.accessPoints;
        if (isFull) throw new AppError('TOO_LARGE');
        const hasPassword = password === undefined ? old?.hasPassword === true : password !== '';
        const row: AccessPoint = { ...input, id: old?.id ?? ids.next(), hasPassword };
        const after = old
          ? before.map((each) => (each.id === old.id ? row : each))
          : [...before, row];
        await tx.values.set(valueName, after);
        if (password === '') await tx.secrets.remove(secretName(row.id));
        else if (password !== undefined) await tx.secrets.set(secretName(row.id), password);
        return row;
      });
      tell('access-point.saved', saved);
      return saved;
    },

    async removeAccessPoint({ id }) {
      const removed = await store.transaction(async (tx) => {
        const before = await read(tx);
        const row = before.find((each) => each.id === id);
        if (row === undefined) throw missing(id);
        // Devices that had it are configured for their phone's own way to the internet again.
        const after = before.filter((each) => each.id !== id);
        await tx.values.set(valueName, after);
        await tx.secrets.remove(secretName(id));
        return row;
      });
      tell('access-point.removed', removed);
      return { done: true };
    },

    async find(id) {
      const row = (await read(store)).find((each) => each.id === id);
      if (row === undefined) return undefined;
      const { hasPassword, ...rest } = row;
      const password = hasPassword ? ((await store.secrets.get(secretName(id))) ?? null) : null;
      return { ...rest, password };
    },
  };
}

function missing(id: string): AppError {
  return new AppError('NOT_FOUND', { params: { what: 'access-point', id } });
}
