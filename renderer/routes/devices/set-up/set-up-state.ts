import type { Configuration, ProvisioningLink } from '../../../../shared/model/provisioning.ts';
import type { StateMark } from '../../../../shared/model/words.ts';

/** What is known of how a phone was set up; both lists newest first. */
export interface SetUpFacts {
  readonly configurations: readonly Configuration[];
  readonly links: readonly ProvisioningLink[];
  readonly lastSessionAt: number | null;
  /** False for clients that take a profile or a page, whose first session never comes here. */
  readonly isAwaited: boolean;
}

/** Word of the sentence that says how far a phone is: `provisioningPage.state.<word>`. */
export type SetUpWord =
  | 'none'
  | 'synced'
  | 'queued'
  | 'sent'
  | 'delivered'
  | 'configured'
  | 'failed'
  | 'uncertain'
  | 'link-open'
  | 'link-opened'
  | 'link-used'
  | 'link-synced'
  | 'link-ended';

/** How far a phone is. */
export interface SetUpState {
  readonly word: SetUpWord;
  readonly mark: StateMark;
  /** When that began; null where nothing has happened. */
  readonly at: number | null;
  readonly reason: Configuration['reason'];
}

function ofConfiguration(configuration: Configuration): SetUpState {
  const { state, reason, createdAt, sentAt, deliveredAt, configuredAt } = configuration;
  switch (state) {
    case 'queued':
      return { word: 'queued', mark: 'waiting', at: createdAt, reason: null };
    case 'sent':
      return { word: 'sent', mark: 'waiting', at: sentAt ?? createdAt, reason: null };
    case 'delivered':
      return { word: 'delivered', mark: 'waiting', at: deliveredAt ?? createdAt, reason: null };
    case 'configured':
      return { word: 'configured', mark: 'working', at: configuredAt ?? createdAt, reason: null };
    case 'failed':
      return { word: 'failed', mark: 'failed', at: createdAt, reason };
    case 'uncertain':
      return { word: 'uncertain', mark: 'attention', at: createdAt, reason: null };
  }
}

function ofLink(
  link: ProvisioningLink,
  { lastSessionAt, isAwaited }: Pick<SetUpFacts, 'lastSessionAt' | 'isAwaited'>,
): SetUpState {
  const { openedAt } = link;
  if (openedAt !== null) {
    if (!isAwaited) return { word: 'link-opened', mark: 'working', at: openedAt, reason: null };
    return lastSessionAt !== null && lastSessionAt >= openedAt
      ? { word: 'link-synced', mark: 'working', at: lastSessionAt, reason: null }
      : { word: 'link-used', mark: 'waiting', at: openedAt, reason: null };
  }
  return link.state === 'expired'
    ? { word: 'link-ended', mark: 'off', at: link.expiresAt, reason: null }
    : { word: 'link-open', mark: 'waiting', at: link.createdAt, reason: null };
}

/**
 * How far a phone is, by what was done last: a configuration or a link. A link that was revoked
 * before anybody opened it has done nothing.
 */
export function setUpState(facts: SetUpFacts): SetUpState {
  const { configurations, links, lastSessionAt } = facts;
  const configuration = configurations[0];
  const link = links.find((one) => one.state !== 'revoked' || one.openedAt !== null);
  if (configuration === undefined && link === undefined) {
    return lastSessionAt === null
      ? { word: 'none', mark: 'off', at: null, reason: null }
      : { word: 'synced', mark: 'working', at: lastSessionAt, reason: null };
  }
  if (configuration === undefined || (link?.createdAt ?? 0) > configuration.createdAt) {
    if (link !== undefined) return ofLink(link, facts);
  }
  return configuration === undefined
    ? { word: 'none', mark: 'off', at: null, reason: null }
    : ofConfiguration(configuration);
}
