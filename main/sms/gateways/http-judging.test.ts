import { describe, expect, it } from 'vitest';
import type { HandOver } from './gateway.ts';
import { judgeAnswer, parseStatuses } from './http-answer.ts';
import type { AnswerRules } from './http-answer.ts';
import { createSafePattern } from './safe-pattern.ts';

interface Written {
  readonly statuses?: string;
  readonly success?: string;
  readonly refused?: string;
  readonly retry?: string;
}

function judge(status: number, text: string, written: Written, retryAfter?: string): HandOver {
  const pattern = (source?: string) =>
    source === undefined ? undefined : createSafePattern(source);
  const rules: AnswerRules = {
    statuses: parseStatuses(written.statuses ?? '') ?? new Set(),
    success: pattern(written.success),
    refused: pattern(written.refused),
    retry: pattern(written.retry),
    id: undefined,
    mask: (shown) => shown,
    isQuiet: false,
  };
  return judgeAnswer({ kind: 'answered', status, text, retryAfter }, rules);
}

const forGood = { outcome: 'refused', permanent: true, fault: 'message' } as const;
const later = { outcome: 'refused', permanent: false, fault: 'gateway' } as const;

describe('an answer', () => {
  it.each([
    ['', 204, 'accepted'],
    ['200,202', 202, 'accepted'],
    ['200,202', 204, 'refused'],
    ['200 303', 303, 'accepted'],
    ['201', 500, 'unreachable'],
  ])('by the statuses %j: %i is %s', (statuses, status, outcome) => {
    expect(judge(status, '', { statuses }).outcome).toBe(outcome);
  });

  it('that refuses by its text refuses the message for good, whatever its status', () => {
    const refused = 'invalid (number|recipient)';
    expect(judge(200, 'ERR 12 invalid number', { refused })).toMatchObject(forGood);
    expect(judge(500, 'invalid recipient', { refused })).toMatchObject(forGood);
    expect(judge(200, 'ok', { refused }).outcome).toBe('accepted');
  });

  it('that asks by its text to come back does so, and says when', () => {
    const retry = 'too (fast|many)';
    const asked = judge(200, 'too fast', { retry }, '9');
    expect(asked).toMatchObject({ ...later, reason: 'backing-off', retryAfterMs: 9_000 });
    expect(judge(403, 'too many', { retry })).toMatchObject(later);
  });

  it('that does both asks to come back, as that loses nothing', () => {
    expect(judge(200, 'ERR busy', { refused: 'ERR', retry: 'busy' })).toMatchObject(later);
  });

  it('that is recognised as success is one, whatever else stands in it', () => {
    const written = { success: '"status":"0"', refused: 'error' };
    expect(judge(200, '{"status":"0","error":""}', written).outcome).toBe('accepted');
    expect(judge(200, '{"status":"4","error":""}', written)).toMatchObject(forGood);
    expect(judge(500, '{"status":"0"}', { success: '"status":"0"' }).outcome).toBe('unreachable');
  });

  it('of a proxy that waited in vain leaves open whether the message arrived', () => {
    expect(judge(504, 'gateway timeout', {}).outcome).toBe('uncertain');
  });

  it.each([401, 407])('with status %i is about the login', (status) => {
    expect(judge(status, '', {})).toMatchObject({ reason: 'login-refused', fault: 'gateway' });
  });

  it.each(['abc', '2000', '200,,x', '99', '600', '2xx'])(
    'cannot be judged by statuses that are none: %s',
    (text) => expect(parseStatuses(text)).toBeUndefined(),
  );
});
