import { defaultPushSettings, pushSettingsSchema } from '../../shared/model/settings.ts';
import type { PushSettings, PushSettingsInput } from '../../shared/model/settings.ts';
import type { Events } from '../platform/events.ts';
import type { LogWriter } from '../platform/logbook.ts';
import type { Store } from '../store/types.ts';

const valueName = 'push.settings';
const passwordName = 'push:server';

/** What {@link createPushSettings} needs. */
export interface PushSettingsDeps {
  readonly store: Store;
  readonly events: Events;
  readonly log: LogWriter;
  /** Called after a change is stored. */
  readonly onChange: () => void;
}

/** The engine's settings, kept in memory once they are read. */
export interface PushSettingsService {
  /** Reads them from the store, once. */
  load(): Promise<PushSettings>;
  /** The server password that enters the digest of alerts; empty when none is set. */
  password(): Promise<string>;
  setActive(active: boolean): Promise<PushSettings>;
  update(input: PushSettingsInput): Promise<PushSettings>;
}

/** Makes the settings. */
export function createPushSettings(deps: PushSettingsDeps): PushSettingsService {
  const { store, events, log, onChange } = deps;
  let current: PushSettings | null = null;
  let password: string | null = null;

  async function load(): Promise<PushSettings> {
    if (current) return current;
    password = (await store.secrets.get(passwordName)) ?? '';
    const stored = pushSettingsSchema.partial().safeParse(await store.values.get(valueName));
    const known = Object.fromEntries(
      Object.entries(stored.data ?? {}).filter(([, value]) => value !== undefined),
    );
    current = { ...defaultPushSettings, ...known, hasServerPassword: password !== '' };
    return current;
  }

  async function change(next: PushSettings, nextPassword?: string): Promise<PushSettings> {
    await store.transaction(async ({ values, secrets }) => {
      await values.set(valueName, next);
      if (nextPassword === '') await secrets.remove(passwordName);
      else if (nextPassword !== undefined) await secrets.set(passwordName, nextPassword);
    });
    current = next;
    password = nextPassword ?? password;
    return next;
  }

  function announce(): void {
    events.emit({ kind: 'push', id: null });
    onChange();
  }

  return {
    load,
    async password() {
      await load();
      return password ?? '';
    },
    async setActive(active) {
      const before = await load();
      if (before.active === active) return before;
      const next = await change({ ...before, active });
      log.write({
        level: 'info',
        area: 'push',
        key: active ? 'push.activated' : 'push.deactivated',
      });
      announce();
      return next;
    },
    async update({ serverPassword, ...input }) {
      const before = await load();
      const given = Object.fromEntries(
        Object.entries(input).filter(([, value]) => value !== undefined),
      );
      const hasServerPassword =
        serverPassword === undefined ? before.hasServerPassword : serverPassword !== '';
      const next: PushSettings = { ...before, ...given, hasServerPassword };
      const names = Object.entries(next)
        .filter(([name, value]) => before[name as keyof PushSettings] !== value)
        .map(([name]) => name);
      if (serverPassword !== undefined) names.push('serverPassword');
      if (names.length === 0) return before;
      await change(next, serverPassword);
      log.write({ level: 'info', area: 'push', key: 'push.settings-changed', params: { names } });
      announce();
      return next;
    },
  };
}
