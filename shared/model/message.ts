import { z } from 'zod';
import { gatewayReasonSchema } from './gateway.ts';
import { idSchema, instantSchema } from './words.ts';

/** One part of an SMS: user data header (with its length octet) and user data, hex. */
export const messagePartSchema = z.object({ udh: z.string(), data: z.string() });
export type MessagePart = z.infer<typeof messagePartSchema>;

/**
 * Where a message stands. `uncertain`: it was being handed over when the process died, so whether
 * the gateway has it is not known.
 */
export const messageStateSchema = z.enum([
  'queued',
  'sending',
  'sent',
  'delivered',
  'failed',
  'expired',
  'uncertain',
]);
export type MessageState = z.infer<typeof messageStateSchema>;

/** One attempt to hand a message to a gateway. */
export const deliverySchema = z.object({
  id: idSchema,
  messageId: idSchema,
  gatewayId: idSchema,
  gatewayName: z.string(),
  attempt: z.number().int(),
  startedAt: instantSchema,
  endedAt: instantSchema.nullable(),
  outcome: z.enum(['under-way', 'accepted', 'refused', 'unreachable', 'uncertain']),
  reason: gatewayReasonSchema.nullable(),
  detail: z.string(),
  /** The gateway's own id of the message. */
  providerId: z.string().nullable(),
  reportedAt: instantSchema.nullable(),
});
export type Delivery = z.infer<typeof deliverySchema>;

/** One SMS in the queue, of one or more parts. */
export const messageSchema = z.object({
  id: idSchema,
  traceId: idSchema,
  alertId: idSchema.nullable(),
  deviceId: idSchema.nullable(),
  number: z.string(),
  state: messageStateSchema,
  /** As handed to gateways, except for secrets: in their places stand others' characters. */
  parts: z.array(messagePartSchema),
  dcs: z.number().int(),
  pid: z.number().int(),
  attempts: z.number().int(),
  nextAttemptAt: instantSchema,
  expiresAt: instantSchema,
  createdAt: instantSchema,
  endedAt: instantSchema.nullable(),
});
export type Message = z.infer<typeof messageSchema>;
