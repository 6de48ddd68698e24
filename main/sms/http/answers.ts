import type { SmsHttpAnswer, SmsHttpRequest } from './ports.ts';
import { refusals } from './refusals.ts';
import type { Refusal } from './refusals.ts';

const common = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
} as const;
const textHeaders = { ...common, 'content-type': 'text/plain; charset=utf-8' } as const;
const jsonHeaders = { ...common, 'content-type': 'application/json; charset=utf-8' } as const;
const challenge = { 'www-authenticate': 'Basic realm="Pushdesk SMS", charset="UTF-8"' } as const;

/** Whether a caller asks for JSON. */
export function wantsJson({ headers }: Pick<SmsHttpRequest, 'headers'>): boolean {
  const accept = headers['accept'];
  return typeof accept === 'string' && /\bapplication\/json\b/iu.test(accept);
}

/** JSON, with the status 200. */
export function jsonAnswer(value: unknown): SmsHttpAnswer {
  return { status: 200, headers: jsonHeaders, body: JSON.stringify(value) };
}

/** Lines of text, with the status 200. */
export function textAnswer(lines: readonly string[]): SmsHttpAnswer {
  return { status: 200, headers: textHeaders, body: `${lines.join('\n')}\n` };
}

/** `ERROR`, the code and a sentence. */
export function refusalLine({ refused, parameter }: Refusal): string {
  const about = parameter === undefined ? '' : ` (${parameter})`;
  return `ERROR ${refused} ${refusals[refused].sentence}${about}`;
}

/** The same for programs. */
export function refusalJson({ refused, parameter }: Refusal): {
  code: string;
  message: string;
  parameter?: string;
} {
  const named = parameter === undefined ? {} : { parameter };
  return { code: refused, message: refusals[refused].sentence, ...named };
}

/** Says no. */
export function refusalAnswer(refusal: Refusal, isJson: boolean): SmsHttpAnswer {
  const { status } = refusals[refusal.refused];
  const { retryAfterSeconds } = refusal;
  return {
    status,
    headers: {
      ...(isJson ? jsonHeaders : textHeaders),
      ...(status === 401 ? challenge : {}),
      ...(status === 405 ? { allow: 'GET, POST' } : {}),
      ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
    },
    body: isJson ? JSON.stringify({ error: refusalJson(refusal) }) : `${refusalLine(refusal)}\n`,
  };
}
