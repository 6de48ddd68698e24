import type { Delivery } from '../../shared/model/message.ts';
import type { DeliveryRow, Store } from '../store/types.ts';

/**
 * Deliveries with the names of their gateways; those that were removed have their last name.
 *
 * @param present names of the gateways that there are, by id.
 */
export async function namedDeliveries(
  store: Pick<Store, 'usage'>,
  rows: readonly DeliveryRow[],
  present: ReadonlyMap<string, string>,
): Promise<Delivery[]> {
  const gone = new Set(rows.map(({ gatewayId }) => gatewayId).filter((id) => !present.has(id)));
  const removed = gone.size === 0 ? undefined : await store.usage.removedNames([...gone]);
  return rows.map((row) => {
    const { gatewayId } = row;
    return { ...row, gatewayName: present.get(gatewayId) ?? removed?.get(gatewayId) ?? '' };
  });
}
