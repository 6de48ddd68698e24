import { z } from 'zod';
import { dataTypeSchema, idSchema, instantSchema } from './words.ts';

/** Largest sizes of a reported change, whatever door it comes in by. */
export const changeLimits = {
  account: 320,
  folder: 255,
  origin: 120,
  datagramOctets: 2_048,
} as const;

/** Which door a change came in by. */
export const changeSourceSchema = z.enum([
  'api',
  'udp',
  'webhook',
  'dovecot',
  'imap',
  'session',
  'console',
]);
export type ChangeSource = z.infer<typeof changeSourceSchema>;

/** "This folder of this account has new data." */
export const changeInputSchema = z.object({
  /** The account's e-mail address or id. */
  account: z.string().trim().min(1).max(changeLimits.account),
  /** A data type (`contacts`) or the name of a folder of one of the account's devices. */
  folder: z.string().min(1).max(changeLimits.folder),
  /** Who made the change; a device's id keeps that device from being alerted about it. */
  origin: z.string().max(changeLimits.origin).optional(),
});
export type ChangeInput = z.infer<typeof changeInputSchema>;

/** A change in the journal. */
export const changeSchema = z.object({
  /** Position in the journal; grows. */
  id: z.number().int(),
  traceId: idSchema,
  accountId: idSchema,
  accountAddress: z.string(),
  dataType: dataTypeSchema,
  /** Folder as the reporter named it. */
  folder: z.string(),
  origin: z.string().nullable(),
  source: changeSourceSchema,
  at: instantSchema,
});
export type Change = z.infer<typeof changeSchema>;
