import { z } from 'zod';
import { deviceLimits } from './device.ts';

/** How the push engine plans. */
export const pushSettingsSchema = z.object({
  active: z.boolean(),
  /** How long changes of one device are gathered into one alert. */
  mergeWindowMs: z.number().int().min(0).max(deviceLimits.mergeWindowMs),
  /** Alerts to one device within any hour; the next waits. */
  hourlyCap: z.number().int().min(1).max(deviceLimits.hourlyCap),
  /** An alert that could not be sent for so long is given up. */
  maxAlertAgeMs: z
    .number()
    .int()
    .min(60_000)
    .max(7 * 86_400_000),
  /** Names this server to the devices, compared in exact letter case (OMA DS 1.2 SAN "server-id"). */
  serverId: z
    .string()
    .min(1)
    .max(150)
    .regex(/^[\u0020-\u007e]+$/u),
  /** What phones are asked to show (SAN "ui-mode"). */
  uiMode: z.enum(['not-specified', 'background', 'informative', 'user-interaction']),
  hasServerPassword: z.boolean(),
});
export type PushSettings = z.infer<typeof pushSettingsSchema>;

export const pushSettingsInputSchema = pushSettingsSchema
  .omit({ hasServerPassword: true, active: true })
  .partial()
  .extend({
    /** Enters the digest of the alerts. Write-only; an empty text removes it. */
    serverPassword: z.string().max(256).optional(),
  });
export type PushSettingsInput = z.infer<typeof pushSettingsInputSchema>;

/** Where changes come in. Port 0 lets the system choose. */
export const changeSettingsSchema = z.object({
  udpEnabled: z.boolean(),
  /** Loopback, or an address of this machine. */
  udpHost: z.string().min(1).max(253),
  udpPort: z.number().int().min(0).max(65535),
  /** Set: datagrams from other machines are taken when signed with it. */
  hasUdpSecret: z.boolean(),
  webhookEnabled: z.boolean(),
  hasWebhookToken: z.boolean(),
});
export type ChangeSettings = z.infer<typeof changeSettingsSchema>;

export const changeSettingsInputSchema = changeSettingsSchema
  .omit({ hasUdpSecret: true, hasWebhookToken: true })
  .partial()
  .extend({
    /** Write-only; an empty text removes it. */
    udpSecret: z.string().max(256).optional(),
    /** Write-only; an empty text removes it. */
    webhookToken: z.string().max(256).optional(),
  });

/** The listener that phones and mail servers talk to. */
export const listenerSettingsSchema = z.object({
  devicesHost: z.string().min(1).max(253),
  devicesPort: z.number().int().min(0).max(65535),
});

/** How long things are kept. */
export const retentionSettingsSchema = z.object({
  logDays: z.number().int().min(1).max(3_650),
  logEntries: z.number().int().min(1_000).max(10_000_000),
  historyDays: z.number().int().min(1).max(3_650),
});
export type RetentionSettings = z.infer<typeof retentionSettingsSchema>;

/** What the desktop shell remembers; `serve` ignores it. */
export const desktopSettingsSchema = z.object({
  closeToTray: z.boolean(),
  startAtLogin: z.boolean(),
});

/** Every setting that is not a secret. */
export const settingsSchema = z.object({
  changes: changeSettingsSchema,
  listeners: listenerSettingsSchema,
  retention: retentionSettingsSchema,
  desktop: desktopSettingsSchema,
  sms: z.object({
    /** What becomes of an alert whose hand-over was cut off by a crash; see docs/architecture.md. */
    uncertainAlerts: z.enum(['repeat', 'hold']),
    maxAttempts: z.number().int().min(1).max(1_000),
  }),
});
export type Settings = z.infer<typeof settingsSchema>;

export const settingsInputSchema = z.object({
  changes: changeSettingsInputSchema.optional(),
  listeners: listenerSettingsSchema.partial().optional(),
  retention: retentionSettingsSchema.partial().optional(),
  desktop: desktopSettingsSchema.partial().optional(),
  sms: settingsSchema.shape.sms.partial().optional(),
});
export type SettingsInput = z.infer<typeof settingsInputSchema>;

/** Settings of a new installation. */
export const defaultSettings: Settings = {
  changes: {
    udpEnabled: true,
    udpHost: '127.0.0.1',
    udpPort: 0,
    hasUdpSecret: false,
    webhookEnabled: true,
    hasWebhookToken: false,
  },
  listeners: { devicesHost: '127.0.0.1', devicesPort: 0 },
  retention: { logDays: 30, logEntries: 2_000_000, historyDays: 90 },
  desktop: { closeToTray: true, startAtLogin: false },
  // With pauses of five minutes at most, more than a day: an alert's age ends it, not an outage.
  sms: { uncertainAlerts: 'repeat', maxAttempts: 300 },
};

/** Push settings of a new installation: off until an admin activates the engine. */
export const defaultPushSettings: PushSettings = {
  active: false,
  mergeWindowMs: 5_000,
  // The merge window already bounds what a busy mailbox can cost; an admin sets a lower cap.
  hourlyCap: 3_600,
  maxAlertAgeMs: 24 * 3_600_000,
  serverId: 'Pushdesk',
  uiMode: 'background',
  hasServerPassword: false,
};
