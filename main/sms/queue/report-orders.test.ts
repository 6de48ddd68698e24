import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReportState } from '../../../shared/model/message.ts';
import { strongerState, stateOfParts } from './report-states.ts';

const states: readonly ReportState[] = ['accepted', 'enroute', 'expired', 'failed', 'delivered'];
const anyState = fc.constantFrom(...states);

describe('reports on a message', () => {
  it('lead to the same state in whatever order they come, and however often', () => {
    const told = fc.array(fc.record({ part: fc.nat(2), state: anyState }), { maxLength: 12 });
    fc.assert(
      fc.property(
        told.chain((reports) =>
          fc.tuple(
            fc.constant(reports),
            fc.shuffledSubarray([...reports, ...reports], {
              minLength: reports.length * 2,
              maxLength: reports.length * 2,
            }),
          ),
        ),
        ([reports, shuffled]) => {
          expect(stateAfter(shuffled)).toBe(stateAfter(reports));
        },
      ),
    );
  });

  it('make it delivered only when all parts are', () => {
    expect(stateOfParts(['delivered', 'delivered'])).toBe('delivered');
    expect(stateOfParts(['delivered', null])).toBe('enroute');
    expect(stateOfParts(['delivered', 'failed'])).toBe('failed');
  });
});

function stateAfter(
  reports: readonly { readonly part: number; readonly state: ReportState }[],
): ReportState | null {
  const parts: (ReportState | null)[] = [null, null, null];
  for (const { part, state } of reports) parts[part] = strongerState(parts[part] ?? null, state);
  return stateOfParts(parts);
}
