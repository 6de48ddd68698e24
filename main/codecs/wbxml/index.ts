export { decodeWbxml } from './decode.ts';
export { encodeWbxml } from './encode.ts';
export { type WbxmlDocument, type WbxmlElement, type WbxmlNode } from './model.ts';
export { WbxmlTokenizer, type WbxmlHeaderField, type WbxmlToken } from './tokenizer.ts';
