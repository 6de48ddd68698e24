import { z } from 'zod';
import { alertSchema, alertStateSchema } from '../model/alert.ts';
import { changeInputSchema, changeSchema } from '../model/change.ts';
import { pushSettingsInputSchema, pushSettingsSchema } from '../model/settings.ts';
import { traceSchema } from '../model/trace.ts';
import { idSchema, instantSchema, stateMarkSchema } from '../model/words.ts';
import { byIdInput, nothingInput, procedure } from './base.ts';

const pushStatusSchema = z.object({
  active: z.boolean(),
  state: stateMarkSchema,
  /** Alerts that still gather changes or wait for their hour. */
  planned: z.number().int(),
  /** Alerts handed to the SMS queue and not yet taken by a gateway. */
  queued: z.number().int(),
  sentToday: z.number().int(),
  deliveredToday: z.number().int(),
  failedToday: z.number().int(),
  suppressedToday: z.number().int(),
  changesToday: z.number().int(),
  lastChangeAt: instantSchema.nullable(),
});

/** The engine that turns changes into alerts. */
export const pushContract = {
  status: procedure.input(nothingInput).output(pushStatusSchema),
  setActive: procedure.input(z.object({ active: z.boolean() })).output(pushStatusSchema),
  settings: procedure.input(nothingInput).output(pushSettingsSchema),
  updateSettings: procedure.input(pushSettingsInputSchema).output(pushSettingsSchema),
};

/** The journal of changes. */
export const changesContract = {
  /** Answers once the change is in the journal, which survives the end of the process. */
  report: procedure
    .input(changeInputSchema)
    .output(z.object({ id: z.number().int(), traceId: idSchema })),
  list: procedure
    .input(
      z
        .object({
          accountId: idSchema.optional(),
          before: z.number().int().optional(),
          limit: z.number().int().min(1).max(1_000).default(100),
        })
        .optional(),
    )
    .output(z.object({ changes: z.array(changeSchema) })),
};

/** Alerts, newest first. */
export const alertsContract = {
  list: procedure
    .input(
      z
        .object({
          deviceId: idSchema.optional(),
          accountId: idSchema.optional(),
          traceId: idSchema.optional(),
          state: alertStateSchema.optional(),
          /** Only alerts made before the one of this id. */
          before: idSchema.optional(),
          limit: z.number().int().min(1).max(10_000).default(100),
        })
        .optional(),
    )
    .output(z.object({ alerts: z.array(alertSchema), total: z.number().int() })),
  get: procedure.input(byIdInput).output(alertSchema),
};

/** A change's way to the phones. */
export const tracesContract = {
  get: procedure.input(byIdInput).output(traceSchema),
};
