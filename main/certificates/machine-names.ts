import { isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';

/** Link-local addresses mean nothing without their interface (RFC 4007 §11). */
const linkLocal = /^fe80:/iu;

/** Names and addresses by which this machine is reached, the likeliest first. */
export function machineNames(): string[] {
  const addresses = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .map(({ address }) => address)
    .filter((address) => isIP(address) !== 0 && !linkLocal.test(address));
  return [...new Set([hostname().toLowerCase(), 'localhost', ...addresses, '127.0.0.1', '::1'])];
}
