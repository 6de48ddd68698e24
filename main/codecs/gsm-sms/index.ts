export {
  addressOf,
  addressTypes,
  formatAddress,
  readAddress,
  readServiceCentre,
  type SmsAddress,
} from './address.ts';
export {
  atCommandPdu,
  decodeAtPdu,
  decodeIncoming,
  encodeAtPdu,
  type AtCommandPdu,
  type AtPdu,
  type IncomingSms,
} from './at-pdu.ts';
export { alphabetOf, dataCodings, type SmsAlphabet } from './data-coding.ts';
export { decodeDeliver, encodeDeliver, type SmsDeliver } from './deliver.ts';
export { describeText } from './describe-text.ts';
export { firstOctetFlags, messageTypes } from './first-octet.ts';
export { septetsToText, textToSeptets } from './gsm7-alphabet.ts';
export {
  fillBits,
  headerSeptets,
  packedLength,
  packSeptets,
  unpackSeptets,
} from './gsm7-packing.ts';
export {
  joinSegments,
  segmentBinary,
  segmentText,
  type SegmentReference,
  type SmsSegment,
  type TextSegments,
} from './segment.ts';
export { SegmentCollector, type CollectedMessage } from './segment-collector.ts';
export {
  decodeStatusReport,
  deliveryOutcome,
  encodeStatusReport,
  type DeliveryOutcome,
  type SmsStatusReport,
} from './status-report.ts';
export {
  decodeSubmit,
  encodeSubmit,
  submitsOf,
  type SmsSubmit,
  type SubmitOptions,
} from './submit.ts';
export {
  readTimestamp,
  timestampFromEpoch,
  timestampToEpoch,
  type SmsTimestamp,
} from './timestamp.ts';
export { decodeUcs2, encodeUcs2 } from './ucs2.ts';
export { textOfUserData } from './user-data.ts';
export {
  decodeUserDataHeader,
  elementIds,
  encodeUserDataHeader,
  wapPushPorts,
  type SmsConcatenation,
  type SmsInformationElement,
  type SmsPorts,
  type UserDataHeader,
} from './user-data-header.ts';
export { readValidity, validityMinutes, validityOctet, type SmsValidity } from './validity.ts';
