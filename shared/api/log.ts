import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { logEntrySchema, logFilterSchema } from '../model/log-entry.ts';
import { liveEventSchema } from '../model/system.ts';
import { nothingInput, procedure } from './base.ts';

/** The log: what happened, as sentences. */
export const logContract = {
  /**
   * Oldest first. With `after`, the entries that follow it; with `before`, those just ahead of it;
   * with neither, the newest.
   */
  list: procedure
    .input(
      logFilterSchema
        .extend({
          after: z.number().int().nonnegative().optional(),
          before: z.number().int().nonnegative().optional(),
          limit: z.number().int().min(1).max(10_000).default(500),
        })
        .optional(),
    )
    .output(z.object({ entries: z.array(logEntrySchema), lastId: z.number().int() })),
  /**
   * New entries as they come, each with its id as the event's id, so that a broken stream goes on
   * where it stopped. With `after` it first gives what came since.
   */
  tail: procedure
    .input(logFilterSchema.extend({ after: z.number().int().nonnegative().optional() }).optional())
    .output(eventIterator(logEntrySchema)),
};

/** What changed, for readers that hold copies. */
export const liveContract = {
  events: procedure.input(nothingInput).output(eventIterator(liveEventSchema)),
};
