import type { Configuration } from '../../../../shared/model/provisioning.ts';
import type { StateMark } from '../../../../shared/model/words.ts';

/** Stops of a configuration on its way; the word is `provisioningPage.step.<id>`. */
export const progressSteps = ['queued', 'sent', 'delivered', 'configured'] as const;

/** One stop, and whether it was reached. */
export interface ProgressStep {
  readonly id: (typeof progressSteps)[number];
  readonly at: number | null;
  readonly mark: StateMark;
}

/**
 * The stops of a configuration. Where it has ended, the first stop that was not reached says how;
 * a stop before one that was reached holds too, since networks do not always report.
 */
export function progressOf(configuration: Configuration): readonly ProgressStep[] {
  const times = {
    queued: configuration.createdAt,
    sent: configuration.sentAt,
    delivered: configuration.deliveredAt,
    configured: configuration.configuredAt,
  } as const;
  const last = progressSteps.findLastIndex((id) => times[id] !== null);
  const stuck: StateMark =
    configuration.state === 'failed'
      ? 'failed'
      : configuration.state === 'uncertain'
        ? 'attention'
        : 'waiting';
  return progressSteps.map((id, index) => ({
    id,
    at: times[id],
    mark: index <= last ? 'working' : index === last + 1 ? stuck : 'off',
  }));
}
