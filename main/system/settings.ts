import { z } from 'zod';
import { defaultSettings, settingsSchema } from '../../shared/model/settings.ts';
import type { Settings } from '../../shared/model/settings.ts';
import type { AreaService } from '../api/services.ts';
import type { Stop } from '../platform/clock.ts';
import type { Events } from '../platform/events.ts';
import type { LogWriter } from '../platform/logbook.ts';
import type { Store } from '../store/types.ts';
import { checkMailServer, checkSettings } from './settings-checks.ts';

/** Parts of the settings, as listeners are told of them. */
export type SettingsPart = keyof Settings;

/** Secrets that belong to settings; undefined where none is set. */
export interface SettingsSecrets {
  readonly udpSecret: string | undefined;
  readonly webhookToken: string | undefined;
  /** For the server that mail goes out by. */
  readonly mailPassword: string | undefined;
}

/** Settings that are not the push engine's. The certificate they lead to is another service's. */
export interface SettingsService extends Pick<AreaService<'settings'>, 'get' | 'update'> {
  /** As they are now; for those who ask often. */
  current(): Settings;
  secrets(): SettingsSecrets;
  /** Calls back after a change has been stored, with the parts that are different now. */
  subscribe(listener: (parts: ReadonlySet<SettingsPart>) => void): Stop;
}

/** What the settings need. */
export interface SettingsDeps {
  readonly store: Store;
  readonly events: Events;
  readonly log: LogWriter;
  /** Settings that the host insists on, whatever is stored: from a configuration file. */
  readonly overrides?: SettingsOverrides | undefined;
}

const storedName = 'settings';
/** Where each secret is kept, and the setting that it is told by. */
const secretPlaces = {
  udpSecret: { name: 'changes:udp', setting: 'changes.udpSecret' },
  webhookToken: { name: 'changes:webhook', setting: 'changes.webhookToken' },
  mailPassword: { name: 'mail:password', setting: 'mail.password' },
} as const satisfies Record<keyof SettingsSecrets, unknown>;
const secretKeys = ['udpSecret', 'webhookToken', 'mailPassword'] as const;

/** Some settings of some parts. */
export type SettingsOverrides = {
  readonly [Part in SettingsPart]?:
    { readonly [Name in keyof Settings[Part]]?: Settings[Part][Name] | undefined } | undefined;
};

/** Form of what is stored and of what a configuration file may say; a new version may know more. */
export const settingsOverridesSchema = z.object({
  changes: settingsSchema.shape.changes
    .omit({ hasUdpSecret: true, hasWebhookToken: true })
    .partial()
    .optional(),
  listeners: settingsSchema.shape.listeners.partial().optional(),
  sync: settingsSchema.shape.sync.partial().optional(),
  retention: settingsSchema.shape.retention.partial().optional(),
  desktop: settingsSchema.shape.desktop.partial().optional(),
  sms: settingsSchema.shape.sms.partial().optional(),
  provisioning: settingsSchema.shape.provisioning.partial().optional(),
  mail: settingsSchema.shape.mail.omit({ hasPassword: true }).partial().optional(),
});

/**
 * What is stored, without what this version does not take: one value that another version wrote in
 * another form must not cost all the rest.
 */
