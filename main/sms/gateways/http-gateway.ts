import { connect as connectTcp } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Clock } from '../../platform/clock.ts';
import type { GatewayRow } from '../../store/types.ts';
import type { UrlTemplate } from '../template/url-template.ts';
import { judgeAnswer } from './http-answer.ts';
import { createHttpCaller, errorText } from './http-call.ts';
import { parseRequestTemplate, showRequest } from './http-request.ts';
import type { Gateway, GatewayCheck, HandOver } from './gateway.ts';
import { createSafePattern } from './safe-pattern.ts';
import type { SafePattern } from './safe-pattern.ts';
import { createSecretMask, typedSecrets } from './secret-mask.ts';

/** What a gateway is opened with. */
export interface HttpGatewayOptions {
  readonly clock: Clock;
  readonly row: GatewayRow;
  readonly password: string | undefined;
}

/**
 * Opens a gateway that hands messages over by HTTP; undefined when its templates or patterns are
 * faulty, which stored ones are only after a change of the template language.
 */
export function openHttpGateway(options: HttpGatewayOptions): Gateway | undefined {
  const { clock, row } = options;
  const parsed = parseRequestTemplate(row);
  const success = optionalPattern(row.successPattern);
  const id = optionalPattern(row.idPattern);
  if (!parsed.ok || success === 'faulty' || id === 'faulty') return undefined;
  const { request } = parsed;
  const { url } = request;
  const password = options.password ?? '';
  const masks = [
    createSecretMask(password, row.user),
    createSecretMask(url.userInfo?.password, url.userInfo?.user ?? ''),
    ...[row.url, row.body].flatMap(typedSecrets).map((secret) => createSecretMask(secret, '')),
  ];
  const mask = (text: string): string => masks.reduce((masked, each) => each(masked), text);
  const rules = { success, id, mask };
  const caller = createHttpCaller({
    clock,
    url,
    timeoutMs: row.timeoutMs,
    connections: row.concurrency,
  });

  return {
    async handOver(message, signal): Promise<HandOver> {
      let last: HandOver = { outcome: 'refused', ...emptyMessage };
      let providerId: string | null = null;
      for (const wanted of request.requests(message, password)) {
        const answer = await caller.call(wanted, signal);
        if (answer.kind === 'aborted') return { outcome: 'aborted' };
        last = judgeAnswer(answer, { ...rules, isQuiet: message.hasSecrets });
        if (last.outcome !== 'accepted') return last;
        // The id of the first part is what providers report about long messages.
        providerId ??= last.providerId;
      }
      return last.outcome === 'accepted' ? { ...last, providerId } : last;
    },
    check: (signal) => checkConnection(url, clock, row.timeoutMs, signal),
    describe(message) {
      return request
        .requests(message, undefined)
        .map((wanted) => mask(showRequest(url, wanted)))
        .join('\n');
    },
    close: () => caller.close(),
  };
}

const emptyMessage = {
  reason: 'refused',
  detail: 'the message has no parts',
  permanent: true,
  fault: 'message',
} as const;

function optionalPattern(source: string): SafePattern | undefined | 'faulty' {
  return source === '' ? undefined : (createSafePattern(source) ?? 'faulty');
}

/** Opens a connection, with TLS where the URL asks for it, and closes it again. */
function checkConnection(
  url: UrlTemplate,
  clock: Clock,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<GatewayCheck> {
  const isSecure = url.protocol === 'https:';
  const { hostname: host, port } = url;
  return new Promise((resolve) => {
    const servername = /^[\d.]+$|:/u.test(host) ? {} : { servername: host };
    const socket = isSecure
      ? connectTls({ host, port, ...servername })
      : connectTcp({ host, port });
    function settle(check: GatewayCheck): void {
      stopTimer();
      signal.removeEventListener('abort', abort);
      socket.destroy();
      resolve(check);
    }
    function failed(detail: string): void {
      settle({ ok: false, reason: 'unreachable', detail });
    }
    function abort(): void {
      failed('stopped');
    }
    const stopTimer = clock.after(timeoutMs, () => {
      failed(`no connection within ${String(timeoutMs / 1_000)} s`);
    });
    signal.addEventListener('abort', abort, { once: true });
    socket.once(isSecure ? 'secureConnect' : 'connect', () => {
      const way = isSecure ? 'TCP, TLS' : 'TCP';
      settle({ ok: true, reason: 'ok', detail: `${url.host} answers (${way})` });
    });
    socket.on('error', (error) => failed(errorText(error)));
  });
}
