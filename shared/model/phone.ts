import { z } from 'zod';
import { dissectedBytesSchema } from './dissect.ts';
import { provisioningFieldSchema } from './provisioning.ts';
import { dataTypeSchema, idSchema, instantSchema } from './words.ts';

/** UTF-16 units of an SMS that a virtual phone writes: ten parts, as many as phones allow. */
export const phoneTextLimit = 670;

/** What keeps a phone from using settings that it was sent; `phones.settings.problem.<word>`. */
export const phoneConfigurationProblemSchema = z.enum([
  /** Nothing in it is about synchronisation. */
  'nothing',
  /** No identifier of the server. */
  'server',
  /** No user name. */
  'user',
  /** No folder that the phone has a place for. */
  'folder',
  /** The address is none, or of another protocol than HTTP. */
  'address',
  /** The address has no port: phones put 80 in its place, also for https. */
  'port',
  /** A name is longer than phones take. */
  'length',
  /** It was signed for another SIM, and is thrown away unread. */
  'sim',
]);
export type PhoneConfigurationProblem = z.infer<typeof phoneConfigurationProblemSchema>;

/**
 * A configuration on a virtual phone. `locked`: it asks for the PIN; `open`: its contents are shown
 * and can be saved; `saved`; `discarded`: three wrong PINs, or put away by its owner.
 */
export const phoneConfigurationSchema = z.object({
  state: z.enum(['locked', 'open', 'saved', 'discarded']),
  /** Whether a PIN is asked for; the network's own key is none that a person types. */
  asksPin: z.boolean(),
  triesLeft: z.number().int(),
  /** What is shown once it is open. */
  fields: z.array(provisioningFieldSchema),
  /** Why it cannot be opened or saved, once that is known; null when it can. */
  problem: phoneConfigurationProblemSchema.nullable(),
});
export type PhoneConfiguration = z.infer<typeof phoneConfigurationSchema>;

/** The settings by which a virtual phone synchronises. */
export const phoneProfileSchema = z.object({
  /** `device`: typed in by hand, as the device's page has them; `received`: by configuration SMS;
   * `empty`: none, so that the phone cannot synchronise. */
  source: z.enum(['device', 'received', 'empty']),
  name: z.string(),
  /** Identifier of the server, which alerts name too. */
  serverId: z.string(),
  url: z.string(),
  user: z.string(),
  hasPassword: z.boolean(),
  databases: z.array(z.object({ dataType: dataTypeSchema, name: z.string() })),
});
export type PhoneProfile = z.infer<typeof phoneProfileSchema>;

/** What a virtual phone made of one SMS that it received. */
export const phoneMessageSchema = z.object({
  id: idSchema,
  at: instantSchema,
  traceId: idSchema.nullable(),
  /** `alert`: a well-formed notification; `duplicate`: the same octets again, dropped as phones do;
   * `configuration`: settings; `text`: an ordinary SMS; `undecodable`: none of them. */
  kind: z.enum(['alert', 'duplicate', 'configuration', 'text', 'undecodable']),
  /** Alert only. */
  version: z.string().nullable(),
  serverId: z.string().nullable(),
  sessionId: z.number().int().nullable(),
  uiMode: z.string().nullable(),
  /** Whether the digest fits the account's password and nonce; null where there is none (1.1). */
  digestOk: z.boolean().nullable(),
  syncs: z.array(
    z.object({
      uri: z.string(),
      syncType: z.number().int(),
      contentType: z.number().int(),
      /** Whether the phone has a database of exactly this name. */
      known: z.boolean(),
    }),
  ),
  text: z.string().nullable(),
  /** Why an alert was not followed: the phone had no settings, or those of another server. */
  ignored: z.enum(['empty', 'server']).nullable(),
  /** Configuration only. */
  configuration: phoneConfigurationSchema.nullable(),
  error: z.string().nullable(),
  parts: z.array(dissectedBytesSchema),
});
export type PhoneMessage = z.infer<typeof phoneMessageSchema>;

/** An entry of a virtual phone's own address book, calendar, task list or notes. */
export const phoneItemSchema = z.object({
  /** The phone's own id of it (LUID). */
  luid: z.string(),
  dataType: z.enum(['contacts', 'calendar', 'tasks', 'notes']),
  title: z.string(),
  subtitle: z.string(),
  /** What can be edited on the phone's screen, by field; see {@link phoneItemInputSchema}. */
  fields: z.record(z.string(), z.string()),
  /** What the next session will tell the server. */
  pending: z.enum(['new', 'changed', 'deleted']).nullable(),
  changedAt: instantSchema,
});
export type PhoneItem = z.infer<typeof phoneItemSchema>;

/** Fields of the small forms on a virtual phone's screen; times are local, `2026-11-22T09:30`. */
export const phoneItemFields = {
  contacts: ['firstName', 'lastName', 'company', 'mobile', 'phone', 'email', 'note'],
  calendar: ['title', 'start', 'end', 'place', 'note'],
  tasks: ['title', 'due', 'done', 'note'],
  notes: ['text'],
} as const;

export const phoneItemInputSchema = z.object({
  number: z.string(),
  dataType: phoneItemSchema.shape.dataType,
  /** Absent makes a new entry. */
  luid: z.string().optional(),
  fields: z.record(z.string(), z.string().max(10_000)),
});
export type PhoneItemInput = z.infer<typeof phoneItemInputSchema>;

/** How a virtual phone's last session went, in the phone's own eyes. */
export const phoneSyncSchema = z.object({
  state: z.enum(['never', 'running', 'done', 'failed']),
  at: instantSchema.nullable(),
  /** Changes that it took from the server and gave to it. */
  received: z.number().int(),
  sent: z.number().int(),
  /** SyncML status or `network`, where it failed. */
  problem: z.string().nullable(),
});
export type PhoneSync = z.infer<typeof phoneSyncSchema>;

/** A virtual phone of the simulator: it answers for one device's number. */
export const phoneSchema = z.object({
  /** The number it answers for, E.164. */
  number: z.string(),
  deviceId: idSchema.nullable(),
  deviceName: z.string(),
  accountAddress: z.string(),
  clientType: z.string(),
  /** When it last woke up for an alert. */
  wokenAt: instantSchema.nullable(),
  received: z.number().int(),
  profile: phoneProfileSchema,
  sync: phoneSyncSchema,
  itemCounts: z.partialRecord(phoneItemSchema.shape.dataType, z.number().int()),
  messages: z.array(phoneMessageSchema),
});
export type Phone = z.infer<typeof phoneSchema>;

/**
 * Number of the SIM in a virtual phone (IMSI, GSM 03.03 §2.2): of the test network 001 01, with the
 * end of the phone's number. It protects nothing.
 */
export function virtualImsi(number: string): string {
  return `00101${number.replaceAll(/\D/gu, '').slice(-10).padStart(10, '0')}`;
}

/** What the virtual phone of a device calls itself (Source/LocURI of SyncML). */
export function virtualSyncId(deviceId: string): string {
  return `pushdesk-virtual-${deviceId}`;
}
