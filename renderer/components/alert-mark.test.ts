import { describe, expect, it } from 'vitest';
import { alertMark } from './alert-mark.tsx';

describe('the mark of an alert', () => {
  it('shows what a pause kept back as paused', () => {
    expect(alertMark('suppressed', 'paused-by-device')).toBe('paused');
    expect(alertMark('suppressed', 'no-number')).toBe('off');
    expect(alertMark('delivered', 'paused-by-admin')).toBe('working');
    expect(alertMark('failed', 'gateway-refused')).toBe('failed');
  });
});
