import { z } from 'zod';
import { dissectedBytesSchema } from './dissect.ts';
import { dataTypeSchema, idSchema, instantSchema } from './words.ts';

/** How one datastore was synchronised: alert codes 200 to 205 of OMA DS, in words. */
export const syncModeSchema = z.enum([
  'two-way',
  'slow',
  'one-way-from-client',
  'refresh-from-client',
  'one-way-from-server',
  'refresh-from-server',
]);
export type SyncMode = z.infer<typeof syncModeSchema>;

/** Alert code of each mode (OMA DS 1.2 protocol, "Alert codes"). */
export const syncModeCodes: Readonly<Record<SyncMode, number>> = {
  'two-way': 200,
  slow: 201,
  'one-way-from-client': 202,
  'refresh-from-client': 203,
  'one-way-from-server': 204,
  'refresh-from-server': 205,
};

/** Where a session stands. `broken`: the client never came back; `refused`: it was not let in. */
export const sessionStateSchema = z.enum([
  'running',
  'done',
  'failed',
  'broken',
  'suspended',
  'refused',
]);
export type SessionState = z.infer<typeof sessionStateSchema>;

/** Why a session did not end well; the sentence is `sessionReasons.<reason>`. */
export const sessionReasonSchema = z.enum([
  'wrong-password',
  'no-password',
  'unknown-account',
  'device-blocked',
  'not-paired',
  'sync-off',
  'client-gone',
  'replaced',
  'aborted-by-client',
  'folder-unknown',
  'folder-refused',
  'items-failed',
  'storage-full',
  'server-fault',
  'server-stopped',
  'bad-message',
]);
export type SessionReason = z.infer<typeof sessionReasonSchema>;

const countsSchema = z.object({
  added: z.number().int(),
  changed: z.number().int(),
  deleted: z.number().int(),
  failed: z.number().int(),
});

/** What a session did to one datastore. */
export const sessionDatastoreSchema = z.object({
  /** Null where the URI means nothing here. */
  dataType: dataTypeSchema.nullable(),
  collectionId: idSchema.nullable(),
  /** URI that the client asked for, and its own name of the datastore. */
  uri: z.string(),
  deviceUri: z.string(),
  mode: syncModeSchema.nullable(),
  /** Status of the client's alert: 200, 508, 404 … */
  status: z.number().int(),
  /** What the client changed on the server, and the server on the client. */
  fromClient: countsSchema,
  fromServer: countsSchema,
  /** Slow sync: items that both had. */
  matched: z.number().int(),
  conflicts: z.number().int(),
  /** Deletions that wait for an admin. */
  held: z.number().int(),
});
export type SessionDatastore = z.infer<typeof sessionDatastoreSchema>;

/** One sync conversation of a device. */
export const sessionSchema = z.object({
  id: idSchema,
  traceId: idSchema,
  /** Null where nobody was let in. */
  accountId: idSchema.nullable(),
  accountAddress: z.string(),
  deviceId: idSchema.nullable(),
  deviceName: z.string(),
  /** What the client calls itself (Source/LocURI). */
  syncId: z.string(),
  /** Session id on the wire. */
  wireId: z.string(),
  version: z.string(),
  encoding: z.enum(['wbxml', 'xml']),
  state: sessionStateSchema,
  reason: sessionReasonSchema.nullable(),
  /** The alert that it answers. */
  alertId: idSchema.nullable(),
  startedAt: instantSchema,
  endedAt: instantSchema.nullable(),
  requests: z.number().int(),
  bytesIn: z.number().int(),
  bytesOut: z.number().int(),
  /** Milliseconds between request in and answer out, summed. */
  serverMs: z.number(),
  datastores: z.array(sessionDatastoreSchema),
  hasMessages: z.boolean(),
});
export type Session = z.infer<typeof sessionSchema>;

/** A message of a session, kept when message logging is on for the device. */
export const sessionMessageSchema = z.object({
  number: z.number().int(),
  direction: z.enum(['in', 'out']),
  at: instantSchema,
  /** As XML, indented, without credentials; items beyond a length are cut. */
  text: z.string(),
  bytes: dissectedBytesSchema,
});
export type SessionMessage = z.infer<typeof sessionMessageSchema>;

/** A status that one side gave for an item or command and that was no success. */
export const sessionProblemSchema = z.object({
  at: instantSchema,
  by: z.enum(['client', 'server']),
  command: z.string(),
  uri: z.string(),
  /** The client's or the server's id of the item. */
  itemRef: z.string(),
  status: z.number().int(),
});
export type SessionProblem = z.infer<typeof sessionProblemSchema>;

/** What a client says it is (OMA DS DevInf). */
export const hardwareSchema = z.object({
  manufacturer: z.string(),
  model: z.string(),
  softwareVersion: z.string(),
});
export type Hardware = z.infer<typeof hardwareSchema>;

/** A client of a known account that no configured device is paired with yet. */
export const pendingDeviceSchema = z.object({
  id: idSchema,
  accountId: idSchema,
  accountAddress: z.string(),
  syncId: z.string(),
  hardware: hardwareSchema.nullable(),
  firstSeenAt: instantSchema,
  lastSeenAt: instantSchema,
  /** Devices of the account that have no client yet. */
  freeDeviceIds: z.array(idSchema),
  /** Put away: not paired by itself, and listed only when asked for. */
  isDismissed: z.boolean(),
  /** Put away, and not let in. */
  isBlocked: z.boolean(),
});
export type PendingDevice = z.infer<typeof pendingDeviceSchema>;

/** A mass deletion that waits for an admin. */
export const holdSchema = z.object({
  id: idSchema,
  accountId: idSchema,
  accountAddress: z.string(),
  deviceId: idSchema.nullable(),
  deviceName: z.string(),
  sessionId: idSchema,
  dataType: dataTypeSchema,
  collectionId: idSchema,
  collectionUri: z.string(),
  /** How many items the client wants to be gone, out of how many there are. */
  count: z.number().int(),
  total: z.number().int(),
  /** Titles of the first of them. */
  titles: z.array(z.string()),
  at: instantSchema,
});
export type Hold = z.infer<typeof holdSchema>;
