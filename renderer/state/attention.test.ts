import { describe, expect, it } from 'vitest';
import { attentionView } from './attention.ts';

const devices = { total: 5, working: 3, attention: 2, paused: 0 };
const gateways = { total: 1, working: 1, failing: 0 };
const failing = {
  key: 'device-failing',
  level: 'attention',
  params: { name: 'E71' },
  target: { area: 'devices', id: 'd1' },
} as const;

describe('what needs attention', () => {
  it('is counted once, whether it is named or not', () => {
    const view = attentionView({ attention: [failing], devices, gateways });
    expect(view.devices).toBe(1);
    expect(view.total).toBe(2);
  });

  it('is nothing when all is well', () => {
    const calm = { attention: [], devices: { ...devices, attention: 0 }, gateways };
    expect(attentionView(calm).total).toBe(0);
  });
});
