import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Device } from '../../shared/model/device.ts';
import type { Gateway } from '../../shared/model/gateway.ts';
import { AppError } from '../../shared/model/errors.ts';
import type { Hold } from '../../shared/model/session.ts';
import { createEvents } from '../platform/events.ts';
import { createFakeClock } from '../platform/fake-clock.ts';
import type { FakeClock } from '../platform/fake-clock.ts';
import type { LogLine } from '../platform/logbook.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/types.ts';
import { findAttention } from './attention.ts';
import type { Facts } from './attention.ts';
import { backupLimits, createBackups } from './backups.ts';
import { countAlerts, countDevices, countGateways, fillHours } from './overview.ts';
import { startRetention } from './retention.ts';
import { createSettings } from './settings.ts';

const secretBox = {
  seal: (clear: string) => new TextEncoder().encode(`sealed ${clear}`),
  open: (sealed: Uint8Array) => new TextDecoder().decode(sealed).slice('sealed '.length),
};

let clock: FakeClock;
let store: Store;
let lines: LogLine[];
let dataDir: string;
const events = createEvents(() => undefined);
const log = {
  write(line: LogLine) {
    lines.push(line);
    return {} as never;
  },
};

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pushdesk-system-'));
  clock = createFakeClock();
  lines = [];
  store = await openStore({ path: join(dataDir, 'pushdesk.sqlite'), secretBox, clock });
});
afterEach(async () => {
  await store.close();
  await rm(dataDir, { recursive: true });
});

