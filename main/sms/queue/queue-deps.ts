import type { Settings } from '../../../shared/model/settings.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Events } from '../../platform/events.ts';
import type { Ids } from '../../platform/ids.ts';
import type { LogWriter } from '../../platform/logbook.ts';
import type { Random } from '../../platform/random.ts';
import type { MessageOutcomes, Store } from '../../store/types.ts';

/** What an admin has set about SMS; read whenever it matters. */
export type SmsSettings = Readonly<Settings['sms']>;

/** What the queue works with. */
export interface QueueDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly ids: Ids;
  readonly events: Events;
  readonly log: LogWriter;
  readonly outcomes: MessageOutcomes;
  settings(): SmsSettings;
}
