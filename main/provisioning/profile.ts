import { clientType } from '../../shared/catalogue/client-types.ts';
import type { DeviceProfile, ProfileFolder } from '../../shared/model/device-profile.ts';
import type { ProvisioningSettings } from '../../shared/model/provisioning.ts';
import type { AccountRow, DeviceRow } from '../store/types.ts';

/** What {@link makeProfile} puts together. */
export interface ProfileSources {
  readonly device: DeviceRow;
  readonly account: AccountRow;
  readonly settings: ProvisioningSettings;
  readonly serverId: string;
  readonly serverUrl: string | null;
}

/** Everything a phone has to know, from what is stored and set. */
export function makeProfile(sources: ProfileSources): DeviceProfile {
  const { device, account, settings, serverId, serverUrl } = sources;
  const { address } = account;
  const organisation = oneLine(settings.organisation) || serverId;
  return {
    deviceId: device.id,
    accountId: account.id,
    deviceName: device.name,
    clientType: device.clientType,
    displayName: oneLine(account.displayName) || address,
    address,
    organisation,
    profileName: organisation,
    serverId,
    serverUrl,
    folders: foldersOf(device),
    incomingMail: incomingMail(account, settings),
    outgoingMail: settings.outgoingMail && { ...settings.outgoingMail, user: address },
    caldavUrl: settings.caldavUrl || null,
    carddavUrl: settings.carddavUrl || null,
  };
}

/** Enabled ones in the catalogue's order; several of one data type in the order of the device. */
function foldersOf({ clientType: type, folders }: DeviceRow): ProfileFolder[] {
  return clientType(type).folders.flatMap(({ dataType, mime }) =>
    folders
      .filter((folder) => folder.enabled && folder.dataType === dataType)
      .map(({ name }) => ({ dataType, name, mime })),
  );
}

/** The account's own mailbox, else the server that is set for everybody. */
function incomingMail(
  { mailbox, address }: AccountRow,
  { incomingMail: common }: ProvisioningSettings,
): DeviceProfile['incomingMail'] {
  if (mailbox === null) return common && { ...common, user: address };
  const { host, port, security, user } = mailbox;
  return { protocol: 'imap', host, port, security, user };
}

/** Phones show these in one line, and their formats have no control characters. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}
