import { z } from 'zod';
import { channelSchema, dataTypeSchema, idSchema, instantSchema, syncTypeSchema } from './words.ts';

/** Where an alert stands. `planned` may still take in more changes until `dueAt`. */
export const alertStateSchema = z.enum([
  'planned',
  'queued',
  'sent',
  'delivered',
  'answered',
  'expired',
  'failed',
  'suppressed',
]);
export type AlertState = z.infer<typeof alertStateSchema>;

/** Why an alert waits, failed or was not sent; the sentence is `alertReasons.<reason>`. */
export const alertReasonSchema = z.enum([
  'merging',
  'quiet-hours',
  'hourly-cap',
  'engine-off',
  'paused-by-admin',
  'paused-by-device',
  'push-off',
  'push-not-possible',
  'no-number',
  'no-folder',
  'superseded',
  'too-old',
  'no-gateway',
  'gateway-refused',
  'gateway-unreachable',
  'not-delivered',
  'dropped',
  'device-removed',
  'manual',
]);
export type AlertReason = z.infer<typeof alertReasonSchema>;

/** A folder as an alert names it. */
export const alertFolderSchema = z.object({
  folderId: idSchema,
  dataType: dataTypeSchema,
  name: z.string(),
  syncType: syncTypeSchema,
});
export type AlertFolder = z.infer<typeof alertFolderSchema>;

/** A Server Alerted Notification (OMA DS 1.2 §SAN): the message that makes a device start a session. */
export const alertSchema = z.object({
  id: idSchema,
  /** Trace of the first change that it carries. */
  traceId: idSchema,
  accountId: idSchema,
  deviceId: idSchema,
  deviceName: z.string(),
  state: alertStateSchema,
  reason: alertReasonSchema.nullable(),
  channel: channelSchema,
  folders: z.array(alertFolderSchema),
  /** How many changes were merged into it; 0 for an alert that the admin asked for. */
  changeCount: z.number().int(),
  /** 16-bit session id of the notification, once encoded. */
  sessionId: z.number().int().nullable(),
  messageId: idSchema.nullable(),
  createdAt: instantSchema,
  dueAt: instantSchema,
  sentAt: instantSchema.nullable(),
  deliveredAt: instantSchema.nullable(),
  answeredAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
});
export type Alert = z.infer<typeof alertSchema>;
