import { bulkInsert } from '../bulk-writes.ts';
import type { PriceRow, PricesRepository } from '../sms-types.ts';
import type { Session } from '../session.ts';

const insertPrices = bulkInsert('prices', ({ gatewayId, prefix, price }: PriceRow) => ({
  gateway_id: gatewayId,
  prefix,
  price,
}));

/** Prices of SMS parts in SQL. */
export function pricesRepository(session: Session): PricesRepository {
  return {
    async replace(gatewayId, prices) {
      await session.atomic(async (db) => {
        await db.deleteFrom('prices').where('gateway_id', '=', gatewayId).execute();
        await insertPrices(
          db,
          prices.map(({ prefix, price }) => ({ gatewayId, prefix, price })),
        );
      });
    },
    async list() {
      const rows = await session.db
        .selectFrom('prices')
        .selectAll()
        .orderBy('gateway_id')
        .orderBy('prefix')
        .execute();
      return rows.map(({ gateway_id, prefix, price }) => ({
        gatewayId: gateway_id,
        prefix,
        price,
      }));
    },
  };
}
