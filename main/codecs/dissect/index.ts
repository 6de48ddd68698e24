export { undecodableKey, type DissectNode } from './node.ts';
export { dissectPush } from './push.ts';
export { dissectSan } from './san.ts';
export { dissectSms, dissectTpdu, segmentBytes } from './sms.ts';
export { dissectWbxml } from './wbxml.ts';
