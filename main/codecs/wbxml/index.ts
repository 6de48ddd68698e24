export {
  AttributeTokens,
  type AttributedVocabulary,
  type AttributePage,
} from './attribute-tokens.ts';
export { type WbxmlTags } from './body.ts';
export { decodeWbxml, readWbxmlTree } from './decode.ts';
export { encodeWbxml, encodeWbxmlTree, measureWbxmlTree } from './encode.ts';
export { type WbxmlDocument, type WbxmlElement, type WbxmlNode } from './model.ts';
export {
  readAttributedWbxml,
  type AttributedDocument,
  type AttributedElement,
  type WbxmlAttribute,
} from './read-attributed.ts';
export {
  WbxmlTokenizer,
  type WbxmlAttributeToken,
  type WbxmlHeaderField,
  type WbxmlToken,
} from './tokenizer.ts';
export { writeAttributedWbxml } from './write-attributed.ts';
