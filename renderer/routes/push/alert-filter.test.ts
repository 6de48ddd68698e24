import { describe, expect, it } from 'vitest';
import { sampleAlert } from '../../testing/samples.ts';
import { countAlerts, filterAlerts, readAlertFilter, reasonsOf } from './alert-filter.ts';

const alerts = [
  sampleAlert({ id: 'a', state: 'planned', reason: 'merging' }),
  sampleAlert({ id: 'b', state: 'expired', reason: 'too-old' }),
  sampleAlert({ id: 'c', state: 'suppressed', reason: 'paused-by-admin' }),
  sampleAlert({ id: 'd', state: 'answered' }),
];

describe('the filter of the alerts', () => {
  it('puts what was given up among what failed', () => {
    const { group, reason } = readAlertFilter({ state: 'failed' });
    expect(filterAlerts(alerts, { group, reason }).map(({ id }) => id)).toEqual(['b']);
  });

  it('counts within the chosen reason', () => {
    expect(countAlerts(alerts, undefined)).toEqual({
      waiting: 1,
      sent: 1,
      failed: 1,
      suppressed: 1,
    });
    expect(countAlerts(alerts, 'too-old')).toEqual({
      waiting: 0,
      sent: 0,
      failed: 1,
      suppressed: 0,
    });
  });

  it('offers the reasons that occur', () => {
    expect(reasonsOf(alerts)).toEqual(['merging', 'paused-by-admin', 'too-old']);
  });
});
