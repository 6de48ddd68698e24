import { createHash, timingSafeEqual } from 'node:crypto';
import type { AppErrorCode, ErrorParams } from '../../shared/model/errors.ts';
import { appErrors } from '../../shared/model/errors.ts';
import { isLoopback } from '../platform/loopback.ts';

/** A request to one of the doors, free of any HTTP framework. */
export interface DoorRequest {
  /** Names in lower case, as Node has them. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
  /** Address of the peer. */
  readonly remote: string;
}

/** The answer; `body` is sent as JSON, null as nothing. */
export interface DoorResponse {
  readonly status: number;
  readonly body: unknown;
}

/** How a door is set; asked at every request. */
export interface DoorConfig {
  readonly enabled: boolean;
  /** Bearer token; undefined takes requests of this machine only. */
  readonly token: string | undefined;
}

/** An error as a program reads it: a code that is stable, and what it is about. */
export function doorError(
  code: AppErrorCode,
  params: ErrorParams = {},
  status: number = appErrors[code].status,
): DoorResponse {
  return { status, body: { error: { code, params } } };
}

function header(request: DoorRequest, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

/** Password of `Basic`, or token of `Bearer` (RFC 7617, RFC 6750 §2.1). */
function credentials(request: DoorRequest): string | undefined {
  const [, scheme, value] =
    /^(Bearer|Basic) +(\S+)$/iu.exec(header(request, 'authorization')) ?? [];
  if (scheme === undefined || value === undefined) return undefined;
  if (scheme.toLowerCase() === 'bearer') return value;
  const pair = Buffer.from(value, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  return colon < 0 ? undefined : pair.slice(colon + 1);
}

/** Compares in a time that tells nothing; hashing first makes the lengths equal. */
function isSame(left: string, right: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest();
  return timingSafeEqual(hash(left), hash(right));
}

/** Says why a request is not let in, or null. */
export function refusalOf(
  request: DoorRequest,
  config: DoorConfig,
  limitOctets: number,
): DoorResponse | null {
  if (!config.enabled) return doorError('UNAVAILABLE');
  if (config.token === undefined) {
    // A web page in a browser on this machine is no local program, though its peer is loopback:
    // browsers say where a page comes from, and cannot send JSON elsewhere without asking first.
    const isFromPage = header(request, 'origin') !== '' || header(request, 'sec-fetch-site') !== '';
    if (isFromPage || !isLoopback(request.remote)) return doorError('UNAUTHENTICATED');
  } else {
    const given = credentials(request);
    if (given === undefined || !isSame(given, config.token)) return doorError('UNAUTHENTICATED');
  }
  if (request.body.length > limitOctets) return doorError('TOO_LARGE', { octets: limitOctets });
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/iu.test(header(request, 'content-type'))) {
    return doorError('INVALID_INPUT', { contentType: 'application/json' }, 415);
  }
  return null;
}

/** The body as JSON, or undefined when it is none. */
export function jsonOf(request: DoorRequest): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(request.body));
  } catch {
    return undefined;
  }
}
