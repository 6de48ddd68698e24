import { describe, expect, it } from 'vitest';
import { logFilterSchema } from '../../../shared/model/log-entry.ts';
import { readLogFilter } from './log-filter.ts';

describe('the filter of the log', () => {
  it('is read from the URL', () => {
    expect(readLogFilter({ device: 'd1', level: 'warn', area: 'sms', text: 'modem' })).toEqual({
      deviceId: 'd1',
      level: 'warn',
      area: 'sms',
      text: 'modem',
    });
  });

  it('is one that the services take, whatever stands in the URL', () => {
    const filter = readLogFilter({
      device: 'x'.repeat(100),
      account: '',
      level: 'loud',
      area: 'moon',
      text: 'x'.repeat(1_000),
      other: 'y',
    });
    expect(logFilterSchema.parse(filter)).toEqual({ text: 'x'.repeat(200) });
  });
});
