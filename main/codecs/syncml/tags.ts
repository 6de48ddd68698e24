/**
 * SyncML, code page 0 of a SyncML document (OMA SyncML Representation Protocol 1.2 §7, WBXML
 * tokens). NumberOfChanges and MoreData came with 1.1, Field to Correlator with 1.2.
 */
export const syncmlTags = {
  Delete: 0x10,
  Exec: 0x11,
  Final: 0x12,
  Get: 0x13,
  Item: 0x14,
  Lang: 0x15,
  LocName: 0x16,
  LocURI: 0x17,
  Map: 0x18,
  MapItem: 0x19,
  Replace: 0x20,
  RespURI: 0x21,
  Results: 0x22,
  Search: 0x23,
  Sequence: 0x24,
  SessionID: 0x25,
  SftDel: 0x26,
  Source: 0x27,
  SourceRef: 0x28,
  Status: 0x29,
  VerDTD: 0x31,
  VerProto: 0x32,
  NumberOfChanges: 0x33,
  MoreData: 0x34,
  Field: 0x35,
  Filter: 0x36,
  Record: 0x37,
  FilterType: 0x38,
  SourceParent: 0x39,
  Add: 0x05,
  Alert: 0x06,
  Archive: 0x07,
  Atomic: 0x08,
  Chal: 0x09,
  Cmd: 0x0a,
  CmdID: 0x0b,
  CmdRef: 0x0c,
  Copy: 0x0d,
  Cred: 0x0e,
  Data: 0x0f,
  Meta: 0x1a,
  MsgID: 0x1b,
  MsgRef: 0x1c,
  NoResp: 0x1d,
  NoResults: 0x1e,
  Put: 0x1f,
  Sync: 0x2a,
  SyncBody: 0x2b,
  SyncHdr: 0x2c,
  SyncML: 0x2d,
  Target: 0x2e,
  TargetRef: 0x2f,
  TargetParent: 0x3a,
  Move: 0x3b,
  Correlator: 0x3c,
} as const;

/**
 * MetInf, code page 1 of a SyncML document (OMA SyncML Meta-Information 1.2 §6). MaxObjSize came
 * with 1.1, FieldLevel with 1.2.
 */
export const metinfTags = {
  NextNonce: 0x10,
  SharedMem: 0x11,
  Size: 0x12,
  Type: 0x13,
  Version: 0x14,
  MaxObjSize: 0x15,
  FieldLevel: 0x16,
  Anchor: 0x05,
  EMI: 0x06,
  Format: 0x07,
  FreeID: 0x08,
  FreeMem: 0x09,
  Last: 0x0a,
  Mark: 0x0b,
  MaxMsgSize: 0x0c,
  Mem: 0x0d,
  MetInf: 0x0e,
  Next: 0x0f,
} as const;

/**
 * DevInf, code page 0 of a device information document (OMA SyncML Device Information 1.2 §6). UTC
 * to SupportLargeObjs came with 1.1, Property and later with 1.2; 1.1 calls MaxSize "Size".
 */
export const devinfTags = {
  HwV: 0x10,
  Man: 0x11,
  MaxGUIDSize: 0x12,
  MaxID: 0x13,
  MaxMem: 0x14,
  Mod: 0x15,
  OEM: 0x16,
  ParamName: 0x17,
  PropName: 0x18,
  Rx: 0x19,
  SyncType: 0x20,
  Tx: 0x21,
  'Tx-Pref': 0x22,
  ValEnum: 0x23,
  VerCT: 0x24,
  VerDTD: 0x25,
  XNam: 0x26,
  XVal: 0x27,
  UTC: 0x28,
  SupportNumberOfChanges: 0x29,
  'Filter-Rx': 0x30,
  FilterCap: 0x31,
  FilterKeyword: 0x32,
  FieldLevel: 0x33,
  SupportHierarchicalSync: 0x34,
  CTCap: 0x05,
  CTType: 0x06,
  DataStore: 0x07,
  DataType: 0x08,
  DevID: 0x09,
  DevInf: 0x0a,
  DevTyp: 0x0b,
  DisplayName: 0x0c,
  DSMem: 0x0d,
  Ext: 0x0e,
  FwV: 0x0f,
  'Rx-Pref': 0x1a,
  SharedMem: 0x1b,
  MaxSize: 0x1c,
  SourceRef: 0x1d,
  SwV: 0x1e,
  SyncCap: 0x1f,
  SupportLargeObjs: 0x2a,
  Property: 0x2b,
  PropParam: 0x2c,
  MaxOccur: 0x2d,
  NoTruncate: 0x2e,
} as const;

/** Name of an element in code page 0 of a SyncML document. */
export type SyncmlTag = keyof typeof syncmlTags;

/** Name of an element in code page 1 of a SyncML document. */
export type MetinfTag = keyof typeof metinfTags;

/** Name of an element of a device information document. */
export type DevinfTag = keyof typeof devinfTags;
