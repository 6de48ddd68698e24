import { z } from 'zod';
import { dissectedBytesSchema } from './dissect.ts';
import { idSchema, instantSchema } from './words.ts';

/** What a virtual phone made of one SMS that it received. */
export const phoneMessageSchema = z.object({
  id: idSchema,
  at: instantSchema,
  traceId: idSchema.nullable(),
  /** `alert`: a well-formed notification; `duplicate`: the same octets again, dropped as phones do;
   * `text`: an ordinary SMS; `undecodable`: neither. */
  kind: z.enum(['alert', 'duplicate', 'text', 'undecodable']),
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
  error: z.string().nullable(),
  parts: z.array(dissectedBytesSchema),
});
export type PhoneMessage = z.infer<typeof phoneMessageSchema>;

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
  messages: z.array(phoneMessageSchema),
});
export type Phone = z.infer<typeof phoneSchema>;
