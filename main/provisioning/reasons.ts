import { clientType } from '../../shared/catalogue/client-types.ts';
import type { DeviceProfile } from '../../shared/model/device-profile.ts';
import type {
  ProvisioningFormat,
  ProvisioningPreview,
  ProvisioningReason,
  ProvisioningSecurity,
} from '../../shared/model/provisioning.ts';
import { fieldLimits, synthesisLimits } from './limits.ts';

/** What {@link impossibleReason} looks at. */
export interface SendingFacts {
  readonly profile: DeviceProfile;
  readonly number: string | null;
  readonly hasGateway: boolean;
  readonly hasImsi: boolean;
  readonly security: ProvisioningSecurity;
  /** The PIN is to go by mail, and no mail can be sent. */
  readonly lacksMail: boolean;
  readonly tooLong: ProvisioningPreview['tooLong'];
}

/** Kinds of security that sign with the number of the SIM. */
const withImsi: ReadonlySet<ProvisioningSecurity> = new Set<ProvisioningSecurity>([
  'netwpin',
  'usernetwpin',
]);
/** Kinds that ask for a PIN. */
const withPin: ReadonlySet<ProvisioningSecurity> = new Set<ProvisioningSecurity>([
  'userpin',
  'usernetwpin',
  'userpinmac',
]);

/** Whether the phone asks its owner for a PIN. */
export function asksForPin(security: ProvisioningSecurity): boolean {
  return withPin.has(security);
}

/** Digits that the owner types in: a USERPINMAC one carries as many of its MAC behind its own. */
export function typedDigits(security: ProvisioningSecurity, pinDigits: number): number {
  return security === 'userpinmac' ? 2 * pinDigits : pinDigits;
}

/**
 * Why a configuration cannot be sent; null when it can. What cannot be changed comes first, then in
 * the order in which an admin would set things up.
 */
export function impossibleReason(facts: SendingFacts): ProvisioningReason | null {
  const { profile, number, hasGateway, hasImsi, security, lacksMail, tooLong } = facts;
  const { reason } = clientType(profile.clientType).otaConfiguration;
  if (reason !== null) return reason;
  if (number === null) return 'no-number';
  if (!hasGateway) return 'no-gateway';
  if (profile.serverUrl === null) return 'no-address';
  if (profile.folders.length === 0) return 'no-folder';
  if (withImsi.has(security) && !hasImsi) return 'no-imsi';
  if (lacksMail) return 'no-mail';
  return tooLong === null ? null : 'too-long';
}

/** The first field that is longer than phones take. S60 counts in 16-bit characters. */
export function tooLongField(
  format: ProvisioningFormat,
  { profileName, serverId, serverUrl, address, folders }: DeviceProfile,
): ProvisioningPreview['tooLong'] {
  const isSynthesis = format === 'synthesis';
  const url = serverUrl ?? '';
  const fields: readonly (readonly [
    name: NonNullable<ProvisioningPreview['tooLong']>['name'],
    value: string,
    max: number,
  ])[] = [
    ['profile', profileName, isSynthesis ? synthesisLimits.profile : fieldLimits.profile],
    // The other formats do not name the server.
    ...(format === 'oma-cp' ? [['server', serverId, fieldLimits.server] as const] : []),
    ['url', url, isSynthesis ? synthesisLimits.url : fieldLimits.url],
    ['user', address, fieldLimits.user],
    ...folders.map(({ dataType, name }) => [dataType, name, fieldLimits.folder] as const),
  ];
  const found = fields.find(([, value, max]) => value.length > max);
  return found === undefined ? null : { name: found[0], max: found[2] };
}
