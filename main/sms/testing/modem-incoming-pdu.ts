/** A line behind `+CMT:` or `+CDS:`, and its length without the service centre. */
export interface IncomingPdu {
  readonly line: string;
  readonly length: number;
}

/** +48601000310. */
const serviceCentre = '07918406010013F0';

/** An SMS-DELIVER with a text in the GSM alphabet; letters and digits only. */
export function deliverPdu(number: string, text: string, at: number): IncomingPdu {
  return pdu(`04${address(number)}0000${timestamp(at)}${octet(text.length)}${packed(text)}`);
}

/** An SMS-STATUS-REPORT. */
export function statusReportPdu(report: {
  readonly reference: number;
  readonly number: string;
  readonly status: number;
  readonly at: number;
}): IncomingPdu {
  const time = timestamp(report.at);
  return pdu(
    `06${octet(report.reference)}${address(report.number)}${time}${time}${octet(report.status)}`,
  );
}

function pdu(tpdu: string): IncomingPdu {
  return { line: `${serviceCentre}${tpdu}`, length: tpdu.length / 2 };
}

function address(number: string): string {
  const digits = number.replace('+', '');
  const type = number.startsWith('+') ? '91' : '81';
  return `${octet(digits.length)}${type}${swapped(digits)}`;
}

function timestamp(at: number): string {
  const time = new Date(at).toISOString().replace(/\D/gu, '').slice(2, 14);
  return `${swapped(time)}00`;
}

function swapped(digits: string): string {
  const even = digits.length % 2 === 0 ? digits : `${digits}F`;
  return even.replace(/(.)(.)/gu, '$2$1');
}

function packed(text: string): string {
  const bits = [...text]
    .map((letter) => letter.charCodeAt(0).toString(2).padStart(7, '0'))
    .reverse()
    .join('');
  const padded = bits.padStart(Math.ceil(bits.length / 8) * 8, '0');
  const octets = padded.match(/.{8}/gu) ?? [];
  return octets
    .reverse()
    .map((each) => octet(Number.parseInt(each, 2)))
    .join('');
}

function octet(value: number): string {
  return value.toString(16).toUpperCase().padStart(2, '0');
}
