import { z } from 'zod';
import { conflictPolicySchema } from './account.ts';
import { deviceLimits } from './device.ts';
import { errorParamsSchema } from './errors.ts';
import { mailSettingsSchema, provisioningSettingsSchema } from './provisioning.ts';
import { instantSchema } from './words.ts';

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

/** How the devices' listener proves who it is. */
export const certificateModeSchema = z.enum(['self-made', 'file', 'acme']);

/**
 * What is wrong with the certificate of the devices' listener; the sentence is
 * `log.certificate.<code>` in `shared/i18n`, with `params` filled in.
 */
export const certificateProblemSchema = z.object({
  code: z.enum([
    /** `file`: a path that leads nowhere, or that may not be read. */
    'file-missing',
    'file-unreadable',
    /** `file`: what is in it is not what it should be. */
    'no-certificate',
    'no-key',
    'key-locked',
    'key-mismatch',
    /** The certificate's own times. */
    'expired',
    'not-yet-valid',
    /** `self-made`: it could not be made or kept. */
    'not-made',
    /** `acme`: why the authority gives none (RFC 8555 §6.7). */
    'acme-no-names',
    'acme-unreachable',
    'acme-not-reached',
    'acme-refused',
    'acme-rate-limited',
    'acme-failed',
  ]),
  params: errorParamsSchema,
});
export type CertificateProblem = z.infer<typeof certificateProblemSchema>;

/** The certificate by which the devices' listener proves who it is. */
export const certificateSchema = z.object({
  mode: certificateModeSchema,
  /** Whether the listener has a certificate; without one it cannot speak TLS. */
  isInUse: z.boolean(),
  /** `acme`: the self-made one stands in until the authority has given its own. */
  isStandIn: z.boolean(),
  /** Host names and addresses that it is good for. */
  names: z.array(z.string()),
  issuer: z.string(),
  notAfter: instantSchema.nullable(),
  /** SHA-256 of the certificate, `AB:CD:…`. */
  fingerprint: z.string().nullable(),
  /** SHA-256 of the self-made authority, which phones install from `/certificate.crt`. */
  authorityFingerprint: z.string().nullable(),
  problem: certificateProblemSchema.nullable(),
  /** When it is looked after next: renewed, or asked for again. */
  nextAttemptAt: instantSchema.nullable(),
});
export type Certificate = z.infer<typeof certificateSchema>;

/** The listener that phones and mail servers talk to. */
export const listenerSettingsSchema = z.object({
  devicesHost: z.string().min(1).max(253),
  devicesPort: z.number().int().min(0).max(65535),
  /** The same over TLS, beside it. */
  tlsEnabled: z.boolean(),
  tlsPort: z.number().int().min(0).max(65535),
  certificate: certificateModeSchema,
  /** `file`: PEM files, read again when they change. */
  certificateFile: z.string().max(4_096),
  keyFile: z.string().max(4_096),
  /** `acme`: directory of the authority (RFC 8555), names to certify, and whom it may write to. */
  acmeDirectory: z.string().max(2_048),
  acmeNames: z.array(z.string().min(1).max(253)).max(20),
  acmeContact: z.string().max(320),
  /** Address by which devices reach this server from outside, `https://sync.example.org`; may be empty. */
  publicUrl: z.string().max(2_048),
});
export type ListenerSettings = z.infer<typeof listenerSettingsSchema>;

/** The SyncML server. */
export const syncSettingsSchema = z.object({
  active: z.boolean(),
  /** How devices sign in (OMA DS security: Basic, MD5). */
  auth: z.enum(['any', 'md5', 'basic']),
  /** Largest message that is sent and taken, in octets. */
  maxMessageSize: z.number().int().min(5_000).max(10_000_000),
  /** Largest item, in octets. */
  maxObjectSize: z.number().int().min(10_000).max(100_000_000),
  /** A session without a message for so long is over. */
  sessionTimeoutMs: z.number().int().min(10_000).max(3_600_000),
  /** Pair a new client by itself when the account has exactly one device without one. */
  pairAutomatically: z.boolean(),
  /** Let clients that are not paired yet synchronise (they have the account's password). */
  serveUnpaired: z.boolean(),
  /** A session that starts so long after an alert answers it, whatever session id it names. */
  answerWindowMs: z.number().int().min(0).max(86_400_000),
  conflict: conflictPolicySchema,
  /** Deletions of one session above both are held for an admin; 0 items switches the guard off. */
  holdDeletesItems: z.number().int().min(0).max(1_000_000),
  holdDeletesPercent: z.number().int().min(0).max(100),
  /** IANA zone that local times without a zone mean. */
  timeZone: z.string().min(1).max(64),
  /** Further paths at which the server answers, beside `/syncml`. */
  aliases: z.array(z.string().min(1).max(255)).max(20),
});
export type SyncSettings = z.infer<typeof syncSettingsSchema>;

