import { z } from 'zod';
import { alertSchema } from './alert.ts';
import { idSchema, instantSchema, stateMarkSchema } from './words.ts';

/** A listener and where it really listens. */
export const listenerSchema = z.object({
  name: z.enum(['changes-udp', 'devices-http', 'devices-https', 'console-http']),
  host: z.string(),
  port: z.number().int(),
  state: stateMarkSchema,
  detail: z.string(),
});
export type Listener = z.infer<typeof listenerSchema>;

/** Something an admin should look at; the sentence is `attention.<key>`, `target` is where to click. */
export const attentionSchema = z.object({
  key: z.enum([
    'engine-off',
    'no-gateway',
    'gateway-failing',
    'device-failing',
    'listener-failed',
    'mailbox-failed',
    'queue-stuck',
    'webhook-open',
    'backup-failed',
    'device-pending',
    'number-mismatch',
    'deletions-held',
    'certificate-expiring',
    'sync-failing',
    'secrets-lost',
    'budget-near',
    'budget-used',
    'messages-uncertain',
    'queue-paused',
  ]),
  level: z.enum(['attention', 'failed']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  target: z.object({
    area: z.enum(['push', 'sms', 'devices', 'accounts', 'sync', 'settings', 'log']),
    id: idSchema.optional(),
  }),
});
export type Attention = z.infer<typeof attentionSchema>;

/** Health and facts of the running process. */
export const systemStatusSchema = z.object({
  version: z.string(),
  host: z.enum(['desktop', 'serve']),
  startedAt: instantSchema,
  now: instantSchema,
  demo: z.boolean(),
  dataDir: z.string(),
  state: stateMarkSchema,
  listeners: z.array(listenerSchema),
  attention: z.array(attentionSchema),
  counts: z.object({
    accounts: z.number().int(),
    devices: z.number().int(),
    gateways: z.number().int(),
    changes: z.number().int(),
    alerts: z.number().int(),
    logEntries: z.number().int(),
  }),
  storageBytes: z.number().int(),
  memoryBytes: z.number().int(),
  lastBackupAt: instantSchema.nullable(),
});
export type SystemStatus = z.infer<typeof systemStatusSchema>;

/** One bar of the alerts chart. */
export const alertBucketSchema = z.object({
  /** Start of the hour. */
  at: instantSchema,
  delivered: z.number().int(),
  sent: z.number().int(),
  waiting: z.number().int(),
  failed: z.number().int(),
  suppressed: z.number().int(),
});

/** What the first page tells in five seconds. */
export const overviewSchema = z.object({
  engine: z.object({ active: z.boolean(), state: stateMarkSchema }),
  gateways: z.object({
    total: z.number().int(),
    working: z.number().int(),
    failing: z.number().int(),
  }),
  devices: z.object({
    total: z.number().int(),
    working: z.number().int(),
    attention: z.number().int(),
    paused: z.number().int(),
  }),
  accounts: z.number().int(),
  alertsToday: z.object({
    total: z.number().int(),
    delivered: z.number().int(),
    failed: z.number().int(),
    suppressed: z.number().int(),
    /** Planned or in the queue at this moment, whichever day they are from. */
    waiting: z.number().int(),
    /** Milliseconds from the change to the gateway's acceptance or the phone's report. */
    medianMs: z.number().nullable(),
    p95Ms: z.number().nullable(),
  }),
  hours: z.array(alertBucketSchema),
  recentAlerts: z.array(alertSchema),
  attention: z.array(attentionSchema),
  /** Whether the first-run wizard has been finished or put away. */
  setupDone: z.boolean(),
});
export type Overview = z.infer<typeof overviewSchema>;

/** Says which data a reader should fetch again; never the data itself. */
export const liveEventSchema = z.object({
  kind: z.enum([
    'account',
    'device',
    'gateway',
    'alert',
    'message',
    'phone',
    'session',
    'pending',
    'collection',
    'item',
    'hold',
    'configuration',
    'route',
    'sms-user',
    'incoming',
    'push',
    'settings',
    'system',
  ]),
  id: idSchema.nullable(),
  /** Set where a virtual phone wakes, so that the console can show it at once. */
  woke: z.boolean().optional(),
});
export type LiveEvent = z.infer<typeof liveEventSchema>;
