import type { Clock } from '../../platform/clock.ts';
import type { LogWriter } from '../../platform/logbook.ts';
import { createRateLimit } from '../../platform/rate-limit.ts';
import type { SmsUserRow } from '../../store/sms-api-types.ts';
import type { Store } from '../../store/types.ts';
import type { SmsSettings } from '../queue/queue-deps.ts';
import type { Submitter } from '../submit.ts';
import type { SmsUsers } from '../users/sms-users.ts';
import {
  jsonAnswer,
  refusalAnswer,
  refusalJson,
  refusalLine,
  textAnswer,
  wantsJson,
} from './answers.ts';
import { createHandIn } from './hand-in.ts';
import type { Taken } from './hand-in.ts';
import { smsHttpLimits } from './limits.ts';
import { readParameters } from './parameters.ts';
import type { Parameters } from './parameters.ts';
import type { SmsHttp, SmsHttpAnswer, SmsHttpRequest } from './ports.ts';
import { isRefusal, refusals } from './refusals.ts';
import type { Refusal } from './refusals.ts';
import type { Reports } from './reports.ts';
import { readSend } from './send-request.ts';
import { createSignIn } from './sign-in.ts';
import type { Caller } from './sign-in.ts';
import { apiState } from './states.ts';

/** What the API needs. */
export interface SmsHttpDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: LogWriter;
  readonly users: SmsUsers;
  readonly reports: Reports;
  readonly submitter: Submitter;
  /** Answers at `/sms/report/…`, where providers bring reports of delivery. */
  readonly providerReports: Pick<SmsHttp, 'handle'>;
  settings(): SmsSettings;
  /** Id of a gateway by its id or name. */
  findGateway(idOrName: string): string | undefined;
  readonly onFault: (error: unknown) => void;
}

/** Tells programs that they speak with Pushdesk, and by which version of this API. */
const apiVersion = 1;
/** A limit that is used up is told in the log so often. */
const limitLineMs = 3_600_000;

