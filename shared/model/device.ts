import { z } from 'zod';
import { alertReasonSchema } from './alert.ts';
import { hardwareSchema, sessionStateSchema } from './session.ts';
import {
  channelSchema,
  clientTypeIdSchema,
  dataTypeSchema,
  idSchema,
  instantSchema,
  stateMarkSchema,
  syncTypeSchema,
} from './words.ts';

/**
 * Largest lengths of what a person types about a device. A folder's name travels in an alert with a
 * one-octet length (OMA DS 1.2 SAN, "server-URI length"), counted in UTF-8 octets.
 */
export const deviceLimits = {
  name: 80,
  number: 32,
  folders: 15,
  folderNameOctets: 255,
  mergeWindowMs: 30_000,
  hourlyCap: 3_600,
} as const;

/** Octets of a text in UTF-8. */
export function utf8Length(text: string): number {
  let octets = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    octets += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return octets;
}

/** Name of a folder on the device. Phones compare it octet for octet, so it is kept as typed. */
export const folderNameSchema = z
  .string()
  .min(1)
  .refine((name) => utf8Length(name) <= deviceLimits.folderNameOctets, {
    params: { code: 'too-long', max: deviceLimits.folderNameOctets },
  })
  .refine((name) => !/\p{Cc}/u.test(name), { params: { code: 'invalid' } });

/** A data type's place on the device. */
export const folderSchema = z.object({
  id: idSchema,
  dataType: dataTypeSchema,
  name: folderNameSchema,
  syncType: syncTypeSchema,
  enabled: z.boolean(),
  /** Which collection of the data type it is: empty (the main one), a name, `corporate`, `shared/NAME`. */
  place: z.string(),
});
export type Folder = z.infer<typeof folderSchema>;

/** A folder as it is sent in: with an id it changes that folder, without one it adds one. */
export const folderInputSchema = z.object({
  id: idSchema.optional(),
  dataType: dataTypeSchema.optional(),
  name: folderNameSchema.optional(),
  syncType: syncTypeSchema.optional(),
  enabled: z.boolean().optional(),
  place: z.string().trim().max(255).optional(),
});
export type FolderInput = z.infer<typeof folderInputSchema>;

const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u);

/** Hours in which a device is left alone. `from` may be later than `to`: then they span midnight. */
export const quietHoursSchema = z.object({
  from: timeOfDaySchema,
  to: timeOfDaySchema,
  /** IANA name of the zone the hours are told in. */
  timeZone: z.string().min(1).max(64),
});
export type QuietHours = z.infer<typeof quietHoursSchema>;

/** Why a device shows the state it shows; the sentence is `deviceReasons.<reason>`. */
export const deviceReasonSchema = z.enum([
  'ok',
  'never-alerted',
  'alert-waiting',
  'quiet-hours',
  'no-number',
  'no-folder',
  'no-gateway',
  'push-not-possible',
  'push-off',
  'engine-off',
  'alert-failed',
  'paused-by-admin',
  'paused-by-device',
  'number-mismatch',
  'session-failed',
]);
export type DeviceReason = z.infer<typeof deviceReasonSchema>;

/** One phone or client of an account. */
export const deviceSchema = z.object({
  id: idSchema,
  accountId: idSchema,
  accountAddress: z.string(),
  name: z.string(),
  clientType: clientTypeIdSchema,
  /** E.164 with the leading plus, or null. */
  number: z.string().nullable(),
  pushEnabled: z.boolean(),
  pausedBy: z.enum(['admin', 'device']).nullable(),
  channel: channelSchema,
  quietHours: quietHoursSchema.nullable(),
  /** Overrides of the engine's settings; null follows the engine. */
  mergeWindowMs: z.number().int().nullable(),
  hourlyCap: z.number().int().nullable(),
  folders: z.array(folderSchema),
  state: stateMarkSchema,
  reason: deviceReasonSchema,
  /** True when the number is answered by a virtual phone of the simulator. */
  isVirtual: z.boolean(),
  /** What the paired client calls itself (Source/LocURI); null until its first session. */
  syncId: z.string().nullable(),
  hardware: hardwareSchema.nullable(),
  /**
   * The device of the account with which this one is mixed up: one of the two answered an alert that
   * was sent to the other. Both show it.
   */
  mismatch: z.object({ deviceId: idSchema, at: instantSchema }).nullable(),
  /** Keep the messages of its sessions. */
  logMessages: z.boolean(),
  lastSessionAt: instantSchema.nullable(),
  lastSessionState: sessionStateSchema.nullable(),
  /** Alerts planned or under way. */
  queued: z.number().int(),
  lastAlertAt: instantSchema.nullable(),
  lastDeliveredAt: instantSchema.nullable(),
  lastAnsweredAt: instantSchema.nullable(),
  /** Why the newest alert failed or was not sent; `alertReasons.<reason>`. */
  lastAlertReason: alertReasonSchema.nullable(),
  /** Alerts that failed one after another, up to now. */
  failures: z.number().int(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});
export type Device = z.infer<typeof deviceSchema>;

export const deviceInputSchema = z.object({
  accountId: idSchema,
  name: z.string().trim().min(1).max(deviceLimits.name),
  clientType: clientTypeIdSchema,
  /** Any way of writing an international number; stored as E.164. */
  number: z.string().trim().max(deviceLimits.number).nullable().optional(),
  pushEnabled: z.boolean().default(true),
  quietHours: quietHoursSchema.nullable().optional(),
  mergeWindowMs: z.number().int().min(0).max(deviceLimits.mergeWindowMs).nullable().optional(),
  hourlyCap: z.number().int().min(1).max(deviceLimits.hourlyCap).nullable().optional(),
  logMessages: z.boolean().optional(),
  folders: z.array(folderInputSchema).max(deviceLimits.folders).optional(),
});
export type DeviceInput = z.infer<typeof deviceInputSchema>;
