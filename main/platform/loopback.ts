import { isIPv4, isIPv6 } from 'node:net';

/** Tells whether a peer's address means this machine (RFC 1122 §3.2.1.3 (g), RFC 4291 §2.5.3). */
export function isLoopback(address: string): boolean {
  const mapped = /^::ffff:(?<v4>\d+\.\d+\.\d+\.\d+)$/iu.exec(address)?.groups?.['v4'];
  const plain = mapped ?? address;
  if (isIPv4(plain)) return plain.startsWith('127.');
  return isIPv6(plain) && plain === '::1';
}

/** `localhost` and the loopback addresses, the one of IPv6 with or without the brackets of a URL. */
const loopbackHost = /^(?:localhost(?:$|\.)|127\.|\[?::1\]?$)/iu;

/** Tells whether a host, as a listener or a URL names it, means this machine alone (RFC 6761 §6.3). */
export function isLoopbackHost(host: string): boolean {
  return loopbackHost.test(host);
}
