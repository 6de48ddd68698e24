import { z } from 'zod';
import { idSchema, instantSchema } from './words.ts';

/** Who may hand in SMS over the API at `/sms/`. */
export const smsUserInputSchema = z.object({
  name: z.string().trim().min(1).max(80),
  /** Write-only. */
  password: z.string().min(1).max(256),
  active: z.boolean().optional(),
  /** SMS parts a month; null is no limit. */
  monthlyLimit: z.number().int().min(0).max(100_000_000).nullable().optional(),
  /** From then on nothing is taken from this user. */
  expires: instantSchema.nullable().optional(),
  /** The one way out for this user's messages; null leaves it to the routes. */
  gatewayId: idSchema.nullable().optional(),
});
export type SmsUserInput = z.infer<typeof smsUserInputSchema>;

export const smsUserSchema = z.object({
  id: idSchema,
  name: z.string(),
  active: z.boolean(),
  monthlyLimit: z.number().int().nullable(),
  expires: instantSchema.nullable(),
  gatewayId: idSchema.nullable(),
  sentThisMonth: z.number().int(),
  sentLastMonth: z.number().int(),
  lastUsedAt: instantSchema.nullable(),
  createdAt: instantSchema,
});
export type SmsUser = z.infer<typeof smsUserSchema>;

/** Whom a budget binds. An id of null is the rule for all that have none of their own. */
export const budgetScopeSchema = z.enum(['account', 'device']);
export type BudgetScope = z.infer<typeof budgetScopeSchema>;

/** How many SMS parts somebody may use; null is no limit. */
export const budgetInputSchema = z.object({
  scope: budgetScopeSchema,
  /** Null: the rule for all that have none of their own. */
  id: idSchema.nullable(),
  perMinute: z.number().int().min(1).max(1_000_000).nullable(),
  perDay: z.number().int().min(1).max(100_000_000).nullable(),
  perMonth: z.number().int().min(1).max(1_000_000_000).nullable(),
});
export type BudgetInput = z.infer<typeof budgetInputSchema>;

export const budgetSchema = budgetInputSchema.extend({
  /** Name of the account or device; empty for the rule for all. */
  name: z.string(),
  usedToday: z.number().int(),
  usedThisMonth: z.number().int(),
});
export type Budget = z.infer<typeof budgetSchema>;

/** Price of one SMS part by a gateway to numbers that begin so; the longest prefix counts. */
export const priceSchema = z.object({
  prefix: z.string().regex(/^(?:\+[1-9]\d{0,14})?$/u),
  price: z.number().min(0).max(1_000),
});
export type Price = z.infer<typeof priceSchema>;

/** What a line of the cost report is about. */
export const costGroupSchema = z.enum(['month', 'account', 'device', 'gateway', 'user']);
export type CostGroup = z.infer<typeof costGroupSchema>;

export const costLineSchema = z.object({
  /** `2026-11`. */
  month: z.string(),
  /** Id of what the report is grouped by; the month for `month`; null for what belongs to nobody. */
  id: z.string().nullable(),
  name: z.string(),
  messages: z.number().int(),
  parts: z.number().int(),
  delivered: z.number().int(),
  failed: z.number().int(),
  /** Sum of what is priced. */
  cost: z.number(),
  /** Parts for which no price was known. */
  unpriced: z.number().int(),
});
export type CostLine = z.infer<typeof costLineSchema>;
