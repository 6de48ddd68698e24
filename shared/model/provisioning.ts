import { z } from 'zod';
import { dissectedBytesSchema } from './dissect.ts';
import { idSchema, instantSchema } from './words.ts';

/** Largest sizes of what a person sets about provisioning. */
export const provisioningLimits = {
  pinDigitsMin: 4,
  pinDigitsMax: 10,
  accessPoints: 20,
  accessPointName: 50,
  apn: 100,
  linkHoursMax: 720,
  organisation: 80,
  /** The same configuration goes out again within this time only when that is confirmed. */
  repeatMs: 600_000,
  /** A PIN can be read out, and a configuration waits for its session, for so long. */
  pinMs: 86_400_000,
} as const;

/**
 * Form in which a client type takes its settings by SMS: `oma-cp` (OMA Client Provisioning 1.1),
 * `sync-settings` (Nokia's and Sony Ericsson's older one), `synthesis` (a line of commands).
 */
export const provisioningFormatSchema = z.enum(['oma-cp', 'sync-settings', 'synthesis']);
export type ProvisioningFormat = z.infer<typeof provisioningFormatSchema>;

/** How a configuration proves where it comes from (OMA CP security, "SEC"); `none` is unsigned. */
export const provisioningSecuritySchema = z.enum([
  'none',
  'netwpin',
  'userpin',
  'usernetwpin',
  'userpinmac',
]);
export type ProvisioningSecurity = z.infer<typeof provisioningSecuritySchema>;

/** How the owner of a phone learns the PIN. */
export const pinDeliverySchema = z.enum(['screen', 'mail', 'spoken']);
export type PinDelivery = z.infer<typeof pinDeliverySchema>;

/** How a server for mail is reached. */
export const mailServerSchema = z.object({
  host: z.string().trim().max(253),
  port: z.number().int().min(1).max(65535),
  security: z.enum(['tls', 'starttls', 'none']),
});
export type MailServer = z.infer<typeof mailServerSchema>;

/** How phones are set up. */
export const provisioningSettingsSchema = z.object({
  security: provisioningSecuritySchema,
  pinDigits: z
    .number()
    .int()
    .min(provisioningLimits.pinDigitsMin)
    .max(provisioningLimits.pinDigitsMax),
  pinDelivery: pinDeliverySchema,
  /** Named in profiles and on the pages for owners; empty uses the name of the server. */
  organisation: z.string().trim().max(provisioningLimits.organisation),
  /** Where phones fetch mail; null leaves mail out. An account's own mailbox goes before it. */
  incomingMail: mailServerSchema.extend({ protocol: z.enum(['imap', 'pop3']) }).nullable(),
  /** Where phones hand in mail. */
  outgoingMail: mailServerSchema.nullable(),
  /** Addresses of calendars and address books for today's phones; empty leaves them out. */
  caldavUrl: z.string().trim().max(2_048),
  carddavUrl: z.string().trim().max(2_048),
  /** `time`: a link can be opened again until it expires; `once`: by the first browser only. */
  linkUse: z.enum(['time', 'once']),
  linkHours: z.number().int().min(1).max(provisioningLimits.linkHoursMax),
  /** Owners of accounts may sign in at `/me` and set up their devices. */
  selfService: z.boolean(),
});
export type ProvisioningSettings = z.infer<typeof provisioningSettingsSchema>;

/** Mail that the server itself sends: PINs and links. */
export const mailSettingsSchema = z.object({
  /** Empty: no mail is sent. */
  host: z.string().trim().max(253),
  port: z.number().int().min(1).max(65535),
  security: z.enum(['tls', 'starttls', 'none']),
  user: z.string().max(320),
  hasPassword: z.boolean(),
  /** Address that the mail comes from. */
  from: z.string().trim().max(320),
});
export type MailSettings = z.infer<typeof mailSettingsSchema>;

/** How a phone without an internet connection gets one: a NAPDEF of the configuration. */
export const accessPointSchema = z.object({
  id: idSchema,
  name: z.string().trim().min(1).max(provisioningLimits.accessPointName),
  /** Name of the operator's access point (APN). */
  apn: z.string().trim().min(1).max(provisioningLimits.apn),
  auth: z.enum(['none', 'pap', 'chap']),
  user: z.string().max(100),
  hasPassword: z.boolean(),
});
export type AccessPoint = z.infer<typeof accessPointSchema>;

/** What the configuration of one device holds beside its folders. */
export const provisioningOptionsSchema = z.object({
  deviceId: idSchema,
  /** The SIM's number (IMSI) is known; `netwpin` and `usernetwpin` sign with it. */
  hasImsi: z.boolean(),
  accessPointId: idSchema.nullable(),
  /** Configure the account's mail too, where servers for it are set. */
  withMail: z.boolean(),
});
export type ProvisioningOptions = z.infer<typeof provisioningOptionsSchema>;

/** Why a configuration cannot be sent; the sentence is `provisioningReasons.<reason>`. */
export const provisioningReasonSchema = z.enum([
  /** The client type has no format for it. */
  'no-ota-format',
  /** The client type takes a profile or a page by a link. */
  'uses-profile',
  'no-number',
  'no-gateway',
  /** Nobody outside of this machine can reach the address that it would carry. */
  'no-address',
  'no-folder',
  /** The security asks for the IMSI of the SIM. */
  'no-imsi',
  /** The PIN goes by mail, and no mail can be sent. */
  'no-mail',
  /** A name or an address is longer than phones take. */
  'too-long',
]);
export type ProvisioningReason = z.infer<typeof provisioningReasonSchema>;

