import { z } from 'zod';
import { alertSchema } from '../model/alert.ts';
import { deviceInputSchema, deviceSchema } from '../model/device.ts';
import { idSchema, stateMarkSchema } from '../model/words.ts';
import { byIdInput, doneOutput, procedure } from './base.ts';

const manyIds = z.array(idSchema).min(1).max(10_000);

/** Phones and clients of the accounts. */
export const devicesContract = {
  create: procedure.input(deviceInputSchema).output(deviceSchema),
  list: procedure
    .input(
      z
        .object({
          accountId: idSchema.optional(),
          state: stateMarkSchema.optional(),
          /** Part of the name, the address or the number. */
          text: z.string().max(200).optional(),
          limit: z.number().int().min(1).max(20_000).default(20_000),
        })
        .optional(),
    )
    .output(z.object({ devices: z.array(deviceSchema), total: z.number().int() })),
  get: procedure.input(byIdInput).output(deviceSchema),
  /** `folders` changes the folders it names by id and adds those without one; others stay. */
  update: procedure
    .input(
      deviceInputSchema
        .omit({ accountId: true })
        .partial()
        .extend({
          id: idSchema,
          pushEnabled: z.boolean().optional(),
          /** Folders to take away. */
          removeFolderIds: z.array(idSchema).optional(),
        }),
    )
    .output(deviceSchema),
  remove: procedure.input(byIdInput).output(doneOutput),
  /** Alerts the device now, without waiting for a change; quiet hours and merging do not apply. */
  alertNow: procedure
    .input(z.object({ id: idSchema, folderIds: z.array(idSchema).optional() }))
    .output(alertSchema),
  setPaused: procedure.input(z.object({ id: idSchema, paused: z.boolean() })).output(deviceSchema),
  /** Makes the next session of the folder (or of all) compare everything again. Nothing is deleted. */
  resync: procedure
    .input(z.object({ id: idSchema, folderId: idSchema.optional() }))
    .output(deviceSchema),
  /** Forgets all that is known of the paired client but not the pairing: as after a new installation. */
  reset: procedure.input(byIdInput).output(deviceSchema),
  /** Gives each of two devices of one account the other's client. */
  swapClients: procedure
    .input(z.object({ id: idSchema, otherId: idSchema }))
    .output(z.object({ devices: z.array(deviceSchema) })),
  /** Unpairs the client; the next one that comes for the account can take its place. */
  clearClient: procedure.input(byIdInput).output(deviceSchema),
  /** The same for many; a device for which it cannot be done is counted, not an error. */
  alertNowMany: procedure
    .input(z.object({ ids: manyIds }))
    .output(z.object({ done: z.number().int(), skipped: z.number().int() })),
  setPausedMany: procedure
    .input(z.object({ ids: manyIds, paused: z.boolean() }))
    .output(z.object({ done: z.number().int(), skipped: z.number().int() })),
  removeMany: procedure
    .input(z.object({ ids: manyIds }))
    .output(z.object({ done: z.number().int(), skipped: z.number().int() })),
};
