import { z } from 'zod';
import { clientTypeSchema } from '../catalogue/client-types.ts';
import { phoneSchema } from '../model/phone.ts';
import { settingsInputSchema, settingsSchema } from '../model/settings.ts';
import { overviewSchema, systemStatusSchema } from '../model/system.ts';
import { instantSchema } from '../model/words.ts';
import { doneOutput, nothingInput, procedure } from './base.ts';

/** What the kinds of phones can do. */
export const catalogueContract = {
  clientTypes: procedure
    .input(nothingInput)
    .output(z.object({ clientTypes: z.array(clientTypeSchema) })),
};

/** Virtual phones that answer for the simulator gateway. */
export const simulatorContract = {
  phones: procedure.input(nothingInput).output(z.object({ phones: z.array(phoneSchema) })),
};

/** Settings that are not the push engine's. */
export const settingsContract = {
  get: procedure.input(nothingInput).output(settingsSchema),
  update: procedure.input(settingsInputSchema).output(settingsSchema),
};

/** The process itself. */
export const systemContract = {
  status: procedure.input(nothingInput).output(systemStatusSchema),
  overview: procedure.input(nothingInput).output(overviewSchema),
  /** Writes a consistent copy of the database beside it while everything runs on. */
  backup: procedure
    .input(nothingInput)
    .output(z.object({ path: z.string(), bytes: z.number().int(), at: instantSchema })),
  /** Marks the first-run wizard as finished (or to be shown again). */
  setSetupDone: procedure.input(z.object({ done: z.boolean() })).output(doneOutput),
};
