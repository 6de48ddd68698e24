export {
  charsets,
  contentTypeCode,
  contentTypeCodes,
  contentTypeName,
  contentTypeNames,
} from './content-types.ts';
export { applicationIdCodes, applicationIdName } from './application-ids.ts';
