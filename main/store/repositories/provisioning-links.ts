import type { Selectable } from 'kysely';
import type { ProvisioningLinksTable } from '../provisioning-schema.ts';
import type { LinkRow, ProvisioningRepository } from '../provisioning-types.ts';
import type { Session } from '../session.ts';

function fromColumns(row: Selectable<ProvisioningLinksTable>): LinkRow {
  return {
    id: row.id,
    deviceId: row.device_id,
    accountId: row.account_id,
    tokenHash: row.token_hash,
    browserHash: row.browser_hash,
    use: row.use as LinkRow['use'],
    sentBy: row.sent_by as LinkRow['sentBy'],
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    openedAt: row.opened_at,
    openedCount: row.opened_count,
    revokedAt: row.revoked_at,
  };
}

function toColumns(row: LinkRow): ProvisioningLinksTable {
  return {
    id: row.id,
    device_id: row.deviceId,
    account_id: row.accountId,
    token_hash: row.tokenHash,
    browser_hash: row.browserHash,
    use: row.use,
    sent_by: row.sentBy,
    created_at: row.createdAt,
    expires_at: row.expiresAt,
    opened_at: row.openedAt,
    opened_count: row.openedCount,
    revoked_at: row.revokedAt,
  };
}

type LinkMethods = Pick<
  ProvisioningRepository,
  'insertLink' | 'updateLink' | 'getLink' | 'findLink' | 'listLinks'
>;

/** Personal links. */
export function linkMethods(session: Session): LinkMethods {
  const all = () => session.db.selectFrom('provisioning_links').selectAll();
  return {
    async insertLink(row) {
      await session.db.insertInto('provisioning_links').values(toColumns(row)).execute();
    },
    async updateLink(row) {
      const { id, ...columns } = toColumns(row);
      const update = session.db.updateTable('provisioning_links').set(columns);
      await update.where('id', '=', id).execute();
    },
    async getLink(id) {
      const row = await all().where('id', '=', id).executeTakeFirst();
      return row && fromColumns(row);
    },
    async findLink(tokenHash) {
      const row = await all().where('token_hash', '=', tokenHash).executeTakeFirst();
      return row && fromColumns(row);
    },
    async listLinks(deviceId) {
      const rows = await all().where('device_id', '=', deviceId).orderBy('id', 'desc').execute();
      return rows.map(fromColumns);
    },
  };
}