describe('settings', () => {
  it('are the defaults until somebody changes them, and are kept', async () => {
    const first = await createSettings({ store, events, log });
    expect(await first.get(undefined)).toMatchObject({ retention: { logDays: 30 } });
    await first.update({ retention: { logDays: 7 }, desktop: { closeToTray: false } });
    const second = await createSettings({ store, events, log });
    expect(second.current()).toMatchObject({
      retention: { logDays: 7, historyDays: 90 },
      desktop: { closeToTray: false },
    });
  });

  it('tell listeners which parts changed, and the log which names', async () => {
    const settings = await createSettings({ store, events, log });
    const heard: string[][] = [];
    const stop = settings.subscribe((parts) => heard.push([...parts]));
    await settings.update({ changes: { udpPort: 5_000, udpEnabled: true }, listeners: {} });
    await settings.update({ changes: { udpPort: 5_000 } });
    stop();
    await settings.update({ changes: { udpPort: 5_001 } });
    expect(heard).toEqual([['changes']]);
    expect(lines[0]).toMatchObject({
      key: 'system.settings-changed',
      params: { names: ['changes.udpPort'] },
    });
  });

  it('take secrets and never give them back', async () => {
    const settings = await createSettings({ store, events, log });
    const after = await settings.update({ changes: { webhookToken: 'let me in', udpSecret: 's' } });
    expect(after.changes).toMatchObject({ hasWebhookToken: true, hasUdpSecret: true });
    expect(JSON.stringify([after, lines, await store.values.get('settings')])).not.toContain(
      'let me in',
    );
    expect(settings.secrets()).toEqual({ udpSecret: 's', webhookToken: 'let me in' });
    const again = await createSettings({ store, events, log });
    expect(again.secrets().webhookToken).toBe('let me in');
    await again.update({ changes: { webhookToken: '' } });
    expect(again.current().changes).toMatchObject({ hasWebhookToken: false, hasUdpSecret: true });
  });

  it('follow the configuration file in what it says', async () => {
    const overrides = { listeners: { devicesPort: 8_080 } };
    const settings = await createSettings({ store, events, log, overrides });
    await settings.update({ listeners: { devicesPort: 1, devicesHost: '0.0.0.0' } });
    expect(settings.current().listeners).toMatchObject({
      devicesPort: 8_080,
      devicesHost: '0.0.0.0',
    });
  });

  it('take what an older version has stored, and give the rest its default', async () => {
    const listeners = { devicesHost: '0.0.0.0', devicesPort: 8_080 };
    const retention = { logDays: 7, logEntries: 5_000, historyDays: 8 };
    await store.values.set('settings', { listeners, retention });
    const settings = await createSettings({ store, events, log });
    expect(settings.current()).toMatchObject({
      listeners: { ...listeners, tlsEnabled: false, certificate: 'self-made' },
      retention: { ...retention, versionDays: 90 },
      sync: { active: true, auth: 'any', aliases: [] },
    });
    await settings.update({ sync: { auth: 'md5' }, retention: { versionDays: 30 } });
    const again = await createSettings({ store, events, log });
    expect(again.current()).toMatchObject({
      listeners,
      retention: { ...retention, versionDays: 30 },
      sync: { auth: 'md5' },
    });
  });

  it('lose no more than the one value that this version does not take', async () => {
    const sync = { auth: 'kerberos', conflict: 'server' };
    await store.values.set('settings', { sync, retention: { logDays: 7 }, desktop: 5 });
    const settings = await createSettings({ store, events, log });
    expect(settings.current()).toMatchObject({
      sync: { auth: 'any', conflict: 'server' },
      retention: { logDays: 7 },
      desktop: { closeToTray: true },
    });
  });

  it.each([
    [{ listeners: { publicUrl: 'sync.example.org' } }, 'listeners.publicUrl', 'not-a-url'],
    [{ listeners: { publicUrl: 'ftp://example.org' } }, 'listeners.publicUrl', 'not-a-url'],
    [{ listeners: { publicUrl: 'https://a:b@c.org' } }, 'listeners.publicUrl', 'not-a-url'],
    [{ listeners: { acmeDirectory: 'http://a.org' } }, 'listeners.acmeDirectory', 'not-a-url'],
    [{ listeners: { acmeNames: ['a.org', '*.a.org'] } }, 'listeners.acmeNames.1', 'invalid'],
    [{ listeners: { acmeNames: ['192.0.2.1'] } }, 'listeners.acmeNames.0', 'invalid'],
    [{ listeners: { acmeContact: 'admin' } }, 'listeners.acmeContact', 'not-an-address'],
    [
      { listeners: { tlsEnabled: true, tlsPort: 443, devicesPort: 443 } },
      'listeners.tlsPort',
      'duplicate',
    ],
    [
      { listeners: { tlsEnabled: true, certificate: 'file' as const } },
      'listeners.certificateFile',
      'required',
    ],
    [
      { listeners: { tlsEnabled: true, certificate: 'acme' as const } },
      'listeners.acmeNames',
      'required',
    ],
    [{ sync: { timeZone: 'Europe/Nowhere' } }, 'sync.timeZone', 'unknown'],
    [{ sync: { aliases: ['/a', '/changes'] } }, 'sync.aliases.1', 'invalid'],
    [{ sync: { aliases: ['/a b'] } }, 'sync.aliases.0', 'invalid'],
    [{ sync: { aliases: ['/'] } }, 'sync.aliases.0', 'invalid'],
  ])('refuse %j and name the field', async (input, path, code) => {
    const settings = await createSettings({ store, events, log });
    const before = settings.current();
    await expect(settings.update(input)).rejects.toMatchObject({ fields: [{ path, code }] });
    expect(settings.current()).toEqual(before);
  });

  it('compare aliases by one form, each once, and tell no change where there is none', async () => {
    const settings = await createSettings({ store, events, log });
    const after = await settings.update({ sync: { aliases: ['pim/', '//pim', '/Sync/Me'] } });
    expect(after.sync.aliases).toEqual(['/pim', '/Sync/Me']);
    lines.length = 0;
    await settings.update({ sync: { aliases: ['/pim', '/Sync/Me'] } });
    expect(lines).toEqual([]);
  });

  it('refuse a host that is none', async () => {
    const settings = await createSettings({ store, events, log });
    const refused = settings.update({ listeners: { devicesHost: 'http://x/' } });
    await expect(refused).rejects.toThrow(AppError);
    await expect(refused).rejects.toMatchObject({
      fields: [{ path: 'listeners.devicesHost', code: 'invalid' }],
    });
  });

  it('of two changes at once both stay', async () => {
    const settings = await createSettings({ store, events, log });
    await Promise.all([
      settings.update({ retention: { logDays: 3 } }),
      settings.update({ retention: { historyDays: 4 } }),
    ]);
    expect(settings.current().retention).toMatchObject({ logDays: 3, historyDays: 4 });
  });
});

