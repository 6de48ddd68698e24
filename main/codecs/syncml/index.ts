export { decodeSyncml, encodeSyncml, syncmlTagName, type SyncmlDocument } from './document.ts';
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
