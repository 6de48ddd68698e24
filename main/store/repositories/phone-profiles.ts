import type { Selectable } from 'kysely';
import type { PhoneConfigurationsTable, PhoneProfilesTable } from '../provisioning-schema.ts';
import type {
  PhoneConfigurationRow,
  PhoneProfileRow,
  PhoneProfilesRepository,
} from '../provisioning-types.ts';
import type { Session } from '../session.ts';
import { fromJson } from './json-column.ts';

function fromColumns(row: Selectable<PhoneProfilesTable>): PhoneProfileRow {
  return {
    deviceId: row.device_id,
    source: row.source as PhoneProfileRow['source'],
    name: row.name,
    serverId: row.server_id,
    url: row.url,
    user: row.user,
    databases: fromJson(row.databases),
  };
}

function configurationOf(row: Selectable<PhoneConfigurationsTable>): PhoneConfigurationRow {
  return {
    messageId: row.message_id,
    state: row.state as PhoneConfigurationRow['state'],
    wrongPins: row.wrong_pins,
  };
}

/** What virtual phones were set up with, in SQL. */
export function phoneProfilesRepository(session: Session): PhoneProfilesRepository {
  const all = () => session.db.selectFrom('phone_profiles').selectAll();
  return {
    async get(deviceId) {
      const row = await all().where('device_id', '=', deviceId).executeTakeFirst();
      return row && fromColumns(row);
    },
    async put({ deviceId, serverId, databases, source, name, url, user }) {
      const columns = {
        source,
        name,
        server_id: serverId,
        url,
        user,
        databases: JSON.stringify(databases),
      };
      await session.db
        .insertInto('phone_profiles')
        .values({ device_id: deviceId, ...columns })
        .onConflict((conflict) => conflict.column('device_id').doUpdateSet(columns))
        .execute();
    },
    async remove(deviceId) {
      await session.db.deleteFrom('phone_profiles').where('device_id', '=', deviceId).execute();
    },
    async list() {
      return (await all().execute()).map(fromColumns);
    },
    async configurations() {
      const rows = await session.db.selectFrom('phone_configurations').selectAll().execute();
      return new Map(rows.map((row) => [row.message_id, configurationOf(row)]));
    },
    async putConfiguration({ messageId, state, wrongPins }) {
      const columns = { state, wrong_pins: wrongPins };
      await session.db
        .insertInto('phone_configurations')
        .values({ message_id: messageId, ...columns })
        .onConflict((conflict) => conflict.column('message_id').doUpdateSet(columns))
        .execute();
    },
  };
}
