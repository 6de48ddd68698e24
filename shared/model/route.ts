import { z } from 'zod';
import { idSchema, instantSchema } from './words.ts';

/** Largest sizes of the rules by which messages find their way. */
export const routeLimits = {
  name: 80,
  prefixes: 200,
  prefix: 16,
  gateways: 20,
  accounts: 1_000,
} as const;

/** The beginning of a number in international form: `+48`. Empty stands for every number. */
const prefixSchema = z
  .string()
  .trim()
  .regex(/^(?:\+[1-9]\d{0,14})?$/u);

/** Which of the route's gateways goes first: by priority, in proportion to weights, or the cheapest. */
export const routeOrderSchema = z.enum(['priority', 'weight', 'cost']);

/** One gateway of a route. */
export const routeGatewaySchema = z.object({
  gatewayId: idSchema,
  /** Share among the route's gateways, for the order `weight`. */
  weight: z.number().int().min(1).max(100).default(1),
});

/**
 * Which way messages to some numbers or of some accounts go. Of several that match, one that names
 * the account goes before one for all, then the longest prefix, then the oldest.
 */
export const routeInputSchema = z.object({
  name: z.string().trim().max(routeLimits.name).optional(),
  active: z.boolean().optional(),
  prefixes: z.array(prefixSchema).max(routeLimits.prefixes).optional(),
  /** The same as `prefixes` with one. */
  prefix: prefixSchema.optional(),
  /** Accounts whose messages it is for; none is for all. */
  accountIds: z.array(idSchema).max(routeLimits.accounts).optional(),
  gateways: z.array(routeGatewaySchema).max(routeLimits.gateways).optional(),
  /** The same as `gateways` with one. */
  gatewayId: idSchema.optional(),
  order: routeOrderSchema.optional(),
  /** Whether other gateways take over when all of its own are down. */
  fallback: z.boolean().optional(),
});
export type RouteInput = z.infer<typeof routeInputSchema>;

export const routeSchema = z.object({
  id: idSchema,
  name: z.string(),
  active: z.boolean(),
  /** Sorted; one empty text stands for every number. */
  prefixes: z.array(z.string()),
  accountIds: z.array(idSchema),
  gateways: z.array(z.object({ gatewayId: idSchema, weight: z.number().int() })),
  order: routeOrderSchema,
  fallback: z.boolean(),
  createdAt: instantSchema,
});
export type Route = z.infer<typeof routeSchema>;

/** One gateway on the way of a message, in the order in which they are tried. */
export const routeStepSchema = z.object({
  gatewayId: idSchema,
  gatewayName: z.string(),
  /** Whether it would be taken now, and why not: off, failing, at its limit. */
  usable: z.boolean(),
  reason: z.enum(['ok', 'off', 'failing', 'budget', 'busy', 'not-open', 'only-fallback']),
  /** Price of one part to this number; null when none is set. */
  price: z.number().nullable(),
});

/** Which way an SMS to a number would go at this moment, and what it would cost. */
export const routeExplanationSchema = z.object({
  /** The number in international form. */
  number: z.string(),
  /** ISO 3166 code of the country; null where the number tells none. */
  country: z.string().nullable(),
  /** The route that applies; null: none does, and all gateways are tried by priority. */
  route: routeSchema.nullable(),
  /** The prefix by which it applies. */
  prefix: z.string(),
  steps: z.array(routeStepSchema),
  /** The one that would take it; null when it would have to wait. */
  gatewayId: idSchema.nullable(),
  price: z.number().nullable(),
  currency: z.string(),
});
export type RouteExplanation = z.infer<typeof routeExplanationSchema>;
