import { clientType } from '../../../shared/catalogue/client-types.ts';
import { action, broken, waiting } from '../finding.ts';
import type { Finding } from '../finding.ts';
import type { Facts } from '../facts.ts';

/** No phone has come: how far its settings have got, and how to send them. */
export function notSetUp(facts: Facts): Finding {
  return ofConfiguration(facts) ?? ofLink(facts) ?? toBegin(facts);
}

function ofConfiguration({ configuration, link }: Facts): Finding | undefined {
  if (configuration === undefined) return undefined;
  if (link !== undefined && link.createdAt > configuration.createdAt) return undefined;
  const { state, reason, traceId, createdAt, sentAt, deliveredAt } = configuration;
  const again = action('send-configuration');
  switch (state) {
    case 'queued':
    case 'sent': {
      const show = action('show-trace', { id: traceId });
      return waiting('configuration-under-way', { at: sentAt ?? createdAt, action: show });
    }
    case 'delivered':
      return waiting('configuration-delivered', { at: deliveredAt, action: action('show-guide') });
    case 'uncertain':
      return waiting('configuration-uncertain', { at: createdAt, action: again });
    case 'failed':
      return broken('configuration-failed', {
        params: { reason: reason ?? '' },
        at: createdAt,
        action: again,
      });
    case 'configured':
      return undefined;
  }
}

function ofLink({ link, now }: Facts): Finding | undefined {
  if (link === undefined || link.revokedAt !== null || link.expiresAt <= now) return undefined;
  const { openedAt, createdAt } = link;
  return openedAt === null
    ? waiting('link-open', { at: createdAt, action: action('wait') })
    : waiting('link-opened', { at: openedAt, action: action('show-guide') });
}

function toBegin({ device }: Facts): Finding {
  const { otaConfiguration } = clientType(device.clientType);
  if (otaConfiguration.isPossible && device.number !== null) {
    return waiting('never-synced-configuration', { action: action('send-configuration') });
  }
  return otaConfiguration.isPossible || otaConfiguration.reason === 'uses-profile'
    ? waiting('never-synced-link', { action: action('send-link') })
    : waiting('never-synced-guide', { action: action('show-guide') });
}
