import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { textsOf } from '../i18n/format.ts';
import type { TextTools } from '../i18n/provider.tsx';
import { formErrors } from '../components/form-errors.ts';
import { toProblem } from './problem.ts';
import { ConnectionLost } from './reconnecting-link.ts';

const t: TextTools['t'] = (key, ...params) => textsOf('en').format(key, params[0] ?? {});

describe('an error of a call', () => {
  it('keeps its code, its fields and its number', () => {
    const problem = toProblem(
      new ORPCError('INVALID_INPUT', {
        data: {
          params: {},
          fields: [{ path: 'name', code: 'too-long', params: { max: 80 } }],
          retryable: false,
          correlationId: 'c1',
        },
      }),
    );
    expect(problem).toMatchObject({ code: 'INVALID_INPUT', correlationId: 'c1' });
    expect(problem.fields).toHaveLength(1);
  });

  it('is a lost connection where the call never came back', () => {
    expect(toProblem(new ConnectionLost())).toMatchObject({
      code: 'UNAVAILABLE',
      isRetryable: true,
    });
  });

  it('is a fault of the product when nobody knows it', () => {
    expect(toProblem(new ORPCError('TEAPOT')).code).toBe('INTERNAL');
    expect(toProblem('x').code).toBe('INTERNAL');
  });
});

describe('errors of a form', () => {
  it('stand at their fields, with the limits that were told', () => {
    const error = new ORPCError('INVALID_INPUT', {
      data: {
        params: {},
        retryable: false,
        fields: [
          { path: 'folders.2.name', code: 'too-long', params: { max: 255 } },
          { path: 'number', code: 'not-a-number' },
          { path: 'mergeWindowMs', code: 'out-of-range', params: { min: 0, max: 30_000 } },
        ],
      },
    });
    expect(formErrors(t, error)).toEqual({
      'folders.2.name': 'Too long: at most 255',
      number: 'Not an international phone number: a plus, the country code and the number',
      mergeWindowMs: 'Between 0 and 30000',
    });
  });

  it('are none where the error is not about fields', () => {
    expect(formErrors(t, new ConnectionLost())).toEqual({});
  });
});
