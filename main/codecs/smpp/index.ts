export { smppStatuses, statusName, type SmppBindKind } from './commands.ts';
export { SmppFramer } from './framer.ts';
export {
  esmClasses,
  numberPlans,
  numberTypes,
  type SmppAddress,
  type SmppMessage,
} from './message.ts';
export { parameterOf, parameterTags, type SmppParameter } from './parameters.ts';
export { decodePdu, encodePdu, type SmppBind, type SmppPdu, type SmppPduOf } from './pdu.ts';
export { idSpellings, readReceipt, type SmppMessageState, type SmppReceipt } from './receipt.ts';
