import { clientType } from '../../shared/catalogue/client-types.ts';
import { troubleStepIdSchema } from '../../shared/model/troubleshooter.ts';
import type {
  TroubleReport,
  TroubleStep,
  TroubleStepId,
} from '../../shared/model/troubleshooter.ts';
import { holds } from './finding.ts';
import type { Facts, Link } from './facts.ts';
import type { Finding } from './finding.ts';
import { accountMaySync } from './links/account-may-sync.ts';
import { alertDelivered } from './links/alert-delivered.ts';
import { changeSeen } from './links/change-seen.ts';
import { gatewaySends } from './links/gateway-sends.ts';
import { manualSync } from './links/manual-sync.ts';
import { namesMatch } from './links/names-match.ts';
import { phoneAnswered } from './links/phone-answered.ts';

const links: Readonly<Record<TroubleStepId, Link<Finding>>> = {
  'account-may-sync': accountMaySync,
  'manual-sync': manualSync,
  'gateway-sends': gatewaySends,
  'change-seen': changeSeen,
  'names-match': onlyForPush(namesMatch),
  'alert-delivered': onlyForPush(alertDelivered),
  'phone-answered': onlyForPush(phoneAnswered),
};

/** A phone that asks by itself is sent no alerts, so that nothing of them can break. */
function onlyForPush(link: Link<Finding>): Link<Finding> {
  return (facts) =>
    clientType(facts.device.clientType).push.isPossible ? link(facts) : holds('not-needed');
}

const unchecked: Finding = {
  state: 'unchecked',
  key: 'unchecked',
  params: {},
  at: null,
  action: null,
};

/** Walks the chain up to the first link that does not hold. */
export function walk(facts: Facts): TroubleReport {
  let stoppedAt: TroubleStepId | null = null;
  const steps = troubleStepIdSchema.options.map((id): TroubleStep => {
    if (stoppedAt !== null) return { id, ...unchecked };
    const finding = links[id](facts);
    if (finding.state !== 'ok') stoppedAt = id;
    return { id, ...finding };
  });
  return { deviceId: facts.device.id, at: facts.now, steps, stoppedAt };
}