describe('backups', () => {
  it('are named by their time and can be opened as a store', async () => {
    const backups = await createBackups({ store, dataDir, clock, events, log });
    await store.values.set('a', 1);
    const made = await backups.make();
    expect(made.path).toBe(join(dataDir, 'backups', 'pushdesk-20260105-090000.sqlite'));
    expect(made.at).toBe(clock.now());
    expect((await backups.make()).path).toMatch(/090000-2\.sqlite$/u);
    const copy = await openStore({ path: made.path, secretBox, clock });
    expect(await copy.values.get('a')).toBe(1);
    await copy.close();
  });

  it('are made each day, and only the newest stay', async () => {
    const backups = await createBackups({ store, dataDir, clock, events, log });
    const stop = backups.start();
    await writeFile(join(dataDir, 'note.txt'), 'x');
    for (let day = 0; day < backupLimits.kept + 3; day += 1) {
      await clock.advance(backupLimits.everyMs);
      await expect.poll(() => lines.length).toBe(day + 1);
    }
    await stop();
    const names = (await readdir(join(dataDir, 'backups'))).sort();
    expect(names).toHaveLength(backupLimits.kept);
    expect(lines.every(({ key }) => key === 'system.backup-made')).toBe(true);
    const again = await createBackups({ store, dataDir, clock, events, log });
    expect(again.lastAt()).toBeGreaterThan(0);
  });

  it('that fail are told until one succeeds', async () => {
    const refusing = { backup: () => Promise.reject(new Error('disk full')) };
    const backups = await createBackups({ store: refusing, dataDir, clock, events, log });
    await expect(backups.make()).rejects.toThrow('disk full');
    expect(backups.lastError()).toBe('disk full');
    expect(lines.map(({ key }) => key)).toEqual(['system.backup-failed']);
  });
});

describe('retention', () => {
  it('removes what is past its time by the settings of the moment', async () => {
    const asked: unknown[] = [];
    const stop = startRetention({
      store: {
        removeOld(limits) {
          asked.push(limits);
          return Promise.resolve({ logEntries: 2, history: 1 });
        },
      },
      clock,
      log,
      settings: () => ({ logDays: 1, logEntries: 5_000, historyDays: 2, versionDays: 3 }),
      onError: (error) => expect.fail(String(error)),
    });
    await clock.advance(120_000);
    await stop();
    await clock.advance(86_400_000);
    const day = 86_400_000;
    const at = Date.UTC(2026, 0, 5, 9, 2);
    expect(asked).toEqual([
      {
        logBefore: at - day,
        logEntries: 5_000,
        historyBefore: at - 2 * day,
        versionsBefore: at - 3 * day,
      },
    ]);
    expect(lines).toMatchObject([{ key: 'system.retention', params: { count: 3 } }]);
  });
});

const gateway = (over: Partial<Gateway>): Gateway =>
  ({ id: 'g', name: 'Modem', active: true, state: 'working', detail: '', ...over }) as Gateway;
const device = (over: Partial<Device>): Device =>
  ({ id: 'd', name: 'E71', state: 'working', reason: 'ok', mismatch: null, ...over }) as Device;
const calm: Facts = {
  isEngineActive: true,
  gateways: [gateway({})],
  devices: [device({})],
  accounts: [],
  listeners: [],
  stuckMessages: 0,
  uncertainMessages: 0,
  pausedMessages: null,
  budgets: [],
  backupError: undefined,
  pendingClients: 0,
  holds: [],
  certificate: null,
  lostSecrets: new Set(),
};

