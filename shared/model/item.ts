import { z } from 'zod';
import { dataTypeSchema, idSchema, instantSchema } from './words.ts';

/** What an item is; the word that the inner form of every item carries. */
export const itemKindSchema = z.enum([
  'contact',
  'event',
  'task',
  'note',
  'mail',
  'file',
  'folder',
]);

/** Who made a version: a device, an admin in the console, or the server by itself. */
export const itemOriginSchema = z.object({
  kind: z.enum(['device', 'admin', 'server']),
  deviceId: idSchema.nullable(),
  /** Name of the device at this moment, or what an unpaired client calls itself. */
  name: z.string(),
});
export type ItemOrigin = z.infer<typeof itemOriginSchema>;

/** One readable line of an item; the label is `itemFields.<field>`. */
export const itemFieldSchema = z.object({ field: z.string(), value: z.string() });
export type ItemField = z.infer<typeof itemFieldSchema>;

/** An item as a list shows it. */
export const itemSummarySchema = z.object({
  id: idSchema,
  collectionId: idSchema,
  dataType: dataTypeSchema,
  kind: itemKindSchema,
  title: z.string(),
  subtitle: z.string(),
  /** Grows with every change of anything; two versions of one item never share it. */
  revision: z.number().int(),
  origin: itemOriginSchema,
  /** Octets of the inner form. */
  bytes: z.number().int(),
  createdAt: instantSchema,
  modifiedAt: instantSchema,
  deletedAt: instantSchema.nullable(),
});
export type ItemSummary = z.infer<typeof itemSummarySchema>;

/** An item with everything in it. */
export const itemSchema = itemSummarySchema.extend({
  fields: z.array(itemFieldSchema),
  /** The inner form, as `docs/content.md` describes it. */
  content: z.record(z.string(), z.unknown()),
});
export type ItemDetail = z.infer<typeof itemSchema>;

/** Why a version was kept. `conflict` is one that lost, and never was the item's content. */
export const versionReasonSchema = z.enum([
  'created',
  'changed',
  'merged',
  'conflict',
  'deleted',
  'restored',
]);
export type VersionReason = z.infer<typeof versionReasonSchema>;

/** One version of an item. */
export const itemVersionSchema = z.object({
  /** Number within the item, from 1; what `items.restore` takes. */
  version: z.number().int(),
  reason: versionReasonSchema,
  at: instantSchema,
  origin: itemOriginSchema,
  title: z.string(),
  /** True for the one that is the item's content now. */
  isCurrent: z.boolean(),
  fields: z.array(itemFieldSchema),
  content: z.record(z.string(), z.unknown()),
});
export type ItemVersion = z.infer<typeof itemVersionSchema>;
