import { z } from 'zod';
import {
  collectionInputSchema,
  collectionLimits,
  collectionNameSchema,
  collectionSchema,
  collectionShareSchema,
} from '../model/collection.ts';
import { itemSchema, itemSummarySchema, itemVersionSchema } from '../model/item.ts';
import {
  holdSchema,
  pendingDeviceSchema,
  sessionMessageSchema,
  sessionProblemSchema,
  sessionSchema,
} from '../model/session.ts';
import { dataTypeSchema, idSchema } from '../model/words.ts';
import { byIdInput, doneOutput, nothingInput, procedure } from './base.ts';

/** Sync conversations, newest first. */
export const sessionsContract = {
  list: procedure
    .input(
      z
        .object({
          deviceId: idSchema.optional(),
          accountId: idSchema.optional(),
          /** Only sessions that began before the one of this id. */
          before: idSchema.optional(),
          limit: z.number().int().min(1).max(1_000).default(100),
        })
        .optional(),
    )
    .output(z.object({ sessions: z.array(sessionSchema), total: z.number().int() })),
  get: procedure.input(byIdInput).output(
    z.object({
      session: sessionSchema,
      problems: z.array(sessionProblemSchema),
      messages: z.array(sessionMessageSchema),
    }),
  ),
};

/** Clients of known accounts that are not paired with a configured device. */
export const pendingContract = {
  list: procedure
    .input(
      z
        .object({
          accountId: idSchema.optional(),
          /** Those that were put away or blocked too. */
          withDismissed: z.boolean().default(false),
        })
        .optional(),
    )
    .output(z.object({ pending: z.array(pendingDeviceSchema) })),
  /** Pairs the client with a device, which may have had another client before. */
  assign: procedure.input(z.object({ id: idSchema, deviceId: idSchema })).output(doneOutput),
  /** Puts it away; with `block` it is not let in any more. */
  dismiss: procedure
    .input(z.object({ id: idSchema, block: z.boolean().default(false) }))
    .output(doneOutput),
  /** Brings back one that was put away or blocked: it waits again, and is let in. */
  recall: procedure.input(byIdInput).output(doneOutput),
};

/** What lies on the server. */
export const itemsContract = {
  list: procedure
    .input(
      z.object({
        accountId: idSchema,
        dataType: dataTypeSchema,
        /** `''` (the main folder), a name, `corporate` or `shared/NAME`. */
        folder: z.string().max(255).default(''),
        /** Part of the title or of the second line. */
        text: z.string().max(200).optional(),
        /** Deleted ones too, as long as their history is kept. */
        withDeleted: z.boolean().default(false),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(100_000).default(10_000),
      }),
    )
    .output(z.object({ items: z.array(itemSummarySchema), total: z.number().int() })),
  get: procedure.input(byIdInput).output(itemSchema),
  /** All kept versions, newest first. */
  history: procedure.input(byIdInput).output(z.object({ versions: z.array(itemVersionSchema) })),
  /** Makes an earlier version current again; without a number the last one before the current. */
  restore: procedure
    .input(z.object({ id: idSchema, version: z.number().int().min(1).optional() }))
    .output(itemSchema),
  /** Deletes it here and, at their next session, on the devices. Its history stays. */
  remove: procedure.input(byIdInput).output(doneOutput),
};

/** The folders on the server. */
export const collectionsContract = {
  /** Of one account: its own, the corporate ones and those shared with it; else all. */
  list: procedure
    .input(z.object({ accountId: idSchema.optional() }).optional())
    .output(z.object({ collections: z.array(collectionSchema) })),
  create: procedure.input(collectionInputSchema).output(collectionSchema),
  update: procedure
    .input(
      z.object({
        id: idSchema,
        name: collectionNameSchema.optional(),
        corporateAccess: z.enum(['read', 'write']).optional(),
        shares: z.array(collectionShareSchema).max(collectionLimits.shares).optional(),
      }),
    )
    .output(collectionSchema),
  /** Takes its items with it, for good. */
  remove: procedure.input(byIdInput).output(doneOutput),
};

/** Mass deletions that wait for an admin. */
export const holdsContract = {
  list: procedure.input(nothingInput).output(z.object({ holds: z.array(holdSchema) })),
  /** `delete` does what the client asked for; `keep` brings the items back to it. */
  decide: procedure
    .input(z.object({ id: idSchema, decision: z.enum(['delete', 'keep']) }))
    .output(doneOutput),
};