/**
 * One line of what a phone shows of a configuration. `name` is a word of `provisioningFields` or a
 * folder's data type.
 */
export const provisioningFieldSchema = z.object({
  group: z.enum(['sync', 'folders', 'mail', 'connection']),
  name: z.enum([
    'profile',
    'server',
    'url',
    'user',
    'contacts',
    'calendar',
    'tasks',
    'notes',
    'inbox',
    'briefcase',
    'incoming',
    'outgoing',
    'from',
    'access-point',
    'apn',
  ]),
  value: z.string(),
});
export type ProvisioningField = z.infer<typeof provisioningFieldSchema>;

/** One SMS of a configuration, before it is sent. */
export const provisioningMessageSchema = z.object({
  /** `settings`; `connection` where an older phone takes its access point apart. */
  name: z.enum(['settings', 'connection']),
  /** Octets of the push or the text, without the headers of the parts. */
  octets: z.number().int(),
  /** What the bytes say, as XML or as a line of commands. Without secrets. */
  document: z.string(),
  parts: z.array(dissectedBytesSchema),
});
export type ProvisioningMessage = z.infer<typeof provisioningMessageSchema>;

/** What would be sent to a device, and what its phone would show. */
export const provisioningPreviewSchema = z.object({
  deviceId: idSchema,
  isPossible: z.boolean(),
  reason: provisioningReasonSchema.nullable(),
  /** With `too-long`: which field it is, and how many characters phones take of it. */
  tooLong: z.object({ name: provisioningFieldSchema.shape.name, max: z.number().int() }).nullable(),
  format: provisioningFormatSchema.nullable(),
  security: provisioningSecuritySchema,
  /** Null where no PIN is asked for. */
  pin: z.object({ digits: z.number().int(), delivery: pinDeliverySchema }).nullable(),
  /** The address leads to this machine alone: only phones that run on it reach the server. */
  isLocal: z.boolean(),
  fields: z.array(provisioningFieldSchema),
  messages: z.array(provisioningMessageSchema),
  /** SMS parts of all messages. */
  segments: z.number().int(),
  /** Price of all parts; null while no price is set. */
  cost: z.object({ amount: z.number(), currency: z.string() }).nullable(),
  lastSentAt: instantSchema.nullable(),
  /** Sending asks for `confirmRepeat` until then; null when it does not. */
  repeatUntil: instantSchema.nullable(),
});
export type ProvisioningPreview = z.infer<typeof provisioningPreviewSchema>;

/** Where a configuration stands. `configured`: the first session after it has come. */
export const configurationStateSchema = z.enum([
  'queued',
  'sent',
  'delivered',
  'configured',
  'failed',
  'uncertain',
]);
export type ConfigurationState = z.infer<typeof configurationStateSchema>;

/** A configuration that was sent to a device. */
export const configurationSchema = z.object({
  id: idSchema,
  deviceId: idSchema,
  traceId: idSchema,
  format: provisioningFormatSchema,
  security: provisioningSecuritySchema,
  state: configurationStateSchema,
  /** Why it failed, as messages tell it; null otherwise. */
  reason: z
    .enum(['gateway-refused', 'gateway-unreachable', 'too-old', 'not-delivered', 'dropped'])
    .nullable(),
  /** Address of the server that it carries. */
  url: z.string(),
  segments: z.number().int(),
  messageIds: z.array(idSchema),
  pinDelivery: pinDeliverySchema.nullable(),
  /** Until when {@link ConfigurationPin} can be asked for; null when there is none to tell. */
  pinUntil: instantSchema.nullable(),
  createdAt: instantSchema,
  sentAt: instantSchema.nullable(),
  deliveredAt: instantSchema.nullable(),
  configuredAt: instantSchema.nullable(),
  /** The session that ended it. */
  sessionId: idSchema.nullable(),
});
export type Configuration = z.infer<typeof configurationSchema>;

/** The PIN that the phone asks for, to be told to its owner. */
export const configurationPinSchema = z.object({ pin: z.string(), until: instantSchema });
export type ConfigurationPin = z.infer<typeof configurationPinSchema>;

/** Where a link stands. */
export const provisioningLinkStateSchema = z.enum(['open', 'used', 'expired', 'revoked']);

/** A personal link to the page by which an owner sets a phone up. Its address is told once. */
export const provisioningLinkSchema = z.object({
  id: idSchema,
  deviceId: idSchema,
  use: z.enum(['time', 'once']),
  state: provisioningLinkStateSchema,
  sentBy: z.enum(['none', 'sms', 'mail']),
  createdAt: instantSchema,
  expiresAt: instantSchema,
  openedAt: instantSchema.nullable(),
  openedCount: z.number().int(),
});
export type ProvisioningLink = z.infer<typeof provisioningLinkSchema>;

/** A link that was just made. */
export const newLinkSchema = provisioningLinkSchema.extend({
  url: z.string(),
  /** QR code of the address, as an SVG document. */
  qr: z.string(),
});
export type NewLink = z.infer<typeof newLinkSchema>;