/** How long things are kept. */
export const retentionSettingsSchema = z.object({
  logDays: z.number().int().min(1).max(3_650),
  logEntries: z.number().int().min(1_000).max(10_000_000),
  historyDays: z.number().int().min(1).max(3_650),
  /** Earlier versions of items, and deleted ones. */
  versionDays: z.number().int().min(1).max(3_650),
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
  sync: syncSettingsSchema,
  retention: retentionSettingsSchema,
  desktop: desktopSettingsSchema,
  sms: z.object({
    /** What becomes of an alert whose hand-over was cut off by a crash; see docs/architecture.md. */
    uncertainAlerts: z.enum(['repeat', 'hold']),
    /** The same for texts and everything else that a person would read twice. */
    uncertainMessages: z.enum(['repeat', 'hold']),
    /** Nothing goes out until it is false again. */
    queuePaused: z.boolean(),
    /** A message that could not be sent for so long is given up. */
    messageHours: z.number().int().min(1).max(168),
    /**
     * Texts may use the shift tables of languages (3GPP TS 23.038), by which more letters fit into a
     * part; phones of before 2008 show them wrongly.
     */
    nationalTables: z.boolean(),
    /** The API at `/sms/` of the devices' listener. */
    apiEnabled: z.boolean(),
    /** False: everybody who reaches the listener may send. */
    apiRequiresUser: z.boolean(),
    /** Most parts of a text that came in there, where the caller does not say. */
    apiMaxParts: z.number().int().min(1).max(255),
    /** An answer goes to who wrote to that number within so many hours; 0 switches it off. */
    replyHours: z.number().int().min(0).max(8_760),
    /** `#ada@example.org#` in an incoming SMS names the mailbox that it is for. */
    addressInText: z.boolean(),
    /** Sent back when several people wrote to the number; empty sends nothing. */
    conflictText: z.string().max(480),
    /** Whether incoming SMS travel on by mail. */
    incomingByMail: z.boolean(),
    maxAttempts: z.number().int().min(1).max(1_000),
    /** Price of one SMS part, for estimates; null when it is not known. */
    partPrice: z.number().min(0).max(1_000).nullable(),
    /** ISO 4217. */
    currency: z.string().regex(/^[A-Z]{3}$/u),
  }),
  provisioning: provisioningSettingsSchema,
  mail: mailSettingsSchema,
});
export type Settings = z.infer<typeof settingsSchema>;

export const settingsInputSchema = z.object({
  changes: changeSettingsInputSchema.optional(),
  listeners: listenerSettingsSchema.partial().optional(),
  sync: syncSettingsSchema.partial().optional(),
  retention: retentionSettingsSchema.partial().optional(),
  desktop: desktopSettingsSchema.partial().optional(),
  sms: settingsSchema.shape.sms.partial().optional(),
  provisioning: provisioningSettingsSchema.partial().optional(),
  mail: mailSettingsSchema
    .omit({ hasPassword: true })
    .partial()
    .extend({
      /** Write-only; an empty text removes it. */
      password: z.string().max(256).optional(),
    })
    .optional(),
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
  listeners: {
    devicesHost: '127.0.0.1',
    devicesPort: 0,
    tlsEnabled: false,
    tlsPort: 0,
    certificate: 'self-made',
    certificateFile: '',
    keyFile: '',
    acmeDirectory: 'https://acme-v02.api.letsencrypt.org/directory',
    acmeNames: [],
    acmeContact: '',
    publicUrl: '',
  },
  sync: {
    active: true,
    auth: 'any',
    maxMessageSize: 150_000,
    maxObjectSize: 10_000_000,
    sessionTimeoutMs: 300_000,
    pairAutomatically: true,
    serveUnpaired: true,
    answerWindowMs: 600_000,
    conflict: 'newer',
    holdDeletesItems: 50,
    holdDeletesPercent: 50,
    timeZone: 'UTC',
    aliases: [],
  },
  retention: { logDays: 30, logEntries: 2_000_000, historyDays: 90, versionDays: 90 },
  desktop: { closeToTray: true, startAtLogin: false },
  // With pauses of five minutes at most, more than a day: an alert's age ends it, not an outage.
  sms: {
    uncertainAlerts: 'repeat',
    uncertainMessages: 'hold',
    queuePaused: false,
    messageHours: 24,
    nationalTables: false,
    apiEnabled: true,
    apiRequiresUser: true,
    apiMaxParts: 1,
    replyHours: 72,
    addressInText: true,
    conflictText: '',
    incomingByMail: true,
    maxAttempts: 300,
    partPrice: null,
    currency: 'EUR',
  },
  provisioning: {
    security: 'userpin',
    pinDigits: 4,
    pinDelivery: 'screen',
    organisation: '',
    incomingMail: null,
    outgoingMail: null,
    caldavUrl: '',
    carddavUrl: '',
    linkUse: 'time',
    linkHours: 72,
    selfService: false,
  },
  mail: { host: '', port: 587, security: 'starttls', user: '', hasPassword: false, from: '' },
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
