/**
 * Every limit of the codecs in one place. Some are given by the formats; the others keep hostile
 * bytes from costing more memory or time than an honest message could.
 */

/** OMA DS 1.2 SAN §6: limits of one Server Alerted Notification. */
export const sanLimits = {
  /** num-syncs is four bits wide. */
  syncs: 15,
  /** The lengths of server-id and server-URI are one octet each. */
  textOctets: 255,
  /** sixteen octets of MD5 in front of the trigger. */
  digestOctets: 16,
} as const;

/** Shape of {@link wbxmlLimits}; a caller with other documents may pass its own. */
export type WbxmlLimits = {
  readonly documentOctets: number;
  readonly stringTableOctets: number;
  readonly depth: number;
  readonly nodes: number;
  readonly tableTextLength: number;
};

/** WAP-192 (WBXML): limits of one document. */
export const wbxmlLimits: WbxmlLimits = {
  /** A SyncML message with a large object is some megabytes; nobody honest sends more in one. */
  documentOctets: 16 * 1024 * 1024,
  /** Real tables hold a public identifier and a few names. */
  stringTableOctets: 64 * 1024,
  /** SyncML nests about 10 deep, Exchange about 12; this bounds stacks in whoever walks the tree. */
  depth: 64,
  /** One tag octet can make one object; this bounds what a small document can allocate. */
  nodes: 500_000,
  /** Two octets can repeat a whole string table; this bounds the text such references make. */
  tableTextLength: 4 * 1024 * 1024,
};

/** Limits of one SyncML document in XML, and of a tree of either form. */
export const syncmlLimits = {
  /** As for WBXML, which says the same in half the octets. */
  documentOctets: 16 * 1024 * 1024,
  /** Messages nest about 10 deep. */
  depth: 64,
  /** Three octets can make one element. */
  nodes: 500_000,
} as const;

/** Limits of one description of a device; before 1.2 each datastore gets each capability. */
export const deviceInfoLimits = {
  /** A server with a datastore for each folder has some dozens. */
  datastores: 1_000,
  /** Types of content: about ten exist. */
  capabilities: 100,
} as const;

/** Limits of a message that is put into words for the console. */
export const readableLimits = {
  /** Characters; what is beyond is not shown. */
  length: 1024 * 1024,
  /** Characters of a value that is no item, such as an address. */
  valueLength: 512,
} as const;

/** WAP-230 (WSP): limits of one push PDU. */
export const wspLimits = {
  /** A push that came in 255 SMS parts is shorter than this. */
  headerOctets: 32 * 1024,
  headers: 64,
  parameters: 32,
  /** A uintvar of 32 bits takes five octets (WAP-230 §8.1.2). */
  uintvarOctets: 5,
} as const;

/** GSM 03.40: limits of one short message and of one message in parts. */
export const smsLimits = {
  /** TP-UD holds 140 octets (§9.2.3.24)… */
  userDataOctets: 140,
  /** …which are 160 septets. */
  userDataSeptets: 160,
  /** TP addresses hold at most 20 semi-octets (§9.1.2.5). */
  addressDigits: 20,
  /** Total and number of a part are one octet each (§9.2.3.24.1). */
  parts: 255,
  /** Longest TPDU plus service centre address; a longer hex line is no PDU. */
  pduOctets: 256,
  /** Messages in parts kept open at once; the oldest is dropped, as parts may never come. */
  openMessages: 256,
} as const;

/** Limits of one provisioning document, or of another that sets a phone up. */
export const provisioningLimits: WbxmlLimits = {
  /** What 255 parts of a short message hold. */
  documentOctets: 32 * 1024,
  stringTableOctets: 32 * 1024,
  /** Groups nest three deep: a port in an address in an application. */
  depth: 8,
  /** Each setting takes six tokens. */
  nodes: 16_384,
  tableTextLength: 256 * 1024,
};

/** Limits of what a provisioning document is signed with. */
export const provisioningSecretLimits = {
  /** Country, network and subscriber (GSM 03.03 §2.2). */
  imsiDigits: { least: 6, most: 15 },
  /** More than anybody types in. */
  pinDigits: 16,
  /** HMAC-SHA1 in hex. */
  macDigits: 40,
} as const;

/** Limits of one command to a Synthesis client. */
export const synthesisCommandLimits = {
  /** Characters: as much as a provisioning document has octets. */
  length: 32 * 1024,
  /** A profile has some ten items and four a database. */
  items: 256,
} as const;

/** SMPP 3.4: limits of one PDU. Lengths are characters without the closing NUL. */
export const smppLimits = {
  /** The parameter message_payload holds 65,535 octets; nothing else is long. */
  pduOctets: 70_000,
  /** About forty exist. */
  parameters: 64,
  /** sm_length is one octet, and 255 is reserved (§5.2.21). */
  shortMessage: 254,
  address: 20,
  serviceType: 5,
  systemId: 15,
  /** The specification has 8; providers hand out longer ones, which centres take. */
  password: 64,
  systemType: 12,
  messageId: 64,
  time: 16,
  /** A receipt is some 120 octets; the text of the message may follow. */
  receiptOctets: 1_024,
  /** Digits of an id that is looked for in other spellings: 128 bits. */
  numericId: 39,
} as const;

/** Limits of the trees made for the console. */
export const dissectLimits = {
  /** What a person can scroll through; the rest of the bytes becomes one leaf. */
  nodes: 5_000,
  /** A longer value is cut: the bytes themselves are shown beside it. */
  valueLength: 512,
} as const;
