import { z } from 'zod';

/**
 * One field of decoded bytes. `key` names it (`san.sessionId`; the console has the word for it),
 * `offset` and `length` are octets of the hex that stands beside the tree.
 */
export interface DissectNode {
  key: string;
  value: string;
  offset: number;
  length: number;
  children?: DissectNode[] | undefined;
}

export const dissectNodeSchema: z.ZodType<DissectNode> = z.object({
  key: z.string(),
  value: z.string(),
  offset: z.number().int().nonnegative(),
  length: z.number().int().nonnegative(),
  get children() {
    return z.array(dissectNodeSchema).optional();
  },
});

/** Bytes with what they mean. */
export const dissectedBytesSchema = z.object({
  /** Lower-case hex without separators. */
  hex: z.string(),
  tree: z.array(dissectNodeSchema),
});
export type DissectedBytes = z.infer<typeof dissectedBytesSchema>;
