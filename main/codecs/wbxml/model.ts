/** A child of an element: character data, opaque octets or an element. */
export type WbxmlNode = string | Uint8Array | WbxmlElement;

/** An element without attributes, by its code page and token. */
export type WbxmlElement = {
  /** Tag code page, 0…255. */
  readonly page: number;
  /** Tag token 0x05…0x3f, or the name of a literal tag. */
  readonly tag: number | string;
  /** In document order; neighbouring texts arrive as one. */
  readonly children: readonly WbxmlNode[];
};

/** A binary XML document (WAP-192 WBXML 1.3 §5.1). */
export type WbxmlDocument = {
  /** Minor version: 1, 2 or 3 stand for WBXML 1.1, 1.2 and 1.3. */
  readonly version: number;
  /** Well-known number of the document type, or its formal public identifier. */
  readonly publicId: number | string;
  readonly root: WbxmlElement;
};

/** Global tokens (WAP-192 §7.1). The others are extensions that we refuse. */
export const globalTokens = {
  switchPage: 0x00,
  end: 0x01,
  entity: 0x02,
  inlineString: 0x03,
  literal: 0x04,
  tableString: 0x83,
  opaque: 0xc3,
} as const;

/** Flags of a tag octet (WAP-192 §5.8.2). */
export const tagFlags = { attributes: 0x80, content: 0x40, token: 0x3f } as const;

/** IANA number of UTF-8, the charset of everything we write. */
export const utf8Charset = 106;
