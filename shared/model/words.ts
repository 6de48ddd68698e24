import { z } from 'zod';

/** Identifier of a stored thing. Opaque; sorts by creation. */
export const idSchema = z.string().min(1).max(64);
/** Milliseconds since 1970-01-01T00:00:00Z. */
export const instantSchema = z.number().int().nonnegative();

/** What kind of data a folder holds. */
export const dataTypeSchema = z.enum([
  'contacts',
  'calendar',
  'tasks',
  'notes',
  'inbox',
  'briefcase',
]);
export type DataType = z.infer<typeof dataTypeSchema>;

/** Which sync an alert asks for: the server-alerted codes 206 to 210 of OMA DS, in words. */
export const syncTypeSchema = z.enum([
  'two-way',
  'one-way-from-client',
  'refresh-from-client',
  'one-way-from-server',
  'refresh-from-server',
]);
export type SyncType = z.infer<typeof syncTypeSchema>;

/** OMA DS alert code of each sync type (DS 1.2 protocol, "Alert codes"). */
export const alertCodes: Readonly<Record<SyncType, 206 | 207 | 208 | 209 | 210>> = {
  'two-way': 206,
  'one-way-from-client': 207,
  'refresh-from-client': 208,
  'one-way-from-server': 209,
  'refresh-from-server': 210,
};

/** Client types of the catalogue. */
export const clientTypeIdSchema = z.enum([
  'nokia',
  'nokia-old',
  'sony-ericsson',
  'sony-ericsson-old',
  'synthesis',
  'funambol',
  'memotoo',
  'ios',
  'android',
  'other',
]);
export type ClientTypeId = z.infer<typeof clientTypeIdSchema>;

/** How an alert travels. */
export const channelSchema = z.enum(['sms', 'server-tcp', 'client-tcp', 'polling', 'activesync']);
export type Channel = z.infer<typeof channelSchema>;

/** The six state marks of the console; the same six everywhere. */
export const stateMarkSchema = z.enum([
  'working',
  'waiting',
  'attention',
  'failed',
  'off',
  'paused',
]);
export type StateMark = z.infer<typeof stateMarkSchema>;

/** How urgent a log line is. */
export const logLevelSchema = z.enum(['debug', 'info', 'warn', 'error']);
export type LogLevel = z.infer<typeof logLevelSchema>;

/** Which part of the product wrote a log line. */
export const logAreaSchema = z.enum([
  'changes',
  'push',
  'sms',
  'sync',
  'provisioning',
  'phones',
  'api',
  'system',
]);
export type LogArea = z.infer<typeof logAreaSchema>;
