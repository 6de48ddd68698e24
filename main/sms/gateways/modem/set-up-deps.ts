import type { Clock } from '../../../platform/clock.ts';
import type { AtLine } from './at-line.ts';
import type { ModemSettings } from './modem-state.ts';
import type { PinMemory } from './pin-memory.ts';

/** What setting up works with. */
export interface SetUpDeps {
  readonly line: AtLine;
  readonly clock: Clock;
  readonly pins: PinMemory;
  readonly settings: ModemSettings;
}
