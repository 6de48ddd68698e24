/**
 * One field of some bytes, for people to look at. Offsets count from the start of the bytes that
 * were dissected. A node without children is a leaf; the leaves of a tree cover every octet, and
 * bit fields that share an octet overlap in it.
 */
export type DissectNode = {
  /** Stable name such as `san.sessionId`; the console has the word for it. */
  key: string;
  /** The value, in the notation of its format and in no language. */
  value: string;
  offset: number;
  length: number;
  children?: DissectNode[];
};

/** Key of a leaf over octets that do not fit the format. */
export const undecodableKey = 'undecodable';
