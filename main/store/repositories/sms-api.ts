import type { Session } from '../session.ts';
import type { ApiReportRow, SmsApiRepository } from '../sms-api-types.ts';
import { run, select } from '../statements.ts';

const insertReport = `insert into sms_reports (user_id, message_id, state, detail, at)
  values (?, ?, ?, ?, ?)`;
const setReference = `insert or replace into sms_references
  (user_id, reference, number, message_id, created_at) values (?, ?, ?, ?, ?)`;
const findReference = `select message_id as messageId from sms_references
  where user_id = ? and reference = ? and number = ?`;
const listReports = `select id, message_id as messageId, state, detail, at,
    (select reference from sms_references where message_id = sms_reports.message_id limit 1)
      as reference
  from sms_reports where user_id = ? and id > ? order by id limit ?`;
const copyEnds = `insert into sms_reports (user_id, message_id, state, detail, at)
  select user_id, id, state, detail, coalesce(ended_at, created_at) from messages
  where user_id = ? and state in ('sent', 'delivered', 'failed', 'expired') order by id`;
const lastReport = `select coalesce(max(seq), 0) as id from sqlite_sequence
  where name = 'sms_reports'`;

/** References and reports of the API at `/sms/` in SQL. */
export function smsApiRepository(session: Session): SmsApiRepository {
  return {
    async findReference(userId, reference, number) {
      const values = [userId, reference, number];
      const [row] = await select<{ messageId: string }>(session.db, findReference, values);
      return row?.messageId;
    },
    async setReference({ userId, reference, number, messageId, createdAt }) {
      const values = [userId, reference, number, messageId, createdAt];
      await run(session.db, setReference, values);
    },
    async insertReport(userId, { messageId, state, detail, at }) {
      await run(session.db, insertReport, [userId, messageId, state, detail, at]);
    },
    async beginReports(userId) {
      await session.atomic(async (db) => {
        const columns = { wants_reports: 1 };
        const user = db.updateTable('sms_users').set(columns).where('id', '=', userId);
        const { numUpdatedRows } = await user.where('wants_reports', '=', 0).executeTakeFirst();
        if (numUpdatedRows > 0n) await run(db, copyEnds, [userId]);
      });
    },
    listReports: (userId, after, limit) =>
      select<ApiReportRow>(session.db, listReports, [userId, after, limit]),
    async lastReportId() {
      const [row] = await select<{ id: number }>(session.db, lastReport, []);
      return row?.id ?? 0;
    },
  };
}
