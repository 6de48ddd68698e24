import type { HttpAnswer } from './http-call.ts';
import type { HandOver } from './gateway.ts';
import type { SafePattern } from './safe-pattern.ts';

/** How an answer is judged. */
export interface AnswerRules {
  /** Statuses that mean success; empty is every 2xx. */
  readonly statuses: ReadonlySet<number>;
  readonly success: SafePattern | undefined;
  /** Refuses the message for good. */
  readonly refused: SafePattern | undefined;
  /** Asks to come back later. */
  readonly retry: SafePattern | undefined;
  readonly id: SafePattern | undefined;
  readonly mask: (text: string) => string;
  /** Nothing of a body is kept, since providers repeat there what they were given. */
  readonly isQuiet: boolean;
}

/** What is shown of an answer's body. */
const longestDetail = 300;
const longestId = 200;
/** Ids are no longer than this; what is repeated of a message is. */
const longestQuietId = 64;
/** RFC 6585 §4, RFC 8470 §5.2, RFC 9110 §15.5.9: come back later, nothing is wrong. */
const laterStatuses: ReadonlySet<number> = new Set([408, 425, 429]);
/** The far side does not want us, whatever the message is: login, credit, address, method. */
const ownStatuses: ReadonlySet<number> = new Set([401, 402, 403, 404, 405, 407]);

/** Statuses out of what an admin wrote, `200,202`; undefined when it is something else. */
export function parseStatuses(text: string): ReadonlySet<number> | undefined {
  if (text.trim() === '') return new Set();
  const words = text.trim().split(/\s*[,;\s]\s*/u);
  return words.every((word) => /^[1-5]\d\d$/u.test(word)) ? new Set(words.map(Number)) : undefined;
}

/**
 * Says what an answer means for the message. The admin's patterns come first: success where it is
 * recognised by one, then what asks to come back, then what refuses. Without them, a status of 4xx is
 * for good, except for those that ask to come back; 5xx is not the message's fault and passes. No
 * answer at all leaves open whether the far side has the message, once the request was sent.
 */
export function judgeAnswer(
  answer: Exclude<HttpAnswer, { kind: 'aborted' }>,
  rules: AnswerRules,
): Exclude<HandOver, { outcome: 'aborted' }> {
  if (answer.kind === 'failed') {
    const outcome = answer.wasSent ? 'uncertain' : 'unreachable';
    return { outcome, detail: rules.mask(answer.detail) };
  }
  const { status, text } = answer;
  const { statuses, success } = rules;
  const detail = describeAnswer(answer, rules);
  const wait = retryAfterMs(answer.retryAfter);
  const waiting = wait === undefined ? {} : { retryAfterMs: wait };
  const later = {
    outcome: 'refused',
    reason: 'backing-off',
    detail,
    permanent: false,
    fault: 'gateway',
    ...waiting,
  } as const;
  const refused = { outcome: 'refused', reason: 'refused', detail } as const;

  const isSuccess = statuses.size === 0 ? status >= 200 && status < 300 : statuses.has(status);
  const isRecognised = isSuccess && success?.match(text) !== undefined;
  if (isRecognised) return accepted(text, detail, rules);
  if (rules.retry?.match(text) !== undefined) return later;
  if (rules.refused?.match(text) !== undefined) {
    return { ...refused, permanent: true, fault: 'message' };
  }
  if (isSuccess && success === undefined) return accepted(text, detail, rules);
  if (laterStatuses.has(status)) return later;
  // Whoever passed it on got no answer in time.
  if (status === 504) return { outcome: 'uncertain', detail, ...waiting };
  if (status >= 500) return { outcome: 'unreachable', detail, ...waiting };
  // A redirect is followed by nobody: the password would go where the admin did not send it.
  if (status < 400) return { ...refused, permanent: false, fault: 'gateway' };
  const isOwn = ownStatuses.has(status);
  const reason = status === 401 || status === 407 ? 'login-refused' : 'refused';
  return { ...refused, reason, permanent: true, fault: isOwn ? 'gateway' : 'message' };
}

function accepted(
  text: string,
  detail: string,
  { id, mask, isQuiet }: AnswerRules,
): Exclude<HandOver, { outcome: 'aborted' }> {
  const found = id?.match(text);
  const matched = found?.[1] ?? found?.[0];
  const isRepeated = isQuiet && (matched ?? '').length > longestQuietId;
  const providerId = isRepeated ? undefined : matched;
  return {
    outcome: 'accepted',
    providerId: providerId === undefined ? null : mask(providerId.slice(0, longestId)),
    detail,
  };
}

/** Status and the beginning of the body, on one line. */
function describeAnswer(
  answer: { readonly status: number; readonly text: string },
  { mask, isQuiet }: AnswerRules,
): string {
  if (isQuiet) return `HTTP ${String(answer.status)}`;
  // Masked before it is cut, or half a secret could be left at the edge.
  const text = mask(answer.text)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, longestDetail);
  return text === '' ? `HTTP ${String(answer.status)}` : `HTTP ${String(answer.status)}: ${text}`;
}

/** Seconds of a Retry-After header; a date is left out, as the back-off knows better. */
function retryAfterMs(header: string | undefined): number | undefined {
  return header !== undefined && /^\d{1,6}$/u.test(header.trim())
    ? Number(header.trim()) * 1_000
    : undefined;
}
