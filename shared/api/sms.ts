import { z } from 'zod';
import {
  incomingMessageSchema,
  keywordRuleInputSchema,
  keywordRuleSchema,
} from '../model/incoming.ts';
import { routeExplanationSchema, routeInputSchema, routeSchema } from '../model/route.ts';
import {
  budgetInputSchema,
  budgetSchema,
  costGroupSchema,
  costLineSchema,
  priceSchema,
  smsUserInputSchema,
  smsUserSchema,
} from '../model/sms-account.ts';
import { idSchema } from '../model/words.ts';
import { byIdInput, doneOutput, nothingInput, procedure } from './base.ts';

const monthSchema = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u);

/** Which way out messages take. */
export const routesContract = {
  list: procedure.input(nothingInput).output(z.object({ routes: z.array(routeSchema) })),
  create: procedure.input(routeInputSchema).output(routeSchema),
  update: procedure.input(routeInputSchema.extend({ id: idSchema })).output(routeSchema),
  remove: procedure.input(byIdInput).output(doneOutput),
  /** Which way an SMS to this number would go now, and what a part of it costs. Nothing is sent. */
  explain: procedure
    .input(z.object({ number: z.string().min(1).max(32), accountId: idSchema.optional() }))
    .output(routeExplanationSchema),
};

/** Who may hand in SMS at `/sms/`. */
export const smsUsersContract = {
  list: procedure.input(nothingInput).output(z.object({ users: z.array(smsUserSchema) })),
  create: procedure.input(smsUserInputSchema).output(smsUserSchema),
  update: procedure
    .input(smsUserInputSchema.partial().extend({ id: idSchema }))
    .output(smsUserSchema),
  remove: procedure.input(byIdInput).output(doneOutput),
};

/** What SMS cost. */
export const costsContract = {
  /** Lines by month and by what they are grouped by; this year's months where no other are named. */
  report: procedure
    .input(
      z
        .object({
          from: monthSchema.optional(),
          to: monthSchema.optional(),
          by: costGroupSchema.default('month'),
        })
        .optional(),
    )
    .output(
      z.object({
        currency: z.string(),
        lines: z.array(costLineSchema),
        total: costLineSchema.omit({ month: true, id: true, name: true }),
      }),
    ),
  prices: procedure
    .input(z.object({ gatewayId: idSchema }))
    .output(z.object({ currency: z.string(), prices: z.array(priceSchema) })),
  /** Takes the place of all prices of the gateway. */
  setPrices: procedure
    .input(z.object({ gatewayId: idSchema, prices: z.array(priceSchema).max(2_000) }))
    .output(z.object({ currency: z.string(), prices: z.array(priceSchema) })),
};

/** How many SMS accounts and devices may use. */
export const budgetsContract = {
  list: procedure.input(nothingInput).output(z.object({ budgets: z.array(budgetSchema) })),
  set: procedure.input(budgetInputSchema).output(budgetSchema),
  remove: procedure.input(budgetInputSchema.pick({ scope: true, id: true })).output(doneOutput),
};

/** SMS that phones send to the gateways. */
export const incomingContract = {
  list: procedure
    .input(
      z
        .object({
          unread: z.boolean().optional(),
          /** Only messages received before the one of this id. */
          before: idSchema.optional(),
          limit: z.number().int().min(1).max(1_000).default(100),
        })
        .optional(),
    )
    .output(
      z.object({
        messages: z.array(incomingMessageSchema),
        total: z.number().int(),
        unread: z.number().int(),
      }),
    ),
  setRead: procedure
    .input(z.object({ ids: z.array(idSchema).min(1).max(1_000), read: z.boolean() }))
    .output(doneOutput),
  remove: procedure
    .input(z.object({ ids: z.array(idSchema).min(1).max(1_000) }))
    .output(doneOutput),
  rules: procedure.input(nothingInput).output(z.object({ rules: z.array(keywordRuleSchema) })),
  createRule: procedure.input(keywordRuleInputSchema).output(keywordRuleSchema),
  updateRule: procedure
    .input(
      keywordRuleInputSchema
        .partial()
        .extend({ id: idSchema, position: z.number().int().min(0).max(10_000).optional() }),
    )
    .output(keywordRuleSchema),
  removeRule: procedure.input(byIdInput).output(doneOutput),
};
