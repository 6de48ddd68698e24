import { z } from 'zod';
import { idSchema, instantSchema } from './words.ts';

/** Why an incoming SMS went where it went. */
export const incomingRuleKindSchema = z.enum(['address', 'reply', 'keyword', 'conflict', 'none']);

/** An SMS that a phone sent to one of the gateways. */
export const incomingMessageSchema = z.object({
  id: idSchema,
  gatewayId: idSchema,
  gatewayName: z.string(),
  /** Who sent it, as the network wrote it. */
  number: z.string(),
  text: z.string(),
  /** Hex of the user data where it is no text. */
  data: z.string(),
  /** When the service centre took it. */
  sentAt: instantSchema.nullable(),
  receivedAt: instantSchema,
  read: z.boolean(),
  matched: incomingRuleKindSchema,
  /** Account that it is for; null where no rule found one. */
  accountId: idSchema.nullable(),
  /** Mail address that it went or goes to. */
  mailTo: z.string().nullable(),
  mail: z.enum(['none', 'waiting', 'sent', 'failed']),
  /** Why the mail failed, in the server's words. */
  detail: z.string(),
});
export type IncomingMessage = z.infer<typeof incomingMessageSchema>;

/** What is done with an SMS whose first word is the keyword; `*` is every word. */
export const keywordRuleInputSchema = z.object({
  keyword: z.string().trim().min(1).max(40),
  action: z.enum(['account', 'mail', 'discard']),
  accountId: idSchema.nullable().optional(),
  mailTo: z.string().trim().max(320).optional(),
  active: z.boolean().optional(),
});
export type KeywordRuleInput = z.infer<typeof keywordRuleInputSchema>;

export const keywordRuleSchema = z.object({
  id: idSchema,
  keyword: z.string(),
  action: z.enum(['account', 'mail', 'discard']),
  accountId: idSchema.nullable(),
  mailTo: z.string(),
  active: z.boolean(),
  /** The order in which they are looked at, from 0. */
  position: z.number().int(),
});
export type KeywordRule = z.infer<typeof keywordRuleSchema>;
