import type { Kysely, Selectable } from 'kysely';
import type { Schema } from '../schema.ts';
import type { Session } from '../session.ts';
import { run, select } from '../statements.ts';
import type { SyncStatesTable } from '../sync-schema.ts';
import type { SyncStateRepository, SyncStateRow } from '../sync-types.ts';

type StoredState = Selectable<SyncStatesTable> & { readonly device_uri: string };

function fromColumns(row: StoredState): SyncStateRow {
  return {
    clientId: row.client_id,
    datastore: row.datastore,
    deviceUri: row.device_uri,
    clientAnchor: row.client_anchor,
    serverAnchor: row.server_anchor,
    revision: row.revision,
    round: row.round,
    openMode: row.open_mode as SyncStateRow['openMode'],
    openAnchor: row.open_anchor,
    openSince: row.open_since,
    isResyncWanted: row.is_resync_wanted === 1,
    completedAt: row.completed_at,
  };
}

const stored = 'select * from sync_states where device_uri is not null';

const putState = `insert into sync_states (client_id, datastore, device_uri, client_anchor,
    server_anchor, revision, round, open_mode, open_anchor, open_since, is_resync_wanted,
    completed_at)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  on conflict (client_id, datastore) do update set device_uri = excluded.device_uri,
    client_anchor = excluded.client_anchor, server_anchor = excluded.server_anchor,
    revision = excluded.revision, round = excluded.round, open_mode = excluded.open_mode,
    open_anchor = excluded.open_anchor, open_since = excluded.open_since,
    is_resync_wanted = excluded.is_resync_wanted, completed_at = excluded.completed_at`;

type StateMethods = Pick<SyncStateRepository, 'getState' | 'listStates' | 'putState'>;

/** How far datastores are synchronised. */
export function stateMethods(session: Session): StateMethods {
  return {
    async getState(clientId, datastore) {
      const text = `${stored} and client_id = ? and datastore = ?`;
      const rows = await select<StoredState>(session.db, text, [clientId, datastore]);
      return rows[0] && fromColumns(rows[0]);
    },
    async listStates(clientId) {
      const text = `${stored} and client_id = ? order by datastore`;
      return (await select<StoredState>(session.db, text, [clientId])).map(fromColumns);
    },
    async putState(row) {
      await run(session.db, putState, [
        row.clientId,
        row.datastore,
        row.deviceUri,
        row.clientAnchor,
        row.serverAnchor,
        row.revision,
        row.round,
        row.openMode,
        row.openAnchor,
        row.openSince,
        row.isResyncWanted ? 1 : 0,
        row.completedAt,
      ]);
    },
  };
}

/** The number under which the maps of a client's datastore lie; undefined when it has none. */
export async function stateNumber(
  db: Kysely<Schema>,
  clientId: string,
  datastore: string,
): Promise<number | undefined> {
  const text = 'select number from sync_states where client_id = ? and datastore = ?';
  return (await select<{ number: number }>(db, text, [clientId, datastore]))[0]?.number;
}

/** The same, given out where there is none yet. */
export async function takeStateNumber(
  db: Kysely<Schema>,
  clientId: string,
  datastore: string,
): Promise<number> {
  const known = await stateNumber(db, clientId, datastore);
  if (known !== undefined) return known;
  const text = 'insert into sync_states (client_id, datastore) values (?, ?) returning number';
  const rows = await select<{ number: number }>(db, text, [clientId, datastore]);
  const given = rows[0]?.number;
  if (given === undefined) throw new Error(`no number for the datastore ${datastore}`);
  return given;
}
