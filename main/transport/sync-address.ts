import type { IncomingHttpHeaders } from 'node:http';

/** How a request came in. */
export interface Arrival {
  readonly headers: IncomingHttpHeaders;
  readonly isEncrypted: boolean;
  /** Where its connection ended on this machine. */
  readonly localAddress: string;
  readonly localPort: number;
}

/** The address by which a request came. */
export interface Address {
  /** Scheme, host, port and the public address's own path, without a slash behind. */
  readonly base: string;
  /** `name` or `[address]` of the host that the client knows. */
  readonly host: string;
  /** Whether a proxy stands between. */
  readonly isProxied: boolean;
}

/** `name`, `name:port`, `1.2.3.4:port` or `[address]:port`, and nothing that a log could choke on. */
const hostForm = /^(?:\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/iu;
const proxyHeaders = [
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-forwarded-host',
  'forwarded',
  'via',
];

/** The public address; undefined when none is set. A path that ends with the server's is cut off. */
export function parsePublicUrl(publicUrl: string): URL | undefined {
  if (!URL.canParse(publicUrl)) return undefined;
  const url = new URL(publicUrl);
  url.pathname = url.pathname.replace(/\/+$/u, '').replace(/\/syncml$/iu, '');
  return url;
}

/** `host:port` in brackets where it is an IPv6 address. */
export function joinHost(host: string, port: number): string {
  const name = host.replace(/^::ffff:(?=\d)/iu, '');
  return name.includes(':') ? `[${name}]:${port}` : `${name}:${port}`;
}

/**
 * The address by which a client came, from its `Host` header and the public address.
 *
 * What a proxy says about itself counts only where a public address is set: anybody can send such
 * headers, and a client must not be able to choose where another one is sent.
 */
export function addressOf(arrival: Arrival, publicUrl: string): Address {
  const given = arrival.headers.host ?? '';
  const host = hostForm.test(given) ? given : joinHost(arrival.localAddress, arrival.localPort);
  const scheme = arrival.isEncrypted ? 'https' : 'http';
  const direct: Address = {
    base: `${scheme}://${host}`,
    host: host.replace(/:\d+$/u, ''),
    isProxied: false,
  };
  const known = parsePublicUrl(publicUrl);
  const isProxied = proxyHeaders.some((name) => arrival.headers[name] !== undefined);
  if (known === undefined || !isProxied) return direct;
  return {
    base: `${known.protocol}//${known.host}${known.pathname.replace(/\/$/u, '')}`,
    host: known.hostname,
    isProxied: true,
  };
}
