import type { Clock } from '../../platform/clock.ts';
import type { LogWriter } from '../../platform/logbook.ts';
import { createRateLimit } from '../../platform/rate-limit.ts';
import { browserAddress, networkOf } from '../../platform/remote.ts';
import type { SmsUserRow } from '../../store/sms-api-types.ts';
import type { SmsUsers } from '../users/sms-users.ts';
import { readCredentials } from './credentials.ts';
import { smsHttpLimits } from './limits.ts';
import type { Parameters } from './parameters.ts';
import type { SmsHttpRequest } from './ports.ts';
import type { Refusal, RefusalCode } from './refusals.ts';

/** Who calls. */
export interface Caller {
  /** Null: nobody in particular, where the settings allow that. */
  readonly user: SmsUserRow | null;
}

/** Finds out who calls. */
export interface SignIn {
  /** Without a promise where the password was right before. */
  check(
    request: SmsHttpRequest,
    parameters: Parameters,
  ): Caller | Refusal | Promise<Caller | Refusal>;
}

/** What it needs. */
export interface SignInDeps {
  readonly clock: Clock;
  readonly log: LogWriter;
  readonly users: SmsUsers;
  requiresUser(): boolean;
}

/** Makes it. */
export function createSignIn({ clock, log, users, requiresUser }: SignInDeps): SignIn {
  const window = { windowMs: smsHttpLimits.failureWindowMs, keys: smsHttpLimits.failures };
  const ofUser = createRateLimit(clock, { ...window, limit: smsHttpLimits.failuresOfUser });
  const ofNetwork = createRateLimit(clock, { ...window, limit: smsHttpLimits.failuresOfNetwork });
  const lines = createRateLimit(clock, { ...window, limit: smsHttpLimits.failureLines, keys: 2 });

  function tell(
    key: 'sms-api.sign-in-refused' | 'sms-api.sign-in-guessed',
    params: {
      user: string;
      remote: string;
    },
  ): void {
    if (lines.waitSeconds(key) > 0) return;
    lines.count(key);
    log.write({ level: 'warn', area: 'sms', key, params });
  }

  function failed(key: string, network: string, user: string, remote: string): Refusal {
    const count = ofUser.count(key);
    ofNetwork.count(network);
    const params = { user: user.replace(/\p{Cc}/gu, '?'), remote };
    if (count === 1) tell('sms-api.sign-in-refused', params);
    if (count === smsHttpLimits.failuresOfUser) tell('sms-api.sign-in-guessed', params);
    return { refused: 'login-wrong' };
  }

  function judge(user: SmsUserRow): Caller | Refusal {
    const fault: RefusalCode | undefined = !user.active
      ? 'inactive'
      : user.expiresAt !== null && user.expiresAt <= clock.now()
        ? 'expired'
        : undefined;
    return fault === undefined ? { user } : { refused: fault };
  }

  return {
    check(request, parameters) {
      const given = readCredentials(request, parameters);
      if (given === 'faulty') return { refused: 'login-wrong' };
      if (given === undefined) {
        return requiresUser() ? { refused: 'login-needed' } : { user: null };
      }
      const remote = browserAddress(request);
      const network = networkOf(remote);
      const key = `${network} ${given.user.toLowerCase()}`;
      // Even the right password waits: or else guessing would go on behind the refusals.
      const wait = Math.max(ofUser.waitSeconds(key), ofNetwork.waitSeconds(network));
      if (wait > 0) return { refused: 'too-many-failures', retryAfterSeconds: wait };
      const user = users.find(given.user);
      if (user !== undefined && users.passwords.isRemembered(user.id, given.password)) {
        return judge(user);
      }
      return users.passwords.verify(user?.id, given.password).then((verdict) => {
        if (verdict === 'busy') {
          return { refused: 'busy', retryAfterSeconds: smsHttpLimits.retryAfterSeconds };
        }
        if (verdict === 'wrong') return failed(key, network, given.user, remote);
        // It may have been changed or removed while the password was looked at.
        const now = user && users.get(user.id);
        return now === undefined ? { refused: 'login-wrong' } : judge(now);
      });
    },
  };
}
