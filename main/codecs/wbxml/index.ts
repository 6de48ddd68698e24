export { type WbxmlTags } from './body.ts';
export { decodeWbxml, readWbxmlTree } from './decode.ts';
export { encodeWbxml, encodeWbxmlTree, measureWbxmlTree } from './encode.ts';
export { type WbxmlDocument, type WbxmlElement, type WbxmlNode } from './model.ts';
export { WbxmlTokenizer, type WbxmlHeaderField, type WbxmlToken } from './tokenizer.ts';
