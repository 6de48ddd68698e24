/** A content type with its version (CTType, VerCT). */
export interface ContentTypeRef {
  readonly type: string;
  readonly version: string;
}

/** A parameter of a property (PropParam). */
export interface ParameterInfo {
  readonly name: string;
  readonly values?: readonly string[];
  readonly displayName?: string;
}

/** A property that a device stores (Property; in 1.0 and 1.1 PropName with what follows it). */
export interface PropertyInfo {
  readonly name: string;
  readonly maxSize?: number;
  readonly maxOccurs?: number;
  readonly noTruncate?: boolean;
  readonly values?: readonly string[];
  readonly parameters?: readonly ParameterInfo[];
  readonly displayName?: string;
}

/** What a device stores of one content type (CTCap). */
export interface ContentCapability extends ContentTypeRef {
  readonly properties: readonly PropertyInfo[];
  readonly fieldLevel?: boolean;
}

/** One datastore of a device (DataStore). */
export interface DatastoreInfo {
  readonly sourceRef: string;
  readonly displayName?: string;
  readonly maxGuidSize?: number;
  readonly receivePreferred: ContentTypeRef;
  readonly receive: readonly ContentTypeRef[];
  readonly sendPreferred: ContentTypeRef;
  readonly send: readonly ContentTypeRef[];
  /** 1.2 keeps them here; those of 1.0 and 1.1 are copied to each datastore that uses the type. */
  readonly capabilities: readonly ContentCapability[];
  readonly supportsHierarchicalSync?: boolean;
  readonly memory?: { readonly maxItems?: number; readonly maxBytes?: number };
  /** SyncType: 1 two-way, 2 slow, 3 one-way client, 4 refresh client, 5 one-way server, 6 refresh server, 7 server alerted. */
  readonly syncTypes: readonly number[];
  readonly filterTypes?: readonly ContentTypeRef[];
}

/** Device information (OMA DS DevInf 1.2 §5), the same for all versions. */
export interface DeviceInfo {
  readonly version: '1.0' | '1.1' | '1.2';
  readonly manufacturer?: string;
  readonly model?: string;
  readonly oem?: string;
  readonly firmwareVersion?: string;
  readonly softwareVersion?: string;
  readonly hardwareVersion?: string;
  readonly deviceId: string;
  readonly deviceType: string;
  readonly utc?: boolean;
  readonly supportsLargeObjects?: boolean;
  readonly supportsNumberOfChanges?: boolean;
  readonly datastores: readonly DatastoreInfo[];
  /** Ext: vendors' own. */
  readonly extensions?: readonly { readonly name: string; readonly values: readonly string[] }[];
}
