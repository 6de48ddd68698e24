import { concatBytes, encodeUtf8, equalBytes, fromHex, toHex } from '../bytes.ts';
import { CodecError } from '../codec-error.ts';
import { encodeSemiOctets } from '../gsm-sms/semi-octets.ts';
import { hmacSha1 } from '../hash.ts';
import { provisioningSecretLimits } from '../limits.ts';

/**
 * What a phone checks a document against (OMA-WAP-TS-ProvBoot-V1_1 §4.6.1): nothing, the number
 * of its SIM, a PIN that its user types in, both, or a PIN that carries the check itself.
 */
export const provisioningSecurities = [
  'none',
  'netwpin',
  'userpin',
  'usernetwpin',
  'userpinmac',
] as const;

/** A value of {@link provisioningSecurities}. */
export type ProvisioningSecurity = (typeof provisioningSecurities)[number];

/** The kinds whose push carries a MAC. */
export type SignedSecurity = Exclude<ProvisioningSecurity, 'none' | 'userpinmac'>;

/** What a MAC is made with; which of them depends on the kind. */
export type ProvisioningSecrets = {
  /** Digits that the user types in. */
  readonly pin?: string | undefined;
  /** Number of the SIM, 6 to 15 digits (GSM 03.03 §2.2). */
  readonly imsi?: string | undefined;
};

/** The part of a push that a MAC vouches for, and the MAC. */
export type SignedProvisioning = {
  readonly security: ProvisioningSecurity;
  /** 40 hex digits of either case. */
  readonly mac?: string | undefined;
  /** The WBXML document. */
  readonly body: Uint8Array;
};

const digits = /^[0-9]+$/;
/** Nibbles in front of an IMSI that tell an even from an odd number of digits. */
const [evenParity, oddParity] = ['1', '9'];
const { imsiDigits, pinDigits } = provisioningSecretLimits;

/**
 * Octets of an IMSI as the SIM has them, without the length octet (GSM 11.11 §10.3.2): a parity
 * nibble in front, a filler behind an even number of digits, nibbles swapped. Anything but 6 to 15
 * digits is a CodecError `invalid-value`.
 */
export function imsiKey(imsi: string): Uint8Array {
  const isIdentity = imsi.length >= imsiDigits.least && imsi.length <= imsiDigits.most;
  if (!isIdentity || !digits.test(imsi)) throw new CodecError('provisioning', 'invalid-value');
  const parity = imsi.length % 2 === 0 ? evenParity : oddParity;
  return encodeSemiOctets(`${parity}${imsi}`);
}

/**
 * The MAC parameter of a push: HMAC-SHA1 over the document in 40 upper-case hex digits
 * (OMA-WAP-TS-ProvBoot-V1_1 §4.6.1). A secret that the kind needs and that is not given is a
 * CodecError `missing`, one that is no number `invalid-value`.
 */
export function provisioningMac(
  security: SignedSecurity,
  wbxml: Uint8Array,
  secrets: ProvisioningSecrets,
): string {
  return toHex(hmacSha1(macKey(security, secrets), wbxml)).toUpperCase();
}

/**
 * The PIN that the user of a USERPINMAC document dials: the key and, digit for digit, as much of
 * the MAC (OMA-WAP-TS-ProvBoot-V1_1 §4.6.1.4). The key has 1 to 16 digits.
 */
export function userPinMac(key: string, wbxml: Uint8Array): string {
  const mac = hmacSha1(pinKey(key), wbxml);
  const check = [...mac.subarray(0, key.length)].map((octet) => String(octet % 10));
  return `${key}${check.join('')}`;
}

/**
 * Tells whether a document is from someone who knows the secrets, as a phone does. For USERPINMAC
 * `pin` is what the user dialled. Secrets that are absent or no numbers fit nothing, and a document
 * without security proves nothing.
 */
export function verifyProvisioningMac(
  { security, mac, body }: SignedProvisioning,
  secrets: ProvisioningSecrets,
): boolean {
  try {
    if (security === 'none') return false;
    if (security === 'userpinmac') return isUserPinMac(secrets.pin ?? '', body);
    if (mac === undefined) return false;
    return equalBytes(fromHex(mac), hmacSha1(macKey(security, secrets), body));
  } catch (error) {
    if (error instanceof CodecError) return false;
    throw error;
  }
}

function isUserPinMac(pin: string, wbxml: Uint8Array): boolean {
  return pin.length % 2 === 0 && userPinMac(pin.slice(0, pin.length / 2), wbxml) === pin;
}

function macKey(security: SignedSecurity, { pin, imsi }: ProvisioningSecrets): Uint8Array {
  switch (security) {
    case 'netwpin':
      return imsiKey(given(imsi));
    case 'userpin':
      return pinKey(given(pin));
    case 'usernetwpin':
      return concatBytes([imsiKey(given(imsi)), pinKey(given(pin))]);
  }
}

function pinKey(pin: string): Uint8Array {
  if (pin.length > pinDigits || !digits.test(pin)) {
    throw new CodecError('provisioning', 'invalid-value');
  }
  return encodeUtf8(pin, 'provisioning');
}

function given(secret: string | undefined): string {
  if (secret === undefined) throw new CodecError('provisioning', 'missing');
  return secret;
}
