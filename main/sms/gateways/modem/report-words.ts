import type { ReportState } from '../../../../shared/model/message.ts';

/** TP-ST in plain words (23.040 §9.2.3.15). */
const words: Readonly<Record<number, string>> = {
  0x00: 'delivered',
  0x01: 'handed on, delivery not confirmed',
  0x02: 'replaced by a newer message',
  0x20: 'congestion, still trying',
  0x21: 'the phone is busy, still trying',
  0x22: 'no answer from the phone, still trying',
  0x23: 'service refused, still trying',
  0x24: 'quality of service not available, still trying',
  0x25: 'error in the phone, still trying',
  0x30: 'temporary error, still trying',
  0x40: 'error of a procedure',
  0x41: 'the destination is incompatible',
  0x42: 'refused by the phone',
  0x43: 'not obtainable',
  0x44: 'quality of service not available',
  0x45: 'no interworking with the network of the phone',
  0x46: 'validity expired before it could be delivered',
  0x47: 'deleted by the sender',
  0x48: 'deleted by the service centre',
  0x49: 'the service centre does not know the message',
  0x60: 'congestion, given up',
  0x61: 'the phone is busy, given up',
  0x62: 'no answer from the phone, given up',
  0x63: 'service refused, given up',
  0x64: 'quality of service not available, given up',
  0x65: 'error in the phone, given up',
};

const expired = 0x46;

/** What a report of delivery says, and its number. */
export function reportText(status: number): string {
  const number = `status ${status.toString(16).padStart(2, '0')}`;
  const meaning = words[status] ?? classWords(status);
  return `${meaning} (${number})`;
}

/** State that a report of delivery puts a message in. */
export function reportStateOf(status: number): ReportState {
  if (status < 0x20) return 'delivered';
  if (status < 0x40) return 'enroute';
  return status === expired ? 'expired' : 'failed';
}

function classWords(status: number): string {
  if (status < 0x20) return 'delivered';
  if (status < 0x40) return 'not yet delivered, still trying';
  return status < 0x60 ? 'not delivered' : 'not delivered, given up';
}
