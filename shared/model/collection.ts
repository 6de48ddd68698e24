import { z } from 'zod';
import { dataTypeSchema, idSchema, instantSchema } from './words.ts';

/** Largest sizes of what a person types about a collection. */
export const collectionLimits = { name: 80, shares: 1_000 } as const;

/**
 * Name of a collection as it stands in a source URI (`contacts/NAME`): no slash, which separates, and
 * no question mark, which begins a filter.
 */
export const collectionNameSchema = z
  .string()
  .trim()
  .max(collectionLimits.name)
  .refine((name) => !/[/?\p{Cc}]/u.test(name), { params: { code: 'invalid' } })
  .refine((name) => !['corporate', 'shared'].includes(name.toLowerCase()), {
    params: { code: 'invalid' },
  });

/** Who else sees a collection, and whether they may change it. */
export const collectionShareSchema = z.object({
  accountId: idSchema,
  access: z.enum(['read', 'write']),
});
export type CollectionShare = z.infer<typeof collectionShareSchema>;

/**
 * A folder on the server: where the items of one data type lie. Devices reach it by a source URI;
 * see `docs/syncml.md`.
 */
export const collectionSchema = z.object({
  id: idSchema,
  /** Whose it is; null is a corporate one, which every account sees. */
  accountId: idSchema.nullable(),
  accountAddress: z.string(),
  dataType: dataTypeSchema,
  /** Empty for the account's main folder of the data type, and for the corporate one. */
  name: z.string(),
  /** What a client of the owner writes: `contacts`, `contacts/Sales`, `contacts/corporate`. */
  uri: z.string(),
  /** Corporate collections: whether everybody may change them. */
  corporateAccess: z.enum(['read', 'write']).nullable(),
  shares: z.array(collectionShareSchema),
  itemCount: z.number().int(),
  /** Octets of its items and of their history. */
  bytes: z.number().int(),
  changedAt: instantSchema.nullable(),
  createdAt: instantSchema,
});
export type Collection = z.infer<typeof collectionSchema>;

export const collectionInputSchema = z.object({
  /** Null makes a corporate one. */
  accountId: idSchema.nullable(),
  dataType: dataTypeSchema,
  /** Empty for the corporate folder of the data type. */
  name: collectionNameSchema.default(''),
  corporateAccess: z.enum(['read', 'write']).optional(),
});
export type CollectionInput = z.infer<typeof collectionInputSchema>;
