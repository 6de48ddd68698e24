import type { Selectable } from 'kysely';
import type { KeywordRule } from '../../../shared/model/incoming.ts';
import type { KeywordRulesRepository } from '../incoming-types.ts';
import type { Session } from '../session.ts';
import type { KeywordRulesTable } from '../sms-schema.ts';

function toColumns(row: KeywordRule): KeywordRulesTable {
  return {
    id: row.id,
    keyword: row.keyword,
    action: row.action,
    account_id: row.accountId,
    mail_to: row.mailTo,
    active: row.active ? 1 : 0,
    position: row.position,
  };
}

function fromColumns(row: Selectable<KeywordRulesTable>): KeywordRule {
  return {
    id: row.id,
    keyword: row.keyword,
    action: row.action as KeywordRule['action'],
    accountId: row.account_id,
    mailTo: row.mail_to,
    active: row.active === 1,
    position: row.position,
  };
}

/** Rules for incoming SMS, in SQL. */
export function keywordRulesRepository(session: Session): KeywordRulesRepository {
  return {
    async list() {
      const rows = await session.db
        .selectFrom('keyword_rules')
        .selectAll()
        .orderBy('position')
        .orderBy('id')
        .execute();
      return rows.map(fromColumns);
    },
    async insert(row) {
      await session.db.insertInto('keyword_rules').values(toColumns(row)).execute();
    },
    async update(row) {
      const { id, ...columns } = toColumns(row);
      await session.db.updateTable('keyword_rules').set(columns).where('id', '=', id).execute();
    },
    async remove(id) {
      await session.db.deleteFrom('keyword_rules').where('id', '=', id).execute();
    },
  };
}
