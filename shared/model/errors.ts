import { z } from 'zod';

/**
 * Every error a caller can meet, with the HTTP status it travels under.
 * The code is stable and is what programs test for; the sentence a person reads is made from it by
 * `shared/i18n` (`errors.<code>`), with `params` filled in.
 */
export const appErrors = {
  INVALID_INPUT: { status: 422 },
  UNAUTHENTICATED: { status: 401 },
  FORBIDDEN: { status: 403 },
  NOT_FOUND: { status: 404 },
  DUPLICATE: { status: 409 },
  IN_USE: { status: 409 },
  PUSH_NOT_POSSIBLE: { status: 409 },
  NUMBER_MISSING: { status: 409 },
  NO_FOLDER_ENABLED: { status: 409 },
  NO_GATEWAY: { status: 409 },
  PROVISIONING_NOT_POSSIBLE: { status: 409 },
  ALREADY_SENT: { status: 409 },
  MAIL_FAILED: { status: 502 },
  GATEWAY_FAILED: { status: 502 },
  UNKNOWN_ACCOUNT: { status: 404 },
  UNKNOWN_FOLDER: { status: 404 },
  TOO_LARGE: { status: 413 },
  RATE_LIMITED: { status: 429 },
  UNAVAILABLE: { status: 503 },
  INTERNAL: { status: 500 },
} as const;

/** A stable error code of {@link appErrors}. */
export type AppErrorCode = keyof typeof appErrors;

/** Values that fill the placeholders of an error's sentence. */
export const errorParamsSchema = z.record(z.string(), z.union([z.string(), z.number()]));
export type ErrorParams = z.infer<typeof errorParamsSchema>;

/**
 * What is wrong with one field of an input: where, and a `code` whose sentence is
 * `fieldErrors.<code>` in `shared/i18n`.
 */
export const fieldErrorSchema = z.object({
  /** Property names from the input's root, joined with dots: `folders.2.name`. */
  path: z.string(),
  code: z.enum([
    'required',
    'invalid',
    'too-long',
    'too-short',
    'out-of-range',
    'not-an-address',
    'not-a-number',
    'not-a-url',
    'bad-template',
    'duplicate',
    'unknown',
    'not-offered',
  ]),
  params: errorParamsSchema.optional(),
});
export type FieldError = z.infer<typeof fieldErrorSchema>;

/** What travels with every error code, on every transport. */
export const appErrorDataSchema = z.object({
  params: errorParamsSchema.default({}),
  fields: z.array(fieldErrorSchema).optional(),
  /** True when the same call may succeed later without a change to it. */
  retryable: z.boolean().default(false),
  /** Ties the answer to the log lines of the call. */
  correlationId: z.string().optional(),
});
export type AppErrorData = z.infer<typeof appErrorDataSchema>;

/** Options of {@link AppError}. */
export interface AppErrorOptions {
  readonly params?: ErrorParams;
  readonly fields?: readonly FieldError[];
  readonly retryable?: boolean;
  readonly cause?: unknown;
}

/**
 * An error that is meant for a caller. Anything else that is thrown is a fault of the product: it is
 * logged whole and reaches the caller as INTERNAL with a correlation id.
 */
export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly params: ErrorParams;
  readonly fields: readonly FieldError[];
  readonly retryable: boolean;

  constructor(code: AppErrorCode, options: AppErrorOptions = {}) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.params = options.params ?? {};
    this.fields = options.fields ?? [];
    this.retryable = options.retryable ?? false;
  }
}

/** A refusal of one field, in the shape a form can show beside it. */
export function invalidField(
  path: string,
  code: FieldError['code'],
  params?: ErrorParams,
): AppError {
  return new AppError('INVALID_INPUT', {
    fields: [params === undefined ? { path, code } : { path, code, params }],
  });
}
