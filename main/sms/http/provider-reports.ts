import { createHmac, timingSafeEqual } from 'node:crypto';
import type { GatewayOptions } from '../../../shared/model/gateway.ts';
import type { Clock } from '../../platform/clock.ts';
import type { LogWriter } from '../../platform/logbook.ts';
import { createRateLimit } from '../../platform/rate-limit.ts';
import type { Random } from '../../platform/random.ts';
import type { Store } from '../../store/types.ts';
import type { ProviderReport } from '../gateways/gateway.ts';
import { createSafePattern } from '../gateways/safe-pattern.ts';
import type { SmsHttpAnswer, SmsHttpRequest } from './ports.ts';
import { readReport } from './report-fields.ts';
import type { ReportFields } from './report-fields.ts';
import { judgeReport, unknownWords } from './report-words.ts';

/** What reports of providers work with. */
export interface ProviderReportsDeps {
  readonly store: Pick<Store, 'secrets'>;
  readonly random: Random;
  readonly clock: Clock;
  readonly log: LogWriter;
  /**
   * The root at which the devices' listener is reached, from outside or from this machine; null while
   * nobody knows it.
   */
  base(reach: 'here' | 'outside'): string | null;
  /** The options of a gateway; undefined for one that is gone. */
  optionsOf(
    gatewayId: string,
  ): Pick<GatewayOptions, 'deliveredPattern' | 'undeliveredPattern'> | undefined;
  /** What a gateway is called. */
  nameOf(gatewayId: string): string;
  /** Resolves when the report is stored, or when nobody knows the message. */
  report(gatewayId: string, report: ProviderReport): Promise<void>;
}

/** The addresses at which HTTP providers report what became of messages. */
export interface ProviderReports {
  /** Gets the key of the tokens, or makes it. Before that there are no addresses. */
  load(): Promise<void>;
  /** Where the delivery of a message is to be reported, or null where nobody could reach it. */
  urlOf(gatewayId: string, messageId: string, reach: 'here' | 'outside'): string | null;
  /** Takes a report at `report/<gateway>/<message>/<token>`. */
  handle(request: SmsHttpRequest): Promise<SmsHttpAnswer>;
}

/** The key lies among the secrets; without it, tokens given out before are worth nothing. */
const keyName = 'reports:key';
const keyOctets = 32;
/** 128 bits: a token is for one message and worth nothing else. */
const tokenOctets = 16;
/** A report is some hundred octets. */
const longestBody = 65_536;
/** A provider whose words are not understood says them for every message: once is enough. */
const unknownQuietMs = 3_600_000;
/** More gateways than anybody has. */
const rememberedGateways = 1_000;

/** Makes the addresses for reports of HTTP providers. */
export function createProviderReports(deps: ProviderReportsDeps): ProviderReports {
  const { store, random, clock, log } = deps;
  const told = createRateLimit(clock, {
    limit: 1,
    windowMs: unknownQuietMs,
    keys: rememberedGateways,
  });
  let key: Buffer | undefined;

  function tokenOf(gatewayId: string, messageId: string, usedKey: Buffer): Buffer {
    const mac = createHmac('sha256', usedKey).update(`${gatewayId}/${messageId}`, 'utf8').digest();
    return mac.subarray(0, tokenOctets);
  }

  function isGenuine(gatewayId: string, messageId: string, token: string): boolean {
    const given = Buffer.from(token, 'base64url');
    if (key === undefined || given.length !== tokenOctets) return false;
    return timingSafeEqual(given, tokenOf(gatewayId, messageId, key));
  }

  /** Says once in a while what a provider said that nobody understands. */
  function tellUnknown(gatewayId: string, report: ReportFields): void {
    if (told.waitSeconds(gatewayId) > 0) return;
    told.count(gatewayId);
    const params = { gateway: deps.nameOf(gatewayId), said: unknownWords(report) };
    log.write({ level: 'info', area: 'sms', key: 'sms-api.report-unknown', gatewayId, params });
  }

  return {
    async load() {
      const stored = await store.secrets.get(keyName);
      if (stored === undefined) {
        key = Buffer.from(random.bytes(keyOctets));
        await store.secrets.set(keyName, key.toString('hex'));
      } else key = Buffer.from(stored, 'hex');
    },

    urlOf(gatewayId, messageId, reach) {
      const base = deps.base(reach)?.replace(/\/+$/u, '');
      if (base === undefined || key === undefined) return null;
      const token = tokenOf(gatewayId, messageId, key).toString('base64url');
      return `${base}/sms/report/${gatewayId}/${messageId}/${token}`;
    },

    async handle(request) {
      const [, gatewayId = '', messageId = '', token = '', ...rest] = request.path.split('/');
      if (rest.length > 0 || !isGenuine(gatewayId, messageId, token)) {
        return answer(404, 'Not found');
      }
      if (request.method !== 'GET' && request.method !== 'POST') {
        return answer(405, 'Method not allowed', { allow: 'GET, POST' });
      }
      if (request.body.length > longestBody) return answer(413, 'Too large');
      const report = readReport(request);
      const options = deps.optionsOf(gatewayId);
      const judged = judgeReport(report, {
        delivered: patternOf(options?.deliveredPattern),
        undelivered: patternOf(options?.undeliveredPattern),
      });
      try {
        if (judged === undefined) tellUnknown(gatewayId, report);
        else await deps.report(gatewayId, { messageId, ...judged });
      } catch {
        // Not stored: a provider that keeps reports sends it again.
        return answer(503, 'Try again later', { 'retry-after': '30' });
      }
      return answer(200, acknowledgement(report));
    },
  };
}

function patternOf(source = ''): ReturnType<typeof createSafePattern> {
  return source === '' ? undefined : createSafePattern(source);
}

/** Jasmin repeats a report until it is answered with these very words. */
function acknowledgement({ fields }: ReportFields): string {
  const names = new Set(fields.map(([name]) => name));
  const isJasmin = ['messagestatus', 'level', 'id'].every((name) => names.has(name));
  return isJasmin ? 'ACK/Jasmin' : 'OK';
}

function answer(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): SmsHttpAnswer {
  const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  return { status, headers: { ...plain, ...headers }, body };
}
