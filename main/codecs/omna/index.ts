export { contentTypeCode, contentTypeCodes, contentTypeName } from './content-types.ts';
export { applicationIdCodes, applicationIdName } from './application-ids.ts';
