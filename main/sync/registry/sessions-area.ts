import { AppError } from '../../../shared/model/errors.ts';
import type { Session, SessionMessage } from '../../../shared/model/session.ts';
import type { AreaService } from '../../api/services.ts';
import { toHex } from '../../codecs/bytes.ts';
import { CodecError } from '../../codecs/codec-error.ts';
import { dissectWbxml } from '../../codecs/dissect/index.ts';
import { readableSyncml } from '../../codecs/syncml/index.ts';
import type { SyncmlEncoding } from '../../codecs/syncml/index.ts';
import type { SessionMessageRow, SessionRow } from '../../store/sync-types.ts';
import type { RegistryDeps } from './registry-deps.ts';
import { registryLimits } from './registry-limits.ts';

const LIMIT = 100;

/** Reads sessions as the console shows them. */
export interface SessionView {
  show(rows: readonly SessionRow[]): Promise<Session[]>;
}

/** Makes the view. */
export function createSessionView({ store }: Pick<RegistryDeps, 'store'>): SessionView {
  async function names(
    ids: ReadonlySet<string>,
    get: (id: string) => Promise<string | undefined>,
  ): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const id of ids) found.set(id, (await get(id)) ?? '');
    return found;
  }

  return {
    async show(rows) {
      const present = (ids: (string | null)[]) => new Set(ids.filter((id) => id !== null));
      const [addresses, devices, messages] = await Promise.all([
        names(
          present(rows.map(({ accountId }) => accountId)),
          async (id) => (await store.accounts.get(id))?.address,
        ),
        names(
          present(rows.map(({ deviceId }) => deviceId)),
          async (id) => (await store.devices.get(id))?.name,
        ),
        store.sessions.countMessages(rows.map(({ id }) => id)),
      ]);
      return rows.map(({ clientId: _clientId, datastores, ...row }) => ({
        ...row,
        datastores: [...datastores],
        accountAddress: addresses.get(row.accountId ?? '') ?? '',
        deviceName: devices.get(row.deviceId ?? '') ?? '',
        hasMessages: (messages.get(row.id) ?? 0) > 0,
      }));
    },
  };
}

/** Makes the area of the API that reads sessions. */
export function createSessionsArea(
  deps: Pick<RegistryDeps, 'store'> & {
    /** Stores what running sessions have told. */
    flush(): Promise<void>;
  },
): AreaService<'sessions'> {
  const { store } = deps;
  const view = createSessionView(deps);

  return {
    async list(input) {
      await deps.flush();
      const { sessions, total } = await store.sessions.list({
        deviceId: input?.deviceId,
        accountId: input?.accountId,
        before: input?.before,
        limit: input?.limit ?? LIMIT,
      });
      return { sessions: await view.show(sessions), total };
    },

    async get({ id }) {
      await deps.flush();
      const row = await store.sessions.get(id);
      const [session] = row === undefined ? [] : await view.show([row]);
      if (session === undefined) {
        throw new AppError('NOT_FOUND', { params: { kind: 'session', id } });
      }
      const [problems, messages] = await Promise.all([
        store.sessions.listProblems(id),
        store.sessions.listMessages(id),
      ]);
      return {
        session,
        problems: problems.map(({ sessionId: _sessionId, ...problem }) => problem),
        messages: messages.map((message) => shownMessage(message, session.encoding)),
      };
    },
  };
}

function shownMessage(
  { number, direction, at, bytes }: SessionMessageRow,
  encoding: SyncmlEncoding,
): SessionMessage {
  const isDissected = encoding === 'wbxml' && bytes.length <= registryLimits.dissectedOctets;
  const tree = isDissected ? dissectWbxml(bytes) : [];
  return {
    number,
    direction,
    at,
    text: readable(bytes, encoding),
    bytes: { hex: toHex(bytes), tree },
  };
}

/** As XML; of what is no message, the octets say enough. */
function readable(bytes: Uint8Array, encoding: SyncmlEncoding): string {
  try {
    return readableSyncml(bytes, encoding, { maxItemLength: registryLimits.shownItemLength });
  } catch (error) {
    if (!(error instanceof CodecError)) throw error;
    return '';
  }
}
