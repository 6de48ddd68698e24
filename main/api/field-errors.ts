import type { $ZodIssue } from 'zod/v4/core';
import { fieldErrorSchema } from '../../shared/model/errors.ts';
import type { ErrorParams, FieldError } from '../../shared/model/errors.ts';

const codes = fieldErrorSchema.shape.code;

/** An issue as the Standard Schema interface tells it; zod puts its own properties beside. */
interface SchemaIssue {
  readonly message: string;
  readonly path?: ReadonlyArray<PropertyKey | { readonly key: PropertyKey }> | undefined;
}

function isZodIssue(issue: SchemaIssue): issue is SchemaIssue & $ZodIssue {
  return 'code' in issue && typeof issue.code === 'string';
}

function keysOf(issue: SchemaIssue): PropertyKey[] {
  return (issue.path ?? []).map((part) => (typeof part === 'object' ? part.key : part));
}

function valueAt(data: unknown, keys: readonly PropertyKey[]): unknown {
  return keys.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    data,
  );
}

function isBlank(value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && value.trim() === '');
}

/** The code and params that a schema's own check asks for in its `params`. */
function fromCheck(params: Readonly<Record<string, unknown>>): Pick<FieldError, 'code' | 'params'> {
  const code = codes.safeParse(params['code']);
  const shown: ErrorParams = {};
  for (const [name, value] of Object.entries(params)) {
    if (name === 'code') continue;
    if (typeof value === 'string' || typeof value === 'number') shown[name] = value;
  }
  return { code: code.data ?? 'invalid', params: shown };
}

function describe(issue: $ZodIssue, value: unknown): Pick<FieldError, 'code' | 'params'> {
  switch (issue.code) {
    case 'too_big': {
      const isLength = issue.origin === 'string' || issue.origin === 'array';
      return {
        code: isLength ? 'too-long' : 'out-of-range',
        params: { max: Number(issue.maximum) },
      };
    }
    case 'too_small': {
      if (isBlank(value)) return { code: 'required' };
      const isLength = issue.origin === 'string' || issue.origin === 'array';
      return {
        code: isLength ? 'too-short' : 'out-of-range',
        params: { min: Number(issue.minimum) },
      };
    }
    case 'invalid_format':
      if (isBlank(value)) return { code: 'required' };
      if (issue.format === 'email') return { code: 'not-an-address' };
      return { code: issue.format === 'url' ? 'not-a-url' : 'invalid' };
    case 'custom':
      return fromCheck(issue.params ?? {});
    case 'invalid_type':
    case 'invalid_value':
    case 'invalid_union':
      return { code: value === undefined ? 'required' : 'invalid' };
    case 'unrecognized_keys':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      return { code: 'invalid' };
  }
}

/**
 * Translates what a schema found wrong into the field errors of the contract.
 *
 * @param data The input that was judged: what is missing is told apart from what is wrong.
 */
export function toFieldErrors(issues: readonly SchemaIssue[], data: unknown): FieldError[] {
  return issues.map((issue) => {
    const keys = keysOf(issue);
    const path = keys.map(String).join('.');
    if (!isZodIssue(issue)) return { path, code: 'invalid' };
    const { code, params } = describe(issue, valueAt(data, keys));
    return params === undefined || Object.keys(params).length === 0
      ? { path, code }
      : { path, code, params };
  });
}
