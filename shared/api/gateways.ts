import { z } from 'zod';
import { gatewayInputSchema, gatewaySchema, gatewayTestSchema } from '../model/gateway.ts';
import { deliverySchema, messageSchema, messageStateSchema } from '../model/message.ts';
import { idSchema } from '../model/words.ts';
import { byIdInput, doneOutput, nothingInput, procedure } from './base.ts';

/** A ready URL template for a provider or program that people use. */
export const gatewayPresetSchema = z.object({
  id: z.string(),
  label: z.string(),
  url: z.string(),
  method: z.enum(['GET', 'POST']),
  body: z.string(),
  contentType: z.string(),
  successPattern: z.string(),
  idPattern: z.string(),
});
export type GatewayPreset = z.infer<typeof gatewayPresetSchema>;

/** Ways out for SMS. */
export const gatewaysContract = {
  create: procedure.input(gatewayInputSchema).output(gatewaySchema),
  list: procedure.input(nothingInput).output(z.object({ gateways: z.array(gatewaySchema) })),
  get: procedure.input(byIdInput).output(gatewaySchema),
  update: procedure
    .input(gatewayInputSchema.omit({ kind: true }).partial().extend({ id: idSchema }))
    .output(gatewaySchema),
  remove: procedure.input(byIdInput).output(doneOutput),
  setActive: procedure.input(z.object({ id: idSchema, active: z.boolean() })).output(gatewaySchema),
  /** Sends one SMS to `number` by this gateway alone; without a number it only checks the way there. */
  test: procedure
    .input(z.object({ id: idSchema, number: z.string().max(32).optional() }))
    .output(gatewayTestSchema),
  presets: procedure
    .input(nothingInput)
    .output(z.object({ presets: z.array(gatewayPresetSchema) })),
  /** What a template makes of an example, or which part of it is wrong; nothing is sent. */
  preview: procedure
    .input(
      gatewayInputSchema.pick({ url: true, body: true, method: true, user: true, sender: true }),
    )
    .output(z.object({ ok: z.boolean(), request: z.string(), error: z.string().nullable() })),
};

/** The SMS queue. */
export const messagesContract = {
  list: procedure
    .input(
      z
        .object({
          state: messageStateSchema.optional(),
          deviceId: idSchema.optional(),
          limit: z.number().int().min(1).max(1_000).default(100),
        })
        .optional(),
    )
    .output(z.object({ messages: z.array(messageSchema), total: z.number().int() })),
  get: procedure
    .input(byIdInput)
    .output(z.object({ message: messageSchema, deliveries: z.array(deliverySchema) })),
};
