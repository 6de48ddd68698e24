import { ORPCError } from '@orpc/client';
import { appErrorDataSchema, appErrors } from '../../shared/model/errors.ts';
import type { AppErrorCode, ErrorParams, FieldError } from '../../shared/model/errors.ts';
import { ConnectionLost } from './reconnecting-link.ts';

/** An error as the console shows it. */
export interface Problem {
  readonly code: AppErrorCode;
  readonly params: ErrorParams;
  readonly fields: readonly FieldError[];
  readonly isRetryable: boolean;
  readonly correlationId: string | null;
  /** Words for a report, never for the page. */
  readonly technical: string;
}

function isAppErrorCode(code: string): code is AppErrorCode {
  return Object.hasOwn(appErrors, code);
}

/** Reads whatever was thrown by a call. */
export function toProblem(error: unknown): Problem {
  const technical = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (error instanceof ConnectionLost) {
    return {
      code: 'UNAVAILABLE',
      params: {},
      fields: [],
      isRetryable: true,
      correlationId: null,
      technical,
    };
  }
  if (error instanceof ORPCError) {
    const code: string = error.code;
    const data = appErrorDataSchema.safeParse(error.data);
    return {
      code: isAppErrorCode(code) ? code : 'INTERNAL',
      params: data.success ? data.data.params : {},
      fields: data.success ? (data.data.fields ?? []) : [],
      isRetryable: data.success && data.data.retryable,
      correlationId: data.success ? (data.data.correlationId ?? null) : null,
      technical: `${code}: ${error.message}`,
    };
  }
  return {
    code: 'INTERNAL',
    params: {},
    fields: [],
    isRetryable: false,
    correlationId: null,
    technical,
  };
}
