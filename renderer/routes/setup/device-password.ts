/** Letters and digits that are not taken for one another, also when typed on a phone's keys. */
const signs = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A password for devices that can be typed on a phone: three groups of four signs, 60 random bits. */
export function makeDevicePassword(): string {
  const octets = crypto.getRandomValues(new Uint8Array(12));
  const text = [...octets].map((octet) => signs.charAt(octet % signs.length)).join('');
  return text.replace(/(.{4})(?=.)/gu, '$1-');
}
