import { isIP } from 'node:net';
import { isLoopback } from './loopback.ts';

/** What a request says of where it comes from. */
interface Arrived {
  /** Address of the peer. */
  readonly remote: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/**
 * Address of the browser. A proxy on this machine says last in `X-Forwarded-For` who has asked it;
 * what any other peer says about itself counts for nothing.
 */
export function browserAddress({ remote, headers }: Arrived): string {
  const plain = remote.replace(/^::ffff:(?=\d)/iu, '');
  if (!isLoopback(plain)) return plain;
  const last = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return last !== undefined && isIP(last) !== 0 ? last : plain;
}

/** What is counted as one visitor: an IPv4 address, or the /64 that an IPv6 host may choose from. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const whole = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = '', tail] = whole.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = Math.max(0, 8 - front.length - back.length);
  const groups = [
    ...front,
    ...Array.from({ length: tail === undefined ? 0 : gap }, () => '0'),
    ...back,
  ];
  return `${groups.slice(0, 4).join(':')}::/64`;
}
