import { z } from 'zod';
import { accountInputSchema, accountSchema } from '../model/account.ts';
import { idSchema } from '../model/words.ts';
import { byIdInput, doneOutput, procedure } from './base.ts';

/** People whose data devices synchronise. */
export const accountsContract = {
  create: procedure.input(accountInputSchema).output(accountSchema),
  list: procedure
    .input(z.object({ text: z.string().max(200).optional() }).optional())
    .output(z.object({ accounts: z.array(accountSchema) })),
  get: procedure.input(byIdInput).output(accountSchema),
  update: procedure
    .input(
      accountInputSchema.partial().extend({
        id: idSchema,
        displayName: accountInputSchema.shape.displayName.unwrap().optional(),
        /** Null removes the password. */
        password: accountInputSchema.shape.password.unwrap().nullable().optional(),
      }),
    )
    .output(accountSchema),
  /** Takes the account's devices with it. */
  remove: procedure.input(byIdInput).output(doneOutput),
  /** Signs in to the account's mailbox and says what happened; `detail` is the server's own words. */
  testMailbox: procedure
    .input(byIdInput)
    .output(z.object({ ok: z.boolean(), detail: z.string(), canIdle: z.boolean() })),
};
