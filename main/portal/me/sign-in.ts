import { isLoopback } from '../../platform/loopback.ts';
import { addressSchema } from '../../../shared/model/account.ts';
import { pageAnswer, redirectAnswer } from '../html/frame.ts';
import { portalLimits } from '../limits.ts';
import { randomText, readCookie, setCookie } from '../cookies.ts';
import type { PortalDeps } from '../portal-deps.ts';
import type { PageAnswer } from '../ports.ts';
import { createRateLimit } from '../../platform/rate-limit.ts';
import { networkOf } from '../../platform/remote.ts';
import { checkPassword } from './check-password.ts';
import { createGuessWaits } from './guess-waits.ts';
import type { GuessWaits } from './guess-waits.ts';
import type { OwnerSessions } from './owner-sessions.ts';
import { formFaultPage, needsTlsPage, signInPage } from './sign-in-pages.ts';
import type { SignInFacts } from './sign-in-pages.ts';
import { isOwnForm } from './visit.ts';
import type { Visit } from './visit.ts';

/** Name of the cookie of somebody who is signed in. */
export const ownerCookie = 'pushdesk_owner';
const formCookie = 'pushdesk_form';
/** A refused sign-in that found no room is to be tried again after so long. */
const BUSY_SECONDS = 5;

/** Lets owners in. */
export interface OwnerSignIn {
  /** The form. `text` is an error, `notice` good news. */
  show(visit: Visit, notice?: string, error?: SignInFacts['error']): PageAnswer;
  /** Takes what the form says. */
  take(visit: Visit): Promise<PageAnswer>;
  /** Lets those who wait for their answer have it. */
  stop(): void;
  readonly waits: GuessWaits;
}

/** Makes it. */
export function createOwnerSignIn(deps: PortalDeps, sessions: OwnerSessions): OwnerSignIn {
  const { clock, random, log } = deps;
  const waits = createGuessWaits(clock);
  const lines = createRateLimit(clock, {
    limit: portalLimits.unknownLines,
    windowMs: portalLimits.linkWindowMs,
    keys: 1,
  });
  const pending = new Set<() => void>();
  let underWay = 0;

  function until(at: number): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        pending.delete(end);
        stop();
        resolve();
      };
      const stop = clock.after(at - clock.monotonic(), end);
      pending.add(end);
    });
  }

  function tell(
    key: 'portal.sign-in-refused' | 'portal.sign-in-guessed',
    { remote, form }: Visit,
  ): void {
    if (lines.waitSeconds('') > 0) return;
    lines.count('');
    // What is no address may be a password in the wrong field.
    const user = addressSchema.safeParse(form.get('address')).data ?? '–';
    log.write({ level: 'warn', area: 'provisioning', key, params: { user, remote } });
  }

  function show(visit: Visit, notice?: string, error?: SignInFacts['error']): PageAnswer {
    const { request, words, root, form, remote } = visit;
    const kept = readCookie(request, formCookie);
    const formToken = kept ?? randomText(random, portalLimits.cookieOctets);
    const cookie = setCookie(request, { name: formCookie, value: formToken, path: root });
    const page = signInPage(words, {
      ...{ root, formToken, notice, address: form.get('address') ?? '' },
      isPlain: !request.isEncrypted && !isLoopback(remote),
      ...(error === undefined ? {} : { error }),
    });
    const answer = pageAnswer(words.language, page);
    return { ...answer, headers: { ...answer.headers, 'set-cookie': [cookie] } };
  }

  function waitAnswer(visit: Visit, status: 429 | 503, seconds: number): PageAnswer {
    const text = visit.words.say('sign-in.wait', { seconds });
    const answer = show(visit, undefined, { status, text });
    return { ...answer, headers: { ...answer.headers, 'retry-after': String(seconds) } };
  }

  async function check(visit: Visit): Promise<PageAnswer> {
    const { request, words, root, form, remote } = visit;
    const address = (form.get('address') ?? '').trim();
    const password = form.get('password') ?? '';
    const guess = waits.begin({ address, network: networkOf(remote) });
    if (!guess.ok) return waitAnswer(visit, 429, guess.waitSeconds);
    const answerAt = clock.monotonic() + portalLimits.refusalMs;
    let found: Awaited<ReturnType<typeof checkPassword>>;
    try {
      const isTooLong = password.length > 256;
      found = isTooLong ? { result: 'wrong' } : await checkPassword(deps, { address, password });
    } catch (error) {
      guess.unknown();
      throw error;
    }
    if (found.result === 'right') {
      guess.right();
      const { account } = found;
      const params = { account: account.address, remote };
      const about = { area: 'provisioning', accountId: account.id } as const;
      log.write({ level: 'info', key: 'portal.signed-in', params, ...about });
      const value = sessions.open(account);
      const cookie = setCookie(request, { name: ownerCookie, value, path: root });
      return redirectAnswer(root, { 'set-cookie': [cookie] });
    }
    if (found.result === 'unreachable') {
      guess.unknown();
      const { account, detail } = found;
      const params = { account: account.address, detail };
      const about = { area: 'provisioning', accountId: account.id } as const;
      log.write({ level: 'warn', key: 'portal.mailbox-unreachable', params, ...about });
      return show(visit, undefined, { status: 503, text: words.say('sign-in.unreachable') });
    }
    if (guess.isFirst) tell('portal.sign-in-refused', visit);
    if (guess.isLastFree) tell('portal.sign-in-guessed', visit);
    await until(answerAt);
    return show(visit, undefined, { status: 401, text: words.say('sign-in.wrong') });
  }

  return {
    waits,
    show,
    async take(visit) {
      const { request, words, root } = visit;
      if (!isOwnForm(visit, readCookie(request, formCookie))) {
        return pageAnswer(words.language, formFaultPage(words, root));
      }
      if (underWay >= portalLimits.signInsAtOnce) return waitAnswer(visit, 503, BUSY_SECONDS);
      underWay += 1;
      try {
        return await check(visit);
      } finally {
        underWay -= 1;
      }
    },
    stop() {
      for (const end of [...pending]) end();
    },
  };
}

/**
 * What stands in the way of typing a password here: a connection that others can read, while a better
 * one can be had or is meant to be there. Undefined when nothing does.
 */
export function refuseToReadAlong(visit: Visit, tlsEnabled: boolean): PageAnswer | undefined {
  const { request, words, remote } = visit;
  if (request.isEncrypted) return undefined;
  if (request.secureBase !== undefined) return redirectAnswer(`${request.secureBase}/me`);
  if (!tlsEnabled || isLoopback(remote)) return undefined;
  return pageAnswer(words.language, needsTlsPage(words));
}
