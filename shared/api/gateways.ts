import { z } from 'zod';
import {
  gatewayInputSchema,
  gatewayOptionsSchema,
  gatewaySchema,
  gatewayTestSchema,
  serialPortSchema,
} from '../model/gateway.ts';
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
  /** Further settings in which the provider differs from a new gateway's. */
  options: gatewayOptionsSchema
    .pick({
      auth: true,
      successStatus: true,
      refusedPattern: true,
      retryPattern: true,
      deliveredPattern: true,
      undeliveredPattern: true,
    })
    .partial()
    .optional(),
  headers: z.record(z.string(), z.string()).optional(),
});
export type GatewayPreset = z.infer<typeof gatewayPresetSchema>;

/** Ways out for SMS. */
export const gatewaysContract = {
  /** Switched on at once; with `active: false` it opens nothing until somebody switches it on. */
  create: procedure
    .input(gatewayInputSchema.extend({ active: z.boolean().optional() }))
    .output(gatewaySchema),
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
  /** The serial ports of this machine. */
  ports: procedure.input(nothingInput).output(z.object({ ports: z.array(serialPortSchema) })),
};
