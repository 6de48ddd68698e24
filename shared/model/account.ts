import { z } from 'zod';
import { dataTypeSchema, idSchema, instantSchema } from './words.ts';

/** Largest lengths of what a person types about an account. RFC 5321 §4.5.3.1: 64 + 1 + 255. */
export const accountLimits = { address: 320, displayName: 120, password: 256 } as const;

/** An e-mail address, trimmed and in lower case: the name of an account. */
export const addressSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(accountLimits.address)
  .pipe(
    z.email({
      pattern:
        /^[^\s@<>()",;:\\[\]]{1,64}@(?=.{1,254}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/u,
    }),
  );

/** How the account's mailbox is reached, to be told of new mail by IMAP IDLE (RFC 2177). */
export const mailboxSettingsSchema = z.object({
  host: z.string().trim().min(1).max(253),
  port: z.number().int().min(1).max(65535),
  security: z.enum(['tls', 'starttls', 'none']),
  user: z.string().min(1).max(accountLimits.address),
  /** Mailbox to watch. */
  folder: z.string().min(1).max(255).default('INBOX'),
  watch: z.boolean().default(true),
});
export type MailboxSettings = z.infer<typeof mailboxSettingsSchema>;

/** State of the mailbox watch, as shown beside its settings. */
export const mailboxStateSchema = z.enum(['off', 'connecting', 'watching', 'failed']);

/** What becomes of an item that was changed on both sides; the loser is kept in its history. */
export const conflictPolicySchema = z.enum(['newer', 'server', 'client', 'both']);
export type ConflictPolicy = z.infer<typeof conflictPolicySchema>;

/** Policy of each data type; what is not named follows the setting. */
export const conflictPoliciesSchema = z.partialRecord(dataTypeSchema, conflictPolicySchema);
export type ConflictPolicies = z.infer<typeof conflictPoliciesSchema>;

/** One person's data, named by an e-mail address. Secrets are told only as "set". */
export const accountSchema = z.object({
  id: idSchema,
  address: z.string(),
  displayName: z.string(),
  hasPassword: z.boolean(),
  mailbox: mailboxSettingsSchema.extend({ hasPassword: z.boolean() }).nullable(),
  mailboxState: mailboxStateSchema,
  conflicts: conflictPoliciesSchema,
  /** IANA zone that local times of its devices mean; null follows the setting. */
  timeZone: z.string().nullable(),
  deviceCount: z.number().int(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});
export type Account = z.infer<typeof accountSchema>;

export const accountInputSchema = z.object({
  address: addressSchema,
  displayName: z.string().trim().max(accountLimits.displayName).default(''),
  /** What the account's devices sign in with. Write-only. */
  password: z.string().min(1).max(accountLimits.password).optional(),
  conflicts: conflictPoliciesSchema.optional(),
  timeZone: z.string().min(1).max(64).nullable().optional(),
  mailbox: mailboxSettingsSchema
    .extend({ password: z.string().max(accountLimits.password).optional() })
    .nullable()
    .optional(),
});
export type AccountInput = z.infer<typeof accountInputSchema>;
