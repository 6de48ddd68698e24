import { ORPCError, ValidationError } from '@orpc/server';
import { AppError, appErrors } from '../../shared/model/errors.ts';
import type { AppErrorCode, AppErrorData } from '../../shared/model/errors.ts';
import type { Ids } from '../platform/ids.ts';
import type { LogWriter } from '../platform/logbook.ts';
import { toFieldErrors } from './field-errors.ts';

/** An error as it travels: one code of the registry, and its data. */
export type WireError = ORPCError<AppErrorCode, AppErrorData>;

/** What the translation of errors needs. */
export interface ErrorReporter {
  readonly ids: Ids;
  readonly log: LogWriter;
  /** Hears faults whole, with the id that the caller is told. */
  readonly onFault: (id: string, error: unknown) => void;
}

/** Makes an error that every transport can carry. */
export function wireError(code: AppErrorCode, data: Partial<AppErrorData> = {}): WireError {
  return new ORPCError<AppErrorCode, AppErrorData>(code, {
    status: appErrors[code].status,
    message: code,
    data: { params: {}, retryable: false, ...data },
    defined: true,
  });
}

function isWireError(error: unknown): error is WireError {
  return error instanceof ORPCError && error.code in appErrors;
}

function fromAppError(error: AppError, correlationId: string): WireError {
  return wireError(error.code, {
    params: error.params,
    retryable: error.retryable,
    correlationId,
    ...(error.fields.length > 0 ? { fields: [...error.fields] } : {}),
  });
}

/**
 * Translates whatever a procedure threw. What is meant for callers keeps its code; anything else is
 * a fault: it is told whole to the log of the process, and to the caller as INTERNAL with its id.
 *
 * @param procedure `area.procedure`, for the log.
 */
export function toWireError(error: unknown, procedure: string, reporter: ErrorReporter): WireError {
  if (isWireError(error)) return error;
  const correlationId = reporter.ids.next();
  const params = { procedure, code: 'INVALID_INPUT' };
  if (error instanceof AppError) {
    params.code = error.code;
    reporter.log.write({ level: 'debug', area: 'api', key: 'api.refused', params });
    return fromAppError(error, correlationId);
  }
  if (
    error instanceof ORPCError &&
    error.code === 'BAD_REQUEST' &&
    error.cause instanceof ValidationError
  ) {
    reporter.log.write({ level: 'debug', area: 'api', key: 'api.refused', params });
    const fields = toFieldErrors(error.cause.issues, error.cause.data);
    return wireError('INVALID_INPUT', { fields, correlationId });
  }
  return reportFault(error, correlationId, reporter);
}

function reportFault(error: unknown, id: string, reporter: ErrorReporter): WireError {
  reporter.onFault(id, error);
  const detail = error instanceof Error ? error.message : String(error);
  reporter.log.write({
    level: 'error',
    area: 'system',
    key: 'system.fault',
    params: { id, detail },
  });
  return wireError('INTERNAL', { correlationId: id });
}

/**
 * Translates what went wrong before a procedure was reached: a body that is too large, or one that
 * cannot be read.
 */
export function toRequestError(error: unknown): WireError {
  if (isWireError(error)) return error;
  const isTooLarge = error instanceof ORPCError && error.code === 'PAYLOAD_TOO_LARGE';
  return wireError(isTooLarge ? 'TOO_LARGE' : 'INVALID_INPUT');
}
