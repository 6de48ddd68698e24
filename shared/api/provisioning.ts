import { z } from 'zod';
import {
  accessPointSchema,
  configurationPinSchema,
  configurationSchema,
  newLinkSchema,
  provisioningLinkSchema,
  provisioningOptionsSchema,
  provisioningPreviewSchema,
} from '../model/provisioning.ts';
import { idSchema } from '../model/words.ts';
import { byIdInput, doneOutput, nothingInput, procedure } from './base.ts';

const byDeviceInput = z.object({ deviceId: idSchema });

/** Settings for phones: by configuration SMS, or by a link. */
export const provisioningContract = {
  /** What would be sent, or why nothing can be; nothing is sent. */
  preview: procedure.input(byDeviceInput).output(provisioningPreviewSchema),
  /** Sends it. A repeat within ten minutes without `confirmRepeat` is ALREADY_SENT. */
  send: procedure
    .input(byDeviceInput.extend({ confirmRepeat: z.boolean().default(false) }))
    .output(configurationSchema),
  /** The PIN of a configuration, for who reads it out; NOT_FOUND when there is none to tell. */
  pin: procedure.input(byIdInput).output(configurationPinSchema),
  /** What was sent to a device, newest first. */
  list: procedure.input(byDeviceInput).output(
    z.object({
      configurations: z.array(configurationSchema),
      links: z.array(provisioningLinkSchema),
    }),
  ),
  options: procedure.input(byDeviceInput).output(provisioningOptionsSchema),
  setOptions: procedure
    .input(
      byDeviceInput.extend({
        /** 6 to 15 digits. Write-only; an empty text removes it. */
        imsi: z
          .string()
          .trim()
          .regex(/^(\d{6,15})?$/u)
          .optional(),
        accessPointId: idSchema.nullable().optional(),
        withMail: z.boolean().optional(),
      }),
    )
    .output(provisioningOptionsSchema),
  accessPoints: procedure
    .input(nothingInput)
    .output(z.object({ accessPoints: z.array(accessPointSchema) })),
  /** Without an id it adds one. */
  saveAccessPoint: procedure
    .input(
      accessPointSchema.omit({ id: true, hasPassword: true }).extend({
        id: idSchema.optional(),
        /** Write-only; an empty text removes it. */
        password: z.string().max(100).optional(),
      }),
    )
    .output(accessPointSchema),
  removeAccessPoint: procedure.input(byIdInput).output(doneOutput),
  /** Makes a personal link, and sends it where that is asked for. Its address is told only here. */
  link: procedure
    .input(byDeviceInput.extend({ send: z.enum(['none', 'sms', 'mail']).default('none') }))
    .output(newLinkSchema),
  revokeLink: procedure.input(byIdInput).output(doneOutput),
};
