import type { ProvisioningSettings } from '../../../shared/model/provisioning.ts';
import type { Settings, SettingsInput } from '../../../shared/model/settings.ts';

type Incoming = NonNullable<ProvisioningSettings['incomingMail']>;
type Outgoing = NonNullable<ProvisioningSettings['outgoingMail']>;
type Typed<Server extends { readonly port: number }> = Omit<Server, 'port'> & {
  readonly port: number | string;
};

/**
 * What stands in the fields of setting phones up, under the names of the settings so that a refusal
 * finds its field. A server that is left out keeps its fields, in case it is wanted after all.
 */
export interface ProvisioningValues extends Omit<
  ProvisioningSettings,
  'pinDigits' | 'linkHours' | 'incomingMail' | 'outgoingMail'
> {
  readonly pinDigits: number | string;
  readonly linkHours: number | string;
  readonly hasIncomingMail: boolean;
  readonly incomingMail: Typed<Incoming>;
  readonly hasOutgoingMail: boolean;
  readonly outgoingMail: Typed<Outgoing>;
}

const usualIncoming: Incoming = { protocol: 'imap', host: '', port: 993, security: 'tls' };
const usualOutgoing: Outgoing = { host: '', port: 587, security: 'starttls' };

/** The fields as the settings have them. */
export function readProvisioning({ provisioning }: Settings): ProvisioningValues {
  return {
    ...provisioning,
    hasIncomingMail: provisioning.incomingMail !== null,
    incomingMail: provisioning.incomingMail ?? usualIncoming,
    hasOutgoingMail: provisioning.outgoingMail !== null,
    outgoingMail: provisioning.outgoingMail ?? usualOutgoing,
  };
}

/** What is sent to change them. */
export function writeProvisioning(values: ProvisioningValues): SettingsInput {
  const { hasIncomingMail, hasOutgoingMail, incomingMail, outgoingMail, ...rest } = values;
  return {
    provisioning: {
      ...rest,
      pinDigits: Number(values.pinDigits),
      linkHours: Number(values.linkHours),
      incomingMail: hasIncomingMail ? { ...incomingMail, port: Number(incomingMail.port) } : null,
      outgoingMail: hasOutgoingMail ? { ...outgoingMail, port: Number(outgoingMail.port) } : null,
    },
  };
}

/** Fields that are needed and empty, by their paths. */
export function missingServers(values: ProvisioningValues): readonly string[] {
  return [
    ...(values.hasIncomingMail && values.incomingMail.host.trim() === ''
      ? ['incomingMail.host']
      : []),
    ...(values.hasOutgoingMail && values.outgoingMail.host.trim() === ''
      ? ['outgoingMail.host']
      : []),
  ];
}