/** Makes the API for SMS; docs/sms-api.md describes it. */
export function createSmsHttp(deps: SmsHttpDeps): SmsHttp {
  const { store, clock, log, users, reports, settings, onFault } = deps;
  const requiresUser = (): boolean => settings().apiRequiresUser;
  const signIn = createSignIn({ clock, log, users, requiresUser });
  const handIn = createHandIn(deps);
  const told = createRateLimit(clock, { limit: 1, windowMs: limitLineMs, keys: 1_000 });
  let underWay = 0;

  /** Says once in a while that a user's messages are refused. */
  function tell({ refused }: Refusal, user: SmsUserRow): void {
    if (refused !== 'limit-reached' || told.waitSeconds(user.id) > 0) return;
    told.count(user.id);
    const params = { user: user.name, limit: user.monthlyLimit ?? 0 };
    log.write({ level: 'warn', area: 'sms', key: 'sms-api.limit-reached', params });
  }

  async function send(
    { user }: Caller,
    parameters: Parameters,
    isJson: boolean,
  ): Promise<SmsHttpAnswer | Refusal> {
    const wanted = readSend(parameters, settings().apiMaxParts);
    if ('refused' in wanted) return wanted;
    const results = await handIn.take(user, wanted);
    const [first] = results;
    if (first !== undefined && isRefusal(first)) {
      if (user !== null) tell(first, user);
      // What is refused for every number is refused as a whole.
      if (results.every(isRefusal)) return first;
    }
    return isJson ? jsonResults(wanted.numbers, results) : textAnswer(results.map(line));
  }

  async function readReports(
    { user }: Caller,
    parameters: Parameters,
  ): Promise<SmsHttpAnswer | Refusal> {
    if (user === null) return { refused: 'login-needed' };
    const wait = parameters.get('wait');
    if (!/^\d{0,5}$/u.test(wait)) return { refused: 'parameter-invalid' };
    const seconds = Math.min(Number(wait), smsHttpLimits.waitSeconds);
    const page = await reports.read(user, parameters.get('after'), seconds * 1_000);
    const shown = page.reports.map(({ messageId, reference, state, detail, at }) => {
      return { id: messageId, ref: reference, state, detail, at };
    });
    return jsonAnswer({ reports: shown, cursor: page.cursor });
  }

  async function status(
    { user }: Caller,
    parameters: Parameters,
    isJson: boolean,
  ): Promise<SmsHttpAnswer | Refusal> {
    const id = parameters.get('id');
    const message = id === '' || id.length > 64 ? undefined : await store.messages.get(id);
    const isOwn = message?.source === 'api' && message.userId === (user?.id ?? null);
    if (message === undefined || !isOwn) return { refused: 'message-unknown' };
    const state = apiState(message);
    if (!isJson) return textAnswer([`OK ${state}`]);
    const { number, detail, parts, createdAt } = message;
    const at = message.endedAt ?? createdAt;
    return jsonAnswer({ id, number, state, detail, at, parts: parts.length });
  }

  function ping({ user }: Caller, isJson: boolean): SmsHttpAnswer {
    if (!isJson) return textAnswer(['OK pushdesk']);
    return jsonAnswer({ pushdesk: apiVersion, user: user?.name ?? null });
  }

  async function serve(request: SmsHttpRequest, isJson: boolean): Promise<SmsHttpAnswer | Refusal> {
    const { method, path } = request;
    if (!settings().apiEnabled) return { refused: 'off' };
    if (path !== '' && path !== 'reports' && path !== 'status' && path !== 'ping') {
      return { refused: 'path-unknown' };
    }
    if (method !== 'GET' && method !== 'POST') return { refused: 'method-wrong' };
    if (isFromPage(request)) return { refused: 'from-a-page' };
    const parameters = readParameters(request);
    if ('refused' in parameters) return parameters;
    const signedIn = signIn.check(request, parameters);
    const caller = signedIn instanceof Promise ? await signedIn : signedIn;
    if (isRefusal(caller)) return caller;
    if (caller.user !== null) users.used(caller.user);
    switch (path) {
      case 'reports':
        return await readReports(caller, parameters);
      case 'status':
        return await status(caller, parameters, isJson);
      case 'ping':
        return ping(caller, isJson);
      default:
        return await send(caller, parameters, isJson);
    }
  }

  return {
    async handle(request) {
      if (request.path.startsWith('report/')) return await deps.providerReports.handle(request);
      const isJson = wantsJson(request);
      if (underWay >= smsHttpLimits.underWay) return refusalAnswer(busy, isJson);
      underWay += 1;
      try {
        const answer = await serve(request, isJson);
        return isRefusal(answer) ? refusalAnswer(answer, isJson) : answer;
      } catch (error) {
        onFault(error);
        return refusalAnswer({ refused: 'unavailable' }, isJson);
      } finally {
        underWay -= 1;
      }
    },
    stop: () => reports.stop(),
  };
}

const busy: Refusal = { refused: 'busy', retryAfterSeconds: smsHttpLimits.retryAfterSeconds };

/**
 * Browsers say where a page comes from: none may send SMS behind the back of who looks at it. An
 * address that a person has typed in comes from no page.
 */
function isFromPage({ headers }: SmsHttpRequest): boolean {
  const site = headers['sec-fetch-site'];
  return headers['origin'] !== undefined || (site !== undefined && site !== 'none');
}

function line(result: Taken | Refusal): string {
  return isRefusal(result) ? refusalLine(result) : `OK ${result.id}`;
}

function jsonResults(
  numbers: readonly string[],
  results: readonly (Taken | Refusal)[],
): SmsHttpAnswer {
  const messages = results.map((result, index) => {
    const number = numbers[index] ?? '';
    return isRefusal(result)
      ? { number, error: refusalJson(result), status: refusals[result.refused].status }
      : { number, ...result };
  });
  return jsonAnswer({ messages });
}
