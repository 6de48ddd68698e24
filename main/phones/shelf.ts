import { AppError } from '../../shared/model/errors.ts';
import { phoneItemFields } from '../../shared/model/phone.ts';
import type { PhoneItem, PhoneItemInput } from '../../shared/model/phone.ts';
import type { Item } from '../groupware/content/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Ids } from '../platform/ids.ts';
import type { PhoneItemRow } from '../store/sync-types.ts';
import type { PhoneDataRepository } from '../store/sync-types.ts';
import { phoneLimits } from './limits.ts';
import { fieldsOf, linesOf, withFields } from './phone-item.ts';

/** What lies on the phones, as their owners handle it. */
export interface Shelf {
  list(deviceId: string): Promise<PhoneItem[]>;
  save(deviceId: string, input: Omit<PhoneItemInput, 'number'>): Promise<PhoneItem>;
  remove(deviceId: string, luid: string): Promise<void>;
}

/** What {@link createShelf} needs. */
export interface ShelfDeps {
  readonly data: PhoneDataRepository;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Makes the owners' side of the phones' data. */
export function createShelf({ data, clock, ids }: ShelfDeps): Shelf {
  async function find(deviceId: string, luid: string): Promise<PhoneItemRow> {
    const row = (await data.list(deviceId)).find((one) => one.luid === luid);
    if (row === undefined || row.pending === 'deleted') throw new AppError('NOT_FOUND');
    return row;
  }

  return {
    async list(deviceId) {
      const rows = await data.list(deviceId);
      return rows
        .slice(0, phoneLimits.shownItems)
        .map(view)
        .sort((left, right) => left.title.localeCompare(right.title));
    },
    async save(deviceId, { dataType, luid, fields }) {
      const before = luid === undefined ? undefined : await find(deviceId, luid);
      const old = before === undefined ? undefined : (JSON.parse(before.content) as Item);
      const typed = withFields(dataType, old, fields);
      // Whose change is the newer one is decided by when it was typed, not by who synchronises first.
      const modified = `${new Date(clock.now()).toISOString().slice(0, 19)}Z`;
      const item = { ...typed, modified };
      if (linesOf(item).title.trim() === '') {
        const [path] = phoneItemFields[dataType];
        throw new AppError('INVALID_INPUT', {
          fields: [{ path: `fields.${path}`, code: 'required' }],
        });
      }
      const row: PhoneItemRow = {
        deviceId,
        luid: before?.luid ?? ids.next(),
        dataType,
        content: JSON.stringify(item),
        pending: before === undefined || before.pending === 'new' ? 'new' : 'changed',
        changedAt: clock.now(),
      };
      await data.put([row]);
      return view(row);
    },
    async remove(deviceId, luid) {
      const row = await find(deviceId, luid);
      // The server has never heard of it, so there is nothing to tell.
      if (row.pending === 'new') await data.remove(deviceId, [luid]);
      else await data.put([{ ...row, pending: 'deleted', changedAt: clock.now() }]);
    },
  };
}

function view(row: PhoneItemRow): PhoneItem {
  const item = JSON.parse(row.content) as Item;
  return {
    luid: row.luid,
    dataType: row.dataType as PhoneItem['dataType'],
    ...linesOf(item),
    fields: fieldsOf(item),
    pending: row.pending,
    changedAt: row.changedAt,
  };
}
