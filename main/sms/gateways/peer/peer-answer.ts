import { z } from 'zod';
import type { GatewayReason } from '../../../../shared/model/gateway.ts';
import type { ReportState } from '../../../../shared/model/message.ts';
import type { HttpAnswer } from '../http-call.ts';
import type { HandOver } from '../gateway.ts';
import { peerLimits } from './peer-limits.ts';

type Answered = Extract<HttpAnswer, { kind: 'answered' }>;

const pingSchema = z.object({ pushdesk: z.number().int().min(1) });
const errorSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
const takenSchema = z.object({
  messages: z.tuple([z.object({ id: z.string().min(1).max(200), state: z.string().optional() })]),
});
const reportsSchema = z.object({
  reports: z.array(
    z.object({
      id: z.string().max(200),
      ref: z.string().max(200).nullable().default(null),
      state: z.string(),
      detail: z.string().max(2_000),
      at: z.number(),
    }),
  ),
  cursor: z.string().max(64),
});

/** Reports of the far side, and where the next ones begin. */
export type PeerReports = z.infer<typeof reportsSchema>;

/** What a message that the far side has may have become already. */
export interface PeerTaken {
  readonly id: string;
  readonly state: ReportState | undefined;
}

/** Reports of the far side as we name them. */
const states: Readonly<Record<string, ReportState>> = {
  sent: 'enroute',
  delivered: 'delivered',
  failed: 'failed',
  expired: 'expired',
};

/** What a far side's word for a state means; undefined for one that says nothing new. */
export function reportStateOf(word: string): ReportState | undefined {
  return Object.hasOwn(states, word) ? states[word] : undefined;
}

function parsed<T>(schema: z.ZodType<T>, { text }: Answered): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Whether it is a Pushdesk that has answered. */
export function isPushdesk(answer: Answered): boolean {
  return answer.status === 200 && parsed(pingSchema, answer) !== undefined;
}

/** The reports of an answer; undefined when it has none. */
export function reportsOf(answer: Answered): PeerReports | undefined {
  return answer.status === 200 ? parsed(reportsSchema, answer) : undefined;
}

/** The message that the far side took; undefined when it did not. */
export function takenBy(answer: Answered): PeerTaken | undefined {
  const [message] =
    (answer.status === 200 ? parsed(takenSchema, answer) : undefined)?.messages ?? [];
  return message && { id: message.id, state: reportStateOf(message.state ?? '') };
}

/** The far side's own words, on one line. */
export function detailOf(answer: Answered): string {
  const { status, text } = answer;
  const words = parsed(errorSchema, answer)?.error.message ?? text;
  const line = words
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, peerLimits.detail);
  return line === '' ? `HTTP ${String(status)}` : `HTTP ${String(status)}: ${line}`;
}

/** Codes that say that this message would be refused by any Pushdesk. */
const messageFaults: ReadonlySet<string> = new Set([
  'number-missing',
  'number-invalid',
  'data-missing',
  'data-invalid',
  'udh-invalid',
  'parameter-invalid',
  'sender-invalid',
  'too-large',
  'too-long',
]);

/** Why the far side does not want anything of us. */
export function refusalReason({ status }: Answered): GatewayReason {
  if (status === 401 || status === 407) return 'login-refused';
  return status === 429 ? 'throttled' : 'refused';
}

/** Milliseconds that the far side asks for, where it does. */
export function retryAfterOf({ retryAfter = '' }: Answered): { retryAfterMs?: number } {
  return /^\d{1,6}$/u.test(retryAfter.trim()) ? { retryAfterMs: Number(retryAfter) * 1_000 } : {};
}

/** A message that has been passed on too often already: this way is none for it, others may be. */
export function inCircle(detail: string): HandOver {
  const refused = { outcome: 'refused', reason: 'refused', permanent: true } as const;
  return { ...refused, detail, fault: 'gateway', isOnlyThis: true };
}

/** A refusal: for good where it lies in the message, else only of this gateway. */
function refusedBy(answer: Answered, detail: string, isMessage: boolean): HandOver {
  return {
    outcome: 'refused',
    reason: isMessage ? 'refused' : refusalReason(answer),
    detail,
    permanent: isMessage,
    fault: isMessage ? 'message' : 'gateway',
    ...retryAfterOf(answer),
  };
}

/** What a refusal of a Pushdesk means for the message. */
export function judgeRefusal(answer: Answered, detail: string): HandOver {
  const code = parsed(errorSchema, answer)?.error.code ?? '';
  if (answer.status === 503) return { outcome: 'unreachable', detail, ...retryAfterOf(answer) };
  // It goes in a circle: another way, here or on the way back, may lead out of it.
  if (code === 'too-many-hops') return inCircle(detail);
  return refusedBy(answer, detail, messageFaults.has(code));
}

/** Statuses by which a server of the old format can mean the message itself. */
const plainMessageStatuses: ReadonlySet<number> = new Set([400, 413, 414, 422]);

/** What an answer of a server of the old format means: it knows statuses, and perhaps a first word. */
export function judgePlain(answer: Answered, detail: string): HandOver {
  const { status, text } = answer;
  if (status >= 200 && status < 300) {
    if (!/^\s*(?:err|-err|fail)/iu.test(text)) {
      const [, id] = /^OK\s+(\S{1,200})/u.exec(text) ?? [];
      return { outcome: 'accepted', providerId: id ?? null, detail };
    }
    return { outcome: 'refused', reason: 'refused', detail, permanent: false, fault: 'gateway' };
  }
  // A proxy that has waited in vain: the server behind it may have the message.
  if (status === 502 || status === 504) return { outcome: 'uncertain', detail };
  if (status >= 500) return { outcome: 'unreachable', detail, ...retryAfterOf(answer) };
  return refusedBy(answer, detail, plainMessageStatuses.has(status));
}
