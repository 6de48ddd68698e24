import { z } from 'zod';
import { gatewayReasonSchema } from './gateway.ts';
import { idSchema, instantSchema } from './words.ts';

/** Largest sizes of messages that are handed in. */
export const messageLimits = {
  /** UTF-16 units of a text: 255 parts of the GSM alphabet. */
  text: 39_015,
  /** Parts of one message (GSM 03.40 §9.2.3.24.1). */
  parts: 255,
  /** Octets of binary user data; longer data than fits one part is cut into several. */
  octets: 34_170,
  /** Messages that one call may touch. */
  atOnce: 10_000,
} as const;

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
  /** Put aside by an admin, until an admin lets it go on. */
  'paused',
  /** Taken out of the queue by an admin. */
  'dropped',
]);
export type MessageState = z.infer<typeof messageStateSchema>;

/** Why a message waits, or why it ended without being delivered; `messageReasons.<reason>`. */
export const messageReasonSchema = z.enum([
  'gateway-refused',
  'gateway-unreachable',
  'too-old',
  'not-delivered',
  'dropped',
  /** Waits: all ways for it are left alone for now. */
  'no-way',
  /** Waits: a budget of its account or device is used up. */
  'budget',
  /** Waits: the whole queue is paused. */
  'queue-paused',
]);
export type MessageReason = z.infer<typeof messageReasonSchema>;

/** Where a message comes from. */
export const messageSourceSchema = z.enum(['alert', 'configuration', 'link', 'console', 'api']);
export type MessageSource = z.infer<typeof messageSourceSchema>;

/** What goes first: alerts, then single messages, then bulk. */
export const messageClassSchema = z.enum(['alert', 'normal', 'bulk']);
export type MessageClass = z.infer<typeof messageClassSchema>;

/** What the network says of a message that it has accepted (SMPP 3.4 §5.2.28, GSM 03.40 §9.2.3.15). */
export const reportStateSchema = z.enum(['accepted', 'enroute', 'delivered', 'failed', 'expired']);
export type ReportState = z.infer<typeof reportStateSchema>;

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
  /** What the last report said, and its words or codes; null before there is one. */
  reportState: reportStateSchema.nullable(),
  reportDetail: z.string(),
});
export type Delivery = z.infer<typeof deliverySchema>;

/** A gateway that a message waits for, and why that takes nothing: `gatewayReasons.<reason>`. */
export const waitedForSchema = z.object({
  gatewayId: idSchema,
  gatewayName: z.string(),
  reason: gatewayReasonSchema,
  /** What the far side said, in its words. */
  detail: z.string(),
});
export type WaitedFor = z.infer<typeof waitedForSchema>;

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
  source: messageSourceSchema,
  class: messageClassSchema,
  accountId: idSchema.nullable(),
  /** The SMS user who handed it in over `/sms/`. */
  userId: idSchema.nullable(),
  /** Sender that it asks for; empty leaves it to the gateway. */
  sender: z.string(),
  /** Set: no other gateway takes it. */
  gatewayId: idSchema.nullable(),
  /** Gateway of the newest attempt, where it is told. */
  lastGatewayId: idSchema.nullable().optional(),
  /** Its name, the last one where it was removed. */
  lastGatewayName: z.string().nullable().optional(),
  reason: messageReasonSchema.nullable(),
  /** What the far side or the network said about that, in its words. */
  detail: z.string(),
  /** With the reason `no-way`: the gateways that could take it, the best first. */
  ways: z.array(waitedForSchema).optional(),
  /** What it says, for texts. */
  text: z.string().nullable(),
  /** Price of all parts by the gateway that took it; null where none is known. */
  cost: z.number().nullable(),
});
export type Message = z.infer<typeof messageSchema>;