describe('what needs attention', () => {
  it('says how often and why a device could not be alerted', () => {
    const failing = device({
      reason: 'alert-failed',
      failures: 4,
      lastAlertReason: 'not-delivered',
    });
    const [found] = findAttention({ ...calm, devices: [failing] });
    expect(found?.params).toEqual({ name: 'E71', count: 4, reason: 'not-delivered' });
  });

  it('is what the SMS queue holds back', () => {
    const found = findAttention({ ...calm, uncertainMessages: 2, pausedMessages: 0 });
    expect(found.map(({ key }) => key)).toEqual(['messages-uncertain', 'queue-paused']);
  });

  it('is nothing when all is well', () => {
    expect(findAttention(calm)).toEqual([]);
  });

  it('begins with what has failed, and says where to look', () => {
    const found = findAttention({
      ...calm,
      isEngineActive: false,
      gateways: [gateway({ id: 'g1', state: 'failed', detail: 'timeout' })],
      devices: [device({ id: 'd1', state: 'failed', reason: 'alert-failed' })],
      listeners: [{ name: 'changes-udp', host: '::1', port: 1, state: 'failed', detail: 'in use' }],
      stuckMessages: 7,
      backupError: 'disk full',
    });
    expect(found.map(({ key, level, target }) => [key, level, target.area])).toEqual([
      ['listener-failed', 'failed', 'settings'],
      ['gateway-failing', 'failed', 'sms'],
      ['backup-failed', 'failed', 'log'],
      ['device-failing', 'attention', 'devices'],
      ['queue-stuck', 'attention', 'sms'],
      ['engine-off', 'attention', 'push'],
    ]);
    expect(found[1]).toMatchObject({ params: { name: 'Modem', detail: 'timeout' } });
  });

  it('is a missing way out, also when all are switched off', () => {
    for (const gateways of [[], [gateway({ active: false, state: 'off' })]]) {
      expect(findAttention({ ...calm, gateways }).map(({ key }) => key)).toEqual(['no-gateway']);
    }
  });

  it('is what synchronising has left to decide', () => {
    const hold = { id: 'h', deviceName: '', accountAddress: 'anna@example.org', count: 60 };
    const found = findAttention({
      ...calm,
      devices: [
        device({ id: 'a', name: 'A', mismatch: { deviceId: 'b', at: 1 } }),
        device({ id: 'b', name: 'B', mismatch: { deviceId: 'a', at: 1 } }),
        device({ id: 'c', name: 'C', reason: 'session-failed' }),
      ],
      holds: [hold as Hold],
      pendingClients: 2,
    });
    expect(found.map(({ key, params, target }) => [key, params, target.id])).toEqual([
      ['deletions-held', { name: 'anna@example.org', count: 60 }, 'h'],
      ['number-mismatch', { name: 'A', other: 'B' }, 'a'],
      ['sync-failing', { name: 'C' }, 'c'],
      ['device-pending', { count: 2 }, undefined],
    ]);
  });

  it('is what has to be typed in again after a move, counted where that is done', () => {
    const lostSecrets = new Set([
      ...['account:1', 'mailbox:1', 'mailbox:2', 'gateway:1', 'push:server', 'changes:udp'],
      ...['mail:password', 'device:1:imsi', 'configuration:1'],
    ]);
    const found = findAttention({ ...calm, lostSecrets });
    expect(found.map(({ key, params, target }) => [key, params['count'], target.area])).toEqual([
      ['secrets-lost', 3, 'accounts'],
      ['secrets-lost', 1, 'sms'],
      ['secrets-lost', 1, 'push'],
      ['secrets-lost', 2, 'settings'],
      ['secrets-lost', 1, 'devices'],
    ]);
  });

  it('names no more than a few of a kind', () => {
    const devices = Array.from({ length: 50 }, () => device({ reason: 'alert-failed' }));
    expect(findAttention({ ...calm, devices })).toHaveLength(5);
  });
});

describe('the figures', () => {
  it('show each of the last 24 hours', () => {
    const now = Date.UTC(2026, 0, 5, 9, 30);
    const at = Date.UTC(2026, 0, 5, 8);
    const hours = fillHours(
      [
        { at, state: 'answered', count: 2 },
        { at, state: 'delivered', count: 1 },
        { at, state: 'expired', count: 4 },
        { at: at - 30 * 3_600_000, state: 'sent', count: 9 },
      ],
      now,
    );
    expect(hours).toHaveLength(24);
    expect(hours.at(-1)?.at).toBe(Date.UTC(2026, 0, 5, 9));
    expect(hours.at(-2)).toEqual({
      at,
      delivered: 3,
      sent: 0,
      waiting: 0,
      failed: 4,
      suppressed: 0,
    });
  });

  it('count alerts by outcome, and how long they took', () => {
    const counts = new Map([
      ['sent', 1],
      ['answered', 2],
      ['planned', 3],
      ['suppressed', 1],
    ] as const);
    expect(countAlerts(counts, [30, 10, 20, 1_000])).toEqual({
      total: 7,
      delivered: 2,
      failed: 0,
      suppressed: 1,
      waiting: 3,
      medianMs: 30,
      p95Ms: 1_000,
    });
    expect(countAlerts(new Map(), [])).toMatchObject({ total: 0, medianMs: null, p95Ms: null });
  });

  it('count devices and gateways by what an admin would do about them', () => {
    const states = ['working', 'waiting', 'attention', 'failed', 'paused', 'off'] as const;
    expect(countDevices(states.map((state) => device({ state })))).toEqual({
      total: 6,
      working: 2,
      attention: 2,
      paused: 1,
    });
    expect(
      countGateways([gateway({}), gateway({ state: 'failed' }), gateway({ active: false })]),
    ).toEqual({ total: 3, working: 1, failing: 1 });
  });
});
