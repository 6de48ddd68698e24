import { isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';

/**
 * Names and addresses by which this machine is reached, the likeliest first. IPv6 addresses other
 * than its own loopback are left out: many machines change them every day (RFC 8981), and each would
 * want a new certificate.
 */
export function machineNames(): string[] {
  const addresses = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .map(({ address }) => address)
    .filter((address) => isIP(address) === 4);
  return [...new Set([hostname().toLowerCase(), 'localhost', ...addresses, '127.0.0.1', '::1'])];
}
