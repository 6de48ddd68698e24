import { clientType } from '../../shared/catalogue/client-types.ts';
import type { ProvisioningSettings } from '../../shared/model/provisioning.ts';
import type { ClientTypeId } from '../../shared/model/words.ts';
import type { Conditions } from './source.ts';

/** What conditions are decided by. */
export interface ConditionFacts {
  readonly clientType: ClientTypeId | null;
  readonly isDevice: boolean;
  readonly provisioning: Pick<ProvisioningSettings, 'security' | 'pinDelivery' | 'linkUse'>;
  /** Phones reach the server by TLS, with a certificate that it made itself. */
  readonly hasOwnCertificate: boolean;
}

/** Which parts of a guide stand there. */
export function conditionsOf(facts: ConditionFacts): Conditions {
  const { security, pinDelivery, linkUse } = facts.provisioning;
  const type = facts.clientType === null ? undefined : clientType(facts.clientType);
  // OMA CP alone is signed with a PIN; the other formats know none.
  const asksPin =
    type?.otaConfiguration.format === 'oma-cp' && security !== 'none' && security !== 'netwpin';
  return {
    device: facts.isDevice,
    push: type?.push.isPossible === true,
    'pin-told': asksPin && pinDelivery !== 'mail',
    'pin-mail': asksPin && pinDelivery === 'mail',
    'own-certificate': facts.hasOwnCertificate,
    'link-once': linkUse === 'once',
  };
}
