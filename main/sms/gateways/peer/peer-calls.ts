import type { Clock } from '../../../platform/clock.ts';
import type { GatewayRow } from '../../../store/types.ts';
import { createHttpCaller } from '../http-call.ts';
import type { HttpAnswer } from '../http-call.ts';
import type { PeerAddress } from './peer-address.ts';
import { peerLimits } from './peer-limits.ts';

/** The requests to another Pushdesk. None rejects. */
export interface PeerCalls {
  ping(signal: AbortSignal): Promise<HttpAnswer>;
  send(form: URLSearchParams, signal: AbortSignal): Promise<HttpAnswer>;
  /** Waits a while for reports behind the cursor. */
  reports(cursor: string, signal: AbortSignal): Promise<HttpAnswer>;
  close(): void;
}

/** Makes them. The password travels in a header alone: addresses end in logs. */
export function createPeerCalls(
  clock: Clock,
  { target, path }: PeerAddress,
  row: Pick<GatewayRow, 'user' | 'timeoutMs' | 'concurrency'>,
  password: string,
): PeerCalls {
  const { user, timeoutMs, concurrency } = row;
  const own = { clock, url: target };
  const sending = createHttpCaller({ ...own, timeoutMs, connections: concurrency });
  const pollMs = peerLimits.pollSeconds * 1_000 + peerLimits.pollGraceMs;
  const polling = createHttpCaller({
    ...own,
    timeoutMs: pollMs,
    connections: 1,
    answerOctets: peerLimits.pollOctets,
  });
  const pinging = createHttpCaller({ ...own, timeoutMs, connections: 1 });
  const credentials = Buffer.from(`${user}:${password}`, 'utf8').toString('base64');
  const headers = {
    host: target.host,
    accept: 'application/json',
    ...(user === '' && password === '' ? {} : { authorization: `Basic ${credentials}` }),
  };

  return {
    ping: (signal) =>
      pinging.call({ method: 'GET', path: `${path}ping`, headers, body: undefined }, signal),
    send: (form, signal) =>
      sending.call(
        {
          method: 'POST',
          path,
          headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
          body: form.toString(),
        },
        signal,
      ),
    reports(cursor, signal) {
      const query = new URLSearchParams({ after: cursor, wait: String(peerLimits.pollSeconds) });
      const wanted = {
        method: 'GET',
        path: `${path}reports?${query.toString()}`,
        headers,
      } as const;
      return polling.call({ ...wanted, body: undefined }, signal);
    },
    close() {
      for (const caller of [sending, polling, pinging]) caller.close();
    },
  };
}
