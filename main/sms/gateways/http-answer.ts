import type { HttpAnswer } from './http-call.ts';
import type { HandOver } from './gateway.ts';
import type { SafePattern } from './safe-pattern.ts';

/** How an answer is judged. */
export interface AnswerRules {
  readonly success: SafePattern | undefined;
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

/**
 * Says what an answer means for the message. A status of 4xx is for good, except for those that ask
 * to come back; 5xx and silence are not the message's fault and pass.
 */
export function judgeAnswer(
  answer: Exclude<HttpAnswer, { kind: 'aborted' }>,
  rules: AnswerRules,
): Exclude<HandOver, { outcome: 'aborted' }> {
  if (answer.kind === 'failed') {
    return { outcome: 'unreachable', detail: rules.mask(answer.detail) };
  }
  const { status } = answer;
  const detail = describeAnswer(answer, rules);
  if (status >= 200 && status < 300) return judgeSuccess(answer.text, detail, rules);
  if (laterStatuses.has(status)) {
    const wait = retryAfterMs(answer.retryAfter);
    const later = { outcome: 'refused', reason: 'backing-off', detail, permanent: false } as const;
    return { ...later, fault: 'gateway', ...(wait === undefined ? {} : { retryAfterMs: wait }) };
  }
  if (status >= 500) {
    const wait = retryAfterMs(answer.retryAfter);
    return {
      outcome: 'unreachable',
      detail,
      ...(wait === undefined ? {} : { retryAfterMs: wait }),
    };
  }
  const refused = { outcome: 'refused', reason: 'refused', detail } as const;
  // A redirect is followed by nobody: the password would go where the admin did not send it.
  if (status < 400) return { ...refused, permanent: false, fault: 'gateway' };
  return { ...refused, permanent: true, fault: ownStatuses.has(status) ? 'gateway' : 'message' };
}

function judgeSuccess(
  text: string,
  detail: string,
  { success, id, mask, isQuiet }: AnswerRules,
): Exclude<HandOver, { outcome: 'aborted' }> {
  if (success !== undefined && success.match(text) === undefined) {
    return { outcome: 'refused', reason: 'refused', detail, permanent: false, fault: 'gateway' };
  }
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
