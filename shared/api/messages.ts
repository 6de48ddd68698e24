import { z } from 'zod';
import {
  deliverySchema,
  messageClassSchema,
  messageLimits,
  messageSchema,
  messageSourceSchema,
  messageStateSchema,
} from '../model/message.ts';
import { idSchema } from '../model/words.ts';
import { byIdInput, nothingInput, procedure } from './base.ts';

const hex = (octets: number) =>
  z
    .string()
    .regex(/^(?:[0-9A-Fa-f]{2})*$/u)
    .max(octets * 2);

/** A text, or bytes with what says how they are to be read; never both. */
export const sendInputSchema = z.object({
  number: z.string().min(1).max(32),
  text: z.string().max(messageLimits.text).optional(),
  /** User data, hex. */
  data: hex(messageLimits.octets).optional(),
  /** User data header with its length octet, hex. */
  udh: hex(140).optional(),
  /** TP-DCS (GSM 03.38 §4); a text finds its own. */
  dcs: z.number().int().min(0).max(255).optional(),
  /** TP-PID (GSM 03.40 §9.2.3.9). */
  pid: z.number().int().min(0).max(255).optional(),
  sender: z.string().max(20).optional(),
  /** The one way out for it. */
  gatewayId: idSchema.optional(),
  /** Account that it is accounted to. */
  accountId: idSchema.optional(),
  /** Most parts of a text; the rest is cut. */
  maxParts: z.number().int().min(1).max(messageLimits.parts).optional(),
  /** Goes after everything that is not bulk. */
  bulk: z.boolean().optional(),
  /** It is given up after so many milliseconds. */
  expiresInMs: z
    .number()
    .int()
    .min(1_000)
    .max(7 * 86_400_000)
    .optional(),
});

/** One message or many. */
const someInput = z.object({
  id: idSchema.optional(),
  ids: z.array(idSchema).max(messageLimits.atOnce).optional(),
});

/** How many of the named messages were touched; the others were in a state that does not allow it. */
const someOutput = z.object({ done: z.number().int(), skipped: z.number().int() });

/** The SMS queue. */
export const messagesContract = {
  /** Puts a message into the queue; answers once it survives the end of the process. */
  send: procedure.input(sendInputSchema).output(messageSchema),
  /** What a text becomes, which way it would go and what it would cost. Nothing is sent. */
  preview: procedure
    .input(
      sendInputSchema
        .pick({ number: true, text: true, accountId: true, gatewayId: true })
        .partial(),
    )
    .output(
      z.object({
        alphabet: z.enum(['gsm7', 'ucs2']),
        parts: z.number().int(),
        /** Septets or UTF-16 units used, and how many still fit into the last part. */
        units: z.number().int(),
        unitsLeft: z.number().int(),
        /** Characters that make it UCS-2. */
        outside: z.array(z.string()),
        gatewayId: idSchema.nullable(),
        gatewayName: z.string().nullable(),
        /** Of all parts; null when no price is known. */
        cost: z.number().nullable(),
        currency: z.string(),
      }),
    ),
  list: procedure
    .input(
      z
        .object({
          state: messageStateSchema.optional(),
          states: z.array(messageStateSchema).max(10).optional(),
          deviceId: idSchema.optional(),
          accountId: idSchema.optional(),
          userId: idSchema.optional(),
          /** Gateway that it is bound to or that had it last. */
          gatewayId: idSchema.optional(),
          source: messageSourceSchema.optional(),
          class: messageClassSchema.optional(),
          /** A part of the number. */
          number: z.string().max(32).optional(),
          /** Only messages made before the one of this id. */
          before: idSchema.optional(),
          limit: z.number().int().min(1).max(1_000).default(100),
        })
        .optional(),
    )
    .output(
      z.object({
        messages: z.array(messageSchema),
        total: z.number().int(),
        /** They were looked for among so many of the newest; null: among all. */
        among: z.number().int().nullable(),
      }),
    ),
  get: procedure
    .input(byIdInput)
    .output(z.object({ message: messageSchema, deliveries: z.array(deliverySchema) })),
  /** Sends messages that failed, expired, are uncertain or were dropped once more; those that wait go now. */
  retry: procedure.input(someInput).output(someOutput),
  /** Takes messages that wait out of the queue; an uncertain one is put aside for good. */
  drop: procedure.input(someInput).output(someOutput),
  /** Binds messages that wait to one gateway; null gives them back to the routes. */
  reroute: procedure.input(someInput.extend({ gatewayId: idSchema.nullable() })).output(someOutput),
  /** Holds messages that wait back, and lets them go on. */
  pause: procedure.input(someInput).output(someOutput),
  resume: procedure.input(someInput).output(someOutput),
  /** State of the whole queue. */
  queue: procedure.input(nothingInput).output(
    z.object({
      paused: z.boolean(),
      counts: z.record(messageStateSchema, z.number().int()),
    }),
  ),
  setQueuePaused: procedure
    .input(z.object({ paused: z.boolean() }))
    .output(z.object({ paused: z.boolean() })),
};
