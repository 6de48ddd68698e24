/** A message that a simulated modem took. */
export interface SubmittedSms {
  /** With its plus where it is international. */
  readonly number: string;
  readonly pid: number;
  readonly dcs: number;
  /** Header with its length octet, hex; empty when there is none. */
  readonly udh: string;
  /** User data behind the header as it was packed, hex. */
  readonly data: string;
  readonly wantsReport: boolean;
  /** The PDU line, service centre included. */
  readonly pdu: string;
}

/** What a modem says to a PDU that is not right. */
export class SubmitFault extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.name = 'SubmitFault';
    this.code = code;
  }
}

/**
 * Reads an SMS-SUBMIT octet by octet and strictly, as hardware does (23.040 §9.2.2.2), on purpose
 * without the codec that made it. What is wrong is a {@link SubmitFault}.
 *
 * @param declared What `AT+CMGS=` said: octets without the service centre.
 */
export function checkSubmit(line: string, declared: number): SubmittedSms {
  if (!/^(?:[0-9A-Fa-f]{2})+$/u.test(line)) throw new SubmitFault(304, 'not hex');
  const octets = [...Buffer.from(line, 'hex')];
  const centreLength = octets[0] ?? 0;
  if (centreLength > 12 || centreLength === 1) throw new SubmitFault(304, 'service centre');
  const tpdu = octets.slice(1 + centreLength);
  if (tpdu.length !== declared) throw new SubmitFault(304, `${String(tpdu.length)} octets`);
  let at = 0;
  const next = (): number => {
    const octet = tpdu[at];
    if (octet === undefined) throw new SubmitFault(304, 'too short');
    at += 1;
    return octet;
  };
  const first = next();
  if ((first & 3) !== 1) throw new SubmitFault(304, 'not a SUBMIT');
  next();
  const digits = next();
  const type = next();
  if ((type & 0x80) === 0 || digits === 0 || digits > 20) throw new SubmitFault(304, 'address');
  const swapped = Array.from({ length: Math.ceil(digits / 2) }, next);
  const number = readDigits(swapped, digits, type);
  const pid = next();
  const dcs = next();
  const validity = (first >> 3) & 3;
  for (let left = [0, 7, 1, 7][validity] ?? 0; left > 0; left -= 1) next();
  const length = next();
  const userData = tpdu.slice(at);
  const isSeptets = isSeptetCoding(dcs);
  const expected = isSeptets ? Math.ceil((length * 7) / 8) : length;
  if (userData.length !== expected) throw new SubmitFault(304, 'length of user data');
  if (expected > 140) throw new SubmitFault(305, 'too long');
  const headerLength = (first & 0x40) === 0 ? 0 : checkHeader(userData);
  return {
    ...{ number, pid, dcs },
    udh: hex(userData.slice(0, headerLength)),
    data: hex(userData.slice(headerLength)),
    wantsReport: (first & 0x20) !== 0,
    pdu: line.toUpperCase(),
  };
}

function readDigits(swapped: readonly number[], digits: number, type: number): string {
  const nibbles = swapped.flatMap((octet) => [octet & 15, octet >> 4]);
  const fill = nibbles.slice(digits);
  if (fill.some((nibble) => nibble !== 15)) throw new SubmitFault(304, 'fill of the number');
  const text = nibbles.slice(0, digits).map((nibble) => '0123456789*#abc'[nibble]);
  if (text.includes(undefined)) throw new SubmitFault(304, 'digit of the number');
  return `${((type >> 4) & 7) === 1 ? '+' : ''}${text.join('')}`;
}

/** Octets of the header; its elements have to fill it exactly (23.040 §9.2.3.24). */
function checkHeader(userData: readonly number[]): number {
  const total = (userData[0] ?? 0) + 1;
  if (total > userData.length) throw new SubmitFault(304, 'header longer than user data');
  let at = 1;
  while (at < total) at += 2 + (userData[at + 1] ?? total);
  if (at !== total) throw new SubmitFault(304, 'element longer than the header');
  return total;
}

/** 23.038 §4. */
function isSeptetCoding(dcs: number): boolean {
  const group = dcs >> 4;
  if (group < 4) {
    if ((dcs & 0x20) !== 0) throw new SubmitFault(304, 'compressed');
    return (dcs & 0x0c) === 0;
  }
  if (group === 0xc || group === 0xd) return true;
  if (group === 0xe) return false;
  if (group === 0xf) return (dcs & 4) === 0;
  throw new SubmitFault(304, 'reserved alphabet');
}

function hex(octets: readonly number[]): string {
  return Buffer.from(octets).toString('hex');
}
