import { z } from 'zod';
import { idSchema, instantSchema, logAreaSchema, logLevelSchema } from './words.ts';

/** Values that fill the placeholders of a log line. */
export const logParamsSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.array(z.string())]),
);
export type LogParams = z.infer<typeof logParamsSchema>;

/** One line of the log: a sentence by its key, and what it is about. */
export const logEntrySchema = z.object({
  /** Position in the log; grows by one. What `after` and a resumed stream count by. */
  id: z.number().int(),
  at: instantSchema,
  level: logLevelSchema,
  area: logAreaSchema,
  /** Key of the sentence: `log.<key>` in `shared/i18n`. */
  key: z.string(),
  params: logParamsSchema,
  /** The sentence in English, for programs, exports and the text filter. */
  text: z.string(),
  traceId: idSchema.nullable(),
  accountId: idSchema.nullable(),
  deviceId: idSchema.nullable(),
  gatewayId: idSchema.nullable(),
});
export type LogEntry = z.infer<typeof logEntrySchema>;

/** What a log reader wants to see. All given conditions must hold. */
export const logFilterSchema = z.object({
  deviceId: idSchema.optional(),
  accountId: idSchema.optional(),
  gatewayId: idSchema.optional(),
  traceId: idSchema.optional(),
  /** This level and the more urgent ones. */
  level: logLevelSchema.optional(),
  area: logAreaSchema.optional(),
  /** Part of the English sentence, in any letter case. */
  text: z.string().max(200).optional(),
});
export type LogFilter = z.infer<typeof logFilterSchema>;
