import { oc } from '@orpc/contract';
import { z } from 'zod';
import { appErrorDataSchema, appErrors } from '../model/errors.ts';
import type { AppErrorCode } from '../model/errors.ts';
import { idSchema } from '../model/words.ts';

type ErrorMap = {
  readonly [Code in AppErrorCode]: {
    readonly status: number;
    readonly data: typeof appErrorDataSchema;
  };
};

const errorMap = Object.fromEntries(
  Object.entries(appErrors).map(([code, { status }]) => [
    code,
    { status, data: appErrorDataSchema },
  ]),
) as ErrorMap;

/** Where every procedure of the contract starts: it knows all error codes. */
export const procedure = oc.errors(errorMap);

export const byIdInput = z.object({ id: idSchema });
/** Answer of a command that has nothing to tell. */
export const doneOutput = z.object({ done: z.literal(true) });
/** Input of a query without conditions; a missing body is taken as well. */
export const nothingInput = z.object({}).optional();
