import { clientType } from '../../shared/catalogue/client-types.ts';
import type { DeviceProfile } from '../../shared/model/device-profile.ts';
import { AppError } from '../../shared/model/errors.ts';
import type {
  ProvisioningFormat,
  ProvisioningPreview,
  ProvisioningReason,
  ProvisioningSecurity,
} from '../../shared/model/provisioning.ts';
import type { DeviceRow } from '../store/types.ts';
import type { AccessPoints } from './access-points.ts';
import type { AccessPointContent, ConfigurationContent } from './documents/content.ts';
import { foundDevice } from './found-device.ts';
import type { DeviceOptions } from './options.ts';
import { makeProfile } from './profile.ts';
import type { ProvisioningDeps } from './provisioning-deps.ts';
import { asksForPin, impossibleReason, tooLongField, typedDigits } from './reasons.ts';

/** What a configuration would be at this moment. */
export interface Draft {
  readonly device: DeviceRow;
  readonly profile: DeviceProfile;
  /** The address leads to this machine alone. */
  readonly isLocal: boolean;
  /** Null where the client type has none. */
  readonly format: ProvisioningFormat | null;
  /** Of formats without signatures it is `none`. */
  readonly security: ProvisioningSecurity;
  /** Digits to draw for the PIN; undefined where no PIN is asked for. */
  readonly pinDigits: number | undefined;
  readonly pin: ProvisioningPreview['pin'];
  readonly imsi: string | undefined;
  readonly accessPoint: AccessPointContent | null;
  readonly withMail: boolean;
  readonly reason: ProvisioningReason | null;
  readonly tooLong: ProvisioningPreview['tooLong'];
}

/** Puts drafts together. */
export interface Drafts {
  /** @throws AppError NOT_FOUND when there is no such device. */
  of(deviceId: string): Promise<Draft>;
  profileOf(deviceId: string): Promise<DeviceProfile>;
}

/** Makes what puts them together from what is stored and set. */
export function createDrafts(
  deps: ProvisioningDeps,
  options: DeviceOptions,
  accessPoints: AccessPoints,
): Drafts {
  const { store, sms, mail, settings, pushSettings, serverUrl } = deps;

  async function load(deviceId: string): Promise<{ device: DeviceRow; profile: DeviceProfile }> {
    const device = await foundDevice(store, deviceId);
    const account = await store.accounts.get(device.accountId);
    if (account === undefined) {
      const params = { what: 'account', id: device.accountId };
      throw new AppError('NOT_FOUND', { params });
    }
    const { serverId } = await pushSettings();
    const profile = makeProfile({
      device,
      account,
      settings: settings().provisioning,
      serverId,
      serverUrl: serverUrl(sms.hasActiveSimulator()),
    });
    return { device, profile };
  }

  return {
    profileOf: async (deviceId) => (await load(deviceId)).profile,

    async of(deviceId) {
      const { device, profile: known } = await load(deviceId);
      // An emulator on this machine can be set up too; whoever sends it is told.
      const local = known.serverUrl === null ? serverUrl(true) : null;
      const profile = { ...known, serverUrl: known.serverUrl ?? local };
      const { security: wanted, pinDigits, pinDelivery } = settings().provisioning;
      const { format } = clientType(device.clientType).otaConfiguration;
      const security = format === 'oma-cp' ? wanted : 'none';
      const hasPin = asksForPin(security);
      const imsi = await options.imsi(deviceId);
      const { accessPointId, withMail } = await options.row(deviceId);
      const found = accessPointId === null ? undefined : await accessPoints.find(accessPointId);
      const tooLong = format === null ? null : tooLongField(format, profile);
      const reason = impossibleReason({
        profile,
        number: device.number,
        hasGateway: sms.hasActiveGateway(),
        hasImsi: imsi !== undefined,
        security,
        lacksMail: hasPin && pinDelivery === 'mail' && !mail.isReady(),
        tooLong,
      });
      return {
        device,
        profile,
        isLocal: local !== null,
        format,
        security,
        pinDigits: hasPin ? pinDigits : undefined,
        pin: hasPin ? { digits: typedDigits(security, pinDigits), delivery: pinDelivery } : null,
        imsi,
        // A line of commands has no place for it.
        accessPoint: format === 'synthesis' ? null : (found ?? null),
        withMail: withMail && format === 'oma-cp',
        reason,
        tooLong: reason === 'too-long' ? tooLong : null,
      };
    },
  };
}

/** What the documents of a draft say; undefined while there is no address to tell. */
export function contentOf(
  { profile, withMail, accessPoint }: Draft,
  auth: 'any' | 'md5' | 'basic',
): ConfigurationContent | undefined {
  const { serverUrl } = profile;
  if (serverUrl === null) return undefined;
  return {
    profile: { ...profile, serverUrl },
    withMail,
    accessPoint,
    authScheme: auth === 'md5' ? 'md5' : 'basic',
  };
}
