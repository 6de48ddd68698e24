export {
  findParameter,
  mediaCode,
  mediaName,
  parameterName,
  parameterTokens,
  securityTokens,
  type WspContentType,
  type WspParameter,
} from './content-type.ts';
export {
  applicationIdOf,
  applicationIdText,
  headerName,
  headerNames,
  type WspHeader,
} from './header.ts';
export { decodePush, encodePush, pushPduType, pushSyncmlHeader, type PushPdu } from './push.ts';
