import type { Device } from '../../../../shared/model/device.ts';
import type { Gateway } from '../../../../shared/model/gateway.ts';
import type { MailSettings, ProvisioningReason } from '../../../../shared/model/provisioning.ts';

/** Ways by which a link reaches the owner of a phone. */
export const linkWays = ['none', 'sms', 'mail'] as const;
export type LinkWay = (typeof linkWays)[number];

/** What decides which ways are open. */
export interface LinkWayFacts {
  readonly device: Pick<Device, 'number'>;
  readonly gateways: readonly Pick<Gateway, 'active'>[];
  readonly mail: Pick<MailSettings, 'host' | 'from'>;
}

/** Why a link cannot go that way; null where it can. */
export function whyNotWay(way: LinkWay, facts: LinkWayFacts): ProvisioningReason | null {
  switch (way) {
    case 'none':
      return null;
    case 'sms':
      if (facts.device.number === null) return 'no-number';
      return facts.gateways.some((gateway) => gateway.active) ? null : 'no-gateway';
    case 'mail':
      return facts.mail.host === '' || facts.mail.from === '' ? 'no-mail' : null;
  }
}
