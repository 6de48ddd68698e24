import { connect as connectTcp } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Clock } from '../../platform/clock.ts';
import type { GatewayRow } from '../../store/types.ts';
import type { OutgoingMessage } from '../outgoing.ts';
import type { UrlTemplate } from '../template/url-template.ts';
import { secretMask } from '../template/values.ts';
import type { AnswerRules } from './http-answer.ts';
import { isLoopbackHost } from '../../platform/loopback.ts';
import { judgeAnswer, parseStatuses } from './http-answer.ts';
import { createHttpCaller, errorText } from './http-call.ts';
import { parseRequestTemplate, showRequest, shownSecrets } from './http-request.ts';
import type { Gateway, GatewayCheck, HandOver } from './gateway.ts';
import { createSafePattern } from './safe-pattern.ts';
import type { SafePattern } from './safe-pattern.ts';
import { createSecretMask, typedHeaderSecrets, typedSecrets } from './secret-mask.ts';

/** What a gateway is opened with. */
export interface HttpGatewayOptions {
  readonly clock: Clock;
  readonly row: GatewayRow;
  readonly password: string | undefined;
  /**
   * The address at which the delivery of a message is to be reported, reachable from this machine
   * alone or from outside; null where there is none. Nobody is asked for reports without it.
   */
  reportUrl?(gatewayId: string, messageId: string, reach: 'here' | 'outside'): string | null;
}

/**
 * Opens a gateway that hands messages over by HTTP; undefined when its templates or patterns are
 * faulty, which stored ones are only after a change of the template language.
 */
export function openHttpGateway(options: HttpGatewayOptions): Gateway | undefined {
  const { clock, row } = options;
  const parsed = parseRequestTemplate(row);
  const rules = answerRules(row);
  if (!parsed.ok || rules === undefined) return undefined;
  const { request } = parsed;
  const { url } = request;
  const password = options.password ?? '';
  const typed = [...[row.url, row.body].flatMap(typedSecrets), ...typedHeaderSecrets(row.headers)];
  const masks = [
    createSecretMask(password, row.user),
    createSecretMask(url.userInfo?.password, url.userInfo?.user ?? ''),
    ...typed.map((secret) => createSecretMask(secret, '')),
  ];
  const mask = (text: string): string => masks.reduce((masked, each) => each(masked), text);
  const caller = createHttpCaller({
    clock,
    url,
    timeoutMs: row.timeoutMs,
    connections: row.concurrency,
  });
  const reach = isLoopbackHost(url.hostname) ? 'here' : 'outside';
  const reportUrlOf = (messageId: string): string =>
    (row.options.reports ? options.reportUrl?.(row.id, messageId, reach) : null) ?? '';

  return {
    async handOver(message, signal): Promise<HandOver> {
      if (!request.carries(message)) return notCarried(message);
      const reportUrl = reportUrlOf(message.id);
      const judging = { ...rules, mask: alsoMasking(mask, reportUrl), isQuiet: message.hasSecrets };
      let last: HandOver = { outcome: 'refused', ...emptyMessage };
      const ids: (string | null)[] = [];
      for (const wanted of request.requests(message, { password, reportUrl })) {
        const answer = await caller.call(wanted, signal);
        if (answer.kind === 'aborted') return { outcome: 'aborted' };
        last = judgeAnswer(answer, judging);
        if (last.outcome !== 'accepted') return last;
        ids.push(last.providerId);
      }
      return last.outcome === 'accepted' ? { ...last, ...idsOf(ids) } : last;
    },
    check: (signal) => checkConnection(url, clock, row.timeoutMs, signal),
    describe(message) {
      return request
        .requests(message, shownSecrets)
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

/** A provider for texts alone would make rubbish of an alert, which no phone understands. */
function notCarried({ alphabet }: OutgoingMessage): HandOver {
  const detail =
    alphabet === 'binary'
      ? 'this gateway takes texts only: its template sends no binary data with a header'
      : 'the template of this gateway sends no texts';
  return { ...emptyMessage, outcome: 'refused', detail, fault: 'gateway', isOnlyThis: true };
}

/** The id of the first part is what providers report about long messages. */
function idsOf(
  ids: readonly (string | null)[],
): Pick<Extract<HandOver, { outcome: 'accepted' }>, 'providerId' | 'partIds'> {
  const known = ids.filter((id) => id !== null);
  const isComplete = ids.length > 1 && known.length === ids.length;
  return { providerId: known[0] ?? null, ...(isComplete ? { partIds: known } : {}) };
}

/** Whoever has the token at the end of the address can report for this message. */
function alsoMasking(mask: (text: string) => string, reportUrl: string): (text: string) => string {
  const token = reportUrl.slice(reportUrl.lastIndexOf('/') + 1);
  return token === '' ? mask : (text) => mask(text).replaceAll(token, secretMask);
}

/** How answers are judged by what an admin wrote; undefined when some of it is faulty. */
function answerRules(
  row: GatewayRow,
): Pick<AnswerRules, 'statuses' | 'success' | 'refused' | 'retry' | 'id'> | undefined {
  const { successStatus, refusedPattern, retryPattern } = row.options;
  const statuses = parseStatuses(successStatus);
  const success = optionalPattern(row.successPattern);
  const refused = optionalPattern(refusedPattern);
  const retry = optionalPattern(retryPattern);
  const id = optionalPattern(row.idPattern);
  if (statuses === undefined || success === 'faulty' || refused === 'faulty') return undefined;
  if (retry === 'faulty' || id === 'faulty') return undefined;
  return { statuses, success, refused, retry, id };
}

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
