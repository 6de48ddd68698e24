import { defaultSettings, type SyncSettings } from '../../../../shared/model/settings.ts';
import type { SyncClientRow } from '../../../store/sync-types.ts';
import { createFakeClock, type FakeClock } from '../../../platform/fake-clock.ts';
import type { LogLine } from '../../../platform/logbook.ts';
import { seededRandom } from '../../../platform/random.ts';
import type { ClientRegistry, SessionBook, SessionRecord, SessionStart } from '../../ports.ts';
import type { SyncServerDeps } from '../deps.ts';
import { createFakeDatastores, type FakeDatastores } from './fake-datastores.ts';

/** A session's record, as it was told. */
export interface ToldSession {
  readonly start: SessionStart;
  readonly client: SyncClientRow;
  readonly messages: { direction: 'in' | 'out'; bytes: Uint8Array }[];
  readonly problems: Parameters<SessionRecord['problem']>[0][];
  readonly progress: Parameters<SessionRecord['progress']>[0][];
  ended: readonly [string, string | null] | undefined;
}

/** Everything around a session, in memory, for a test to look at and to change. */
export interface FakeWorld {
  readonly deps: SyncServerDeps;
  readonly clock: FakeClock;
  readonly datastores: FakeDatastores;
  readonly sessions: ToldSession[];
  readonly refusals: { user: string; accountId: string | undefined; reason: string }[];
  readonly clients: Map<string, SyncClientRow>;
  /** Passwords by account address. */
  readonly accounts: Map<string, string | undefined>;
  readonly pushWishes: string[];
  readonly lines: LogLine[];
  settings: SyncSettings;
  /** Called by the registry before it keeps a nonce. */
  beforeNonce: (nonce: Uint8Array) => void;
  admits: boolean;
}

/** Makes a world with the account `alice` (password `secret`). */
export function createFakeWorld(): FakeWorld {
  const clock = createFakeClock();
  const datastores = createFakeDatastores();
  const world: FakeWorld = {
    clock,
    datastores,
    sessions: [],
    refusals: [],
    clients: new Map(),
    accounts: new Map([
      ['alice', 'secret'],
      ['bob', 'other'],
      ['silent', undefined],
    ]),
    pushWishes: [],
    lines: [],
    settings: { ...defaultSettings.sync },
    beforeNonce: () => undefined,
    admits: true,
    deps: {
      registry: fakeRegistry(() => world),
      book: fakeBook(() => world),
      datastores,
      pushSwitch: {
        set: (_client, wanted) => Promise.resolve(void world.pushWishes.push(wanted)),
      },
      settings: () => world.settings,
      clock,
      random: seededRandom(7),
      log: {
        write(line) {
          world.lines.push(line);
          return {
            ...line,
            id: world.lines.length,
            at: clock.now(),
            text: line.key,
            params: line.params ?? {},
            traceId: null,
            accountId: null,
            deviceId: null,
            gatewayId: null,
          };
        },
      },
      version: '9.9.9',
    },
  };
  return world;
}

function fakeRegistry(world: () => FakeWorld): ClientRegistry {
  const keyOf = (accountId: string, syncId: string): string => `${accountId}/${syncId}`;
  const change = (id: string, changes: Partial<SyncClientRow>): SyncClientRow => {
    const client = world().clients.get(id);
    if (!client) throw new Error('no such client');
    const changed = { ...client, ...changes };
    world().clients.set(id, changed);
    return changed;
  };
  return {
    findAccount(name) {
      const address = name.toLowerCase().split('@')[0] ?? '';
      if (!world().accounts.has(address)) return Promise.resolve(undefined);
      const password = world().accounts.get(address);
      return Promise.resolve({ id: address, address, password });
    },
    find: (accountId, syncId) => Promise.resolve(world().clients.get(keyOf(accountId, syncId))),
    admit(account, syncId) {
      if (!world().admits) return Promise.resolve({ ok: false, reason: 'device-blocked' });
      const id = keyOf(account.id, syncId);
      const client = world().clients.get(id) ?? newClient(id, account.id, syncId);
      world().clients.set(id, client);
      return Promise.resolve({ ok: true, client });
    },
    saveNonce(id, nonce) {
      world().beforeNonce(nonce);
      change(id, { nonce: Buffer.from(nonce).toString('base64') });
      return Promise.resolve();
    },
    saveDeviceInfo: (id, info) => Promise.resolve(change(id, { deviceInfo: JSON.stringify(info) })),
  };
}

function newClient(id: string, accountId: string, syncId: string): SyncClientRow {
  return {
    id,
    accountId,
    syncId,
    deviceId: null,
    hardware: null,
    deviceInfo: null,
    nonce: null,
    isBlocked: false,
    isDismissed: false,
    firstSeenAt: 0,
    lastSeenAt: 0,
    mismatchDeviceId: null,
    mismatchAt: null,
  };
}

function fakeBook(world: () => FakeWorld): SessionBook {
  return {
    begin(start, client) {
      const told: ToldSession = {
        start,
        client,
        messages: [],
        problems: [],
        progress: [],
        ended: undefined,
      };
      world().sessions.push(told);
      return Promise.resolve({
        id: `s${String(world().sessions.length)}`,
        traceId: 't1',
        clientName: client.syncId,
        message: (direction, bytes) => void told.messages.push({ direction, bytes }),
        problem: (problem) => void told.problems.push(problem),
        progress: (facts) => void told.progress.push(facts),
        end(state, reason) {
          if (told.ended) throw new Error('a session ends once');
          told.ended = [state, reason];
          return Promise.resolve();
        },
      });
    },
    refuse(_start, who, reason) {
      world().refusals.push({ ...who, reason });
      return Promise.resolve();
    },
  };
}
