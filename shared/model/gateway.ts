import { z } from 'zod';
import { idSchema, instantSchema, stateMarkSchema } from './words.ts';

/** Largest sizes of a gateway's settings. */
export const gatewayLimits = {
  name: 80,
  url: 4_096,
  body: 8_192,
  headers: 20,
  pattern: 500,
} as const;

/** One way out for SMS. More kinds come with the whole SMS service. */
export const gatewayKindSchema = z.enum(['http', 'simulator']);
export type GatewayKind = z.infer<typeof gatewayKindSchema>;

/** Why a gateway shows the state it shows; the sentence is `gatewayReasons.<reason>`. */
export const gatewayReasonSchema = z.enum([
  'ok',
  'unused',
  'off',
  'unreachable',
  'refused',
  'backing-off',
  'bad-template',
]);
export type GatewayReason = z.infer<typeof gatewayReasonSchema>;

export const httpMethodSchema = z.enum(['GET', 'POST']);

/** What a person sets on a gateway. */
export const gatewayInputSchema = z.object({
  kind: gatewayKindSchema,
  name: z.string().trim().min(1).max(gatewayLimits.name),
  /** URL template with `%number%`, `%data;hex%` …; needed for `http`. */
  url: z.string().trim().max(gatewayLimits.url).optional(),
  method: httpMethodSchema.optional(),
  /** Body template of a POST; none sends the URL's query as a form. */
  body: z.string().max(gatewayLimits.body).optional(),
  contentType: z.string().max(120).optional(),
  headers: z.record(z.string().max(120), z.string().max(1_000)).optional(),
  user: z.string().max(120).optional(),
  /** Write-only; `%password%` in the template. */
  password: z.string().max(256).optional(),
  /** Sender shown on the phone; `%sender%` in the template. */
  sender: z.string().max(20).optional(),
  /** A 2xx answer counts as accepted only when its text matches this pattern. */
  successPattern: z.string().max(gatewayLimits.pattern).optional(),
  /** First group is the provider's id of the message. */
  idPattern: z.string().max(gatewayLimits.pattern).optional(),
  /** Lower goes first. */
  priority: z.number().int().min(1).max(100).optional(),
  /** Messages under way at once. */
  concurrency: z.number().int().min(1).max(64).optional(),
  timeoutMs: z.number().int().min(500).max(120_000).optional(),
});
export type GatewayInput = z.infer<typeof gatewayInputSchema>;

/** A gateway as it is shown. The password is told only as "set". */
export const gatewaySchema = z.object({
  id: idSchema,
  kind: gatewayKindSchema,
  name: z.string(),
  active: z.boolean(),
  priority: z.number().int(),
  url: z.string(),
  method: httpMethodSchema,
  body: z.string(),
  contentType: z.string(),
  headers: z.record(z.string(), z.string()),
  user: z.string(),
  hasPassword: z.boolean(),
  sender: z.string(),
  successPattern: z.string(),
  idPattern: z.string(),
  concurrency: z.number().int(),
  timeoutMs: z.number().int(),
  state: stateMarkSchema,
  reason: gatewayReasonSchema,
  /** What the far side said last, in its own words; empty when all is well. */
  detail: z.string(),
  queued: z.number().int(),
  sentToday: z.number().int(),
  failedToday: z.number().int(),
  lastUsedAt: instantSchema.nullable(),
  createdAt: instantSchema,
});
export type Gateway = z.infer<typeof gatewaySchema>;

/** What a gateway's test found. A refusal is a value here: it is what the test is for. */
export const gatewayTestSchema = z.object({
  ok: z.boolean(),
  reason: gatewayReasonSchema,
  /** HTTP status or error word, and the first characters of the answer; secrets masked. */
  detail: z.string(),
  /** What was requested, secrets masked. */
  request: z.string(),
  durationMs: z.number(),
});
export type GatewayTest = z.infer<typeof gatewayTestSchema>;
