export {
  decodeSyncml,
  encodeSyncml,
  syncmlTagName,
  type SyncmlDocument,
  type WbxmlForm,
} from './document.ts';
export {
  childrenOf,
  descend,
  devinf,
  metinf,
  syncml,
  textAt,
  textOf,
  type SyncmlElement,
  type SyncmlNode,
  type SyncmlSpace,
} from './elements.ts';
export {
  documentTypeOf,
  type SyncmlDocumentType,
  type SyncmlKind,
  type SyncmlVersion,
} from './public-ids.ts';
export {
  devinfTags,
  metinfTags,
  syncmlTags,
  type DevinfTag,
  type MetinfTag,
  type SyncmlTag,
} from './tags.ts';
export {
  decodeSyncmlMessage,
  encodedMessageSize,
  encodedSize,
  encodeSyncmlMessage,
  type DecodedSyncmlMessage,
  type SyncmlEncoding,
  type SyncmlForm,
} from './message/message-codec.ts';
export { chunkEnd } from './message/chunk.ts';
export { readDeviceInfo } from './message/read-device-info.ts';
export { writeDeviceInfo } from './message/write-device-info.ts';
export type * from './message/device-info.ts';
export { readMessage } from './message/read-message.ts';
export { writeMessage } from './message/write-message.ts';
export { basicType, md5Type } from './message/credential-types.ts';
export type * from './message/model.ts';
export { decodeSyncmlXml } from './xml/read-xml.ts';
export { canStandInXml } from './xml/text.ts';
export { encodeSyncmlXml } from './xml/write-xml.ts';
export { readableSyncml, type ReadableOptions } from './inspect/readable.ts';
export { redactCredentials } from './inspect/redact.ts';
