import { AppError } from '../../../shared/model/errors.ts';
import type { Session, SessionMessage } from '../../../shared/model/session.ts';
import type { AreaService } from '../../api/services.ts';
import { toHex } from '../../codecs/bytes.ts';
import { dissectWbxml } from '../../codecs/dissect/index.ts';
import type { DissectNode } from '../../codecs/dissect/index.ts';
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
  deps: Pick<RegistryDeps, 'store' | 'reading'> & {
    /** Stores what running sessions have told. */
    flush(): Promise<void>;
  },
): AreaService<'sessions'> {
  const { store, reading } = deps;
  const view = createSessionView(deps);

  function shownMessage({ number, direction, at, bytes }: SessionMessageRow): SessionMessage {
    const text = reading.readable(bytes);
    return { number, direction, at, text, bytes: { hex: toHex(bytes), tree: treeOf(bytes) } };
  }

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
        messages: messages.map(shownMessage),
      };
    },
  };
}

/** The octets one by one where the message is WBXML and not too long to be read. */
function treeOf(bytes: Uint8Array): DissectNode[] {
  // XML begins with `<`, a mark of its encoding or white space; WBXML with its version (WBXML 1.3 §5.4).
  const isWbxml = (bytes[0] ?? 0) < 0x04;
  return isWbxml && bytes.length <= registryLimits.dissectedOctets ? dissectWbxml(bytes) : [];
}