function readStored(value: unknown): SettingsOverrides {
  const whole = settingsOverridesSchema.safeParse(value);
  if (whole.success) return whole.data;
  const kept: unknown = structuredClone(value);
  for (const { path } of whole.error.issues) {
    const [part = '', name] = path;
    const values: unknown = isRecord(kept) ? kept[String(part)] : undefined;
    if (isRecord(values) && name !== undefined) Reflect.deleteProperty(values, name);
    else if (isRecord(kept)) Reflect.deleteProperty(kept, part);
  }
  return settingsOverridesSchema.safeParse(kept).data ?? {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function overlay<Part extends SettingsPart>(
  part: Part,
  base: Settings,
  over: SettingsOverrides,
): Settings[Part] {
  const given = Object.entries(over[part] ?? {}).filter(([, value]) => value !== undefined);
  return { ...base[part], ...Object.fromEntries(given) };
}

function merge(base: Settings, over: SettingsOverrides): Settings {
  return {
    changes: overlay('changes', base, over),
    listeners: overlay('listeners', base, over),
    sync: overlay('sync', base, over),
    retention: overlay('retention', base, over),
    desktop: overlay('desktop', base, over),
    sms: overlay('sms', base, over),
    provisioning: overlay('provisioning', base, over),
    mail: overlay('mail', base, over),
  };
}

/** Names of the settings that differ, by part: `listeners.devicesPort`. */
function differences(before: Settings, after: Settings): string[] {
  return settingsSchema.keyof().options.flatMap((part) => {
    const old = new Map<string, unknown>(Object.entries(before[part]));
    return Object.entries(after[part])
      .filter(([name, value]) => JSON.stringify(old.get(name)) !== JSON.stringify(value))
      .map(([name]) => `${part}.${name}`);
  });
}

/** Opens the settings. Secrets are kept apart and are never given back. */
export async function createSettings(deps: SettingsDeps): Promise<SettingsService> {
  const { store, events, log, overrides = {} } = deps;
  const listeners = new Set<(parts: ReadonlySet<SettingsPart>) => void>();
  let secrets: SettingsSecrets = {
    udpSecret: await store.secrets.get(secretPlaces.udpSecret.name),
    webhookToken: await store.secrets.get(secretPlaces.webhookToken.name),
    mailPassword: await store.secrets.get(secretPlaces.mailPassword.name),
  };
  const stored = readStored(await store.values.get(storedName));
  let settings = complete(merge(defaultSettings, stored));
  let changing: Promise<unknown> = Promise.resolve();

  function complete(of: Settings): Settings {
    return merge(merge(of, overrides), {
      changes: {
        hasUdpSecret: secrets.udpSecret !== undefined,
        hasWebhookToken: secrets.webhookToken !== undefined,
      },
      mail: { hasPassword: secrets.mailPassword !== undefined },
    });
  }

  async function change(
    input: Parameters<AreaService<'settings'>['update']>[0],
  ): Promise<Settings> {
    const { udpSecret, webhookToken, ...changes } = input.changes ?? {};
    const { password: mailPassword, ...mail } = input.mail ?? {};
    const wanted = checkSettings(input, merge(settings, { ...input, changes, mail }));
    checkMailServer(settings.mail, wanted.mail, mailPassword);
    const given = { udpSecret, webhookToken, mailPassword };
    // The empty text removes a secret.
    const nextSecrets: SettingsSecrets = {
      udpSecret: (given.udpSecret ?? secrets.udpSecret) || undefined,
      webhookToken: (given.webhookToken ?? secrets.webhookToken) || undefined,
      mailPassword: (given.mailPassword ?? secrets.mailPassword) || undefined,
    };
    const changedSecrets = secretKeys.filter((key) => nextSecrets[key] !== secrets[key]);
    await store.transaction(async (tx) => {
      await tx.values.set(storedName, wanted);
      for (const key of changedSecrets) {
        const { name } = secretPlaces[key];
        const secret = nextSecrets[key];
        if (secret === undefined) await tx.secrets.remove(name);
        else await tx.secrets.set(name, secret);
      }
    });
    const before = settings;
    const secretNames = changedSecrets.map((key) => secretPlaces[key].setting);
    secrets = nextSecrets;
    settings = complete(wanted);
    const names = [...differences(before, settings), ...secretNames];
    if (names.length > 0) announce(names);
    return settings;
  }

  function announce(names: readonly string[]): void {
    const params = { names: [...names] };
    log.write({ level: 'info', area: 'system', key: 'system.settings-changed', params });
    const parts = settingsSchema.keyof().options;
    const changed = new Set(parts.filter((part) => names.some((name) => name.startsWith(part))));
    for (const listener of listeners) listener(changed);
    events.emit({ kind: 'settings', id: null });
  }

  return {
    get: () => Promise.resolve(settings),
    update(input) {
      const done = changing.then(() => change(input));
      changing = done.catch(() => undefined);
      return done;
    },
    current: () => settings,
    secrets: () => secrets,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
