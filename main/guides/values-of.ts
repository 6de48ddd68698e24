import { clientType } from '../../shared/catalogue/client-types.ts';
import { messages } from '../../shared/i18n/index.ts';
import type { DeviceProfile } from '../../shared/model/device-profile.ts';
import type { GuideLanguage } from '../../shared/model/guide.ts';
import type { MailServer } from '../../shared/model/provisioning.ts';
import type { ClientTypeId, DataType } from '../../shared/model/words.ts';
import type { GuideValues } from './values.ts';

/** What an installation says of itself, for guides that are about no device. */
export interface InstallationFacts {
  /** Address of the SyncML server with its port; null while phones cannot reach one. */
  readonly serverUrl: string | null;
  readonly serverId: string;
  /** Empty: the name of the server stands in. */
  readonly organisation: string;
  readonly incomingMail: MailServer | null;
  readonly outgoingMail: MailServer | null;
  /** Empty: there is none. */
  readonly caldavUrl: string;
  readonly carddavUrl: string;
  readonly pinDigits: number;
  readonly linkHours: number;
  readonly mergeWindowMs: number;
  /** Where the listener offers the authority of its own certificate. */
  readonly certificatePath: string;
}

/** Names of folders, by data type. */
export type FolderNames = readonly { readonly dataType: DataType; readonly name: string }[];

/** Values of the installation, with those that the catalogue knows of a client type. */
export function installationValues(
  facts: InstallationFacts,
  language: GuideLanguage,
  type: ClientTypeId | null,
): GuideValues {
  const organisation = facts.organisation.trim() || facts.serverId;
  return {
    ...addressValues(facts.serverUrl, facts.certificatePath),
    ...typeValues(language, type),
    ...mailValues(facts),
    serverId: facts.serverId,
    organisation,
    profile: organisation,
    caldavUrl: facts.caldavUrl || null,
    carddavUrl: facts.carddavUrl || null,
    pinDigits: String(facts.pinDigits),
    linkHours: String(facts.linkHours),
    mergeSeconds: String(Math.round(facts.mergeWindowMs / 1000)),
  };
}

/** Values of one device, before those of the installation. There is no secret among them. */
export function deviceValues(
  profile: DeviceProfile,
  facts: InstallationFacts,
  language: GuideLanguage,
): GuideValues {
  return {
    ...installationValues(facts, language, profile.clientType),
    ...addressValues(profile.serverUrl, facts.certificatePath),
    ...folderValues(profile.folders),
    ...mailValues(profile),
    user: profile.address,
    profile: profile.profileName,
    organisation: profile.organisation,
    serverId: profile.serverId,
    deviceName: profile.deviceName,
    caldavUrl: profile.caldavUrl,
    carddavUrl: profile.carddavUrl,
  };
}

/** Values that hold for a client type wherever it is used. */
export function typeValues(language: GuideLanguage, type: ClientTypeId | null): GuideValues {
  if (type === null) return {};
  return {
    clientType: messages[language].clientTypes[type],
    ...folderValues(foldersOf(type)),
  };
}

/** Folders that a client type offers, by the names that it has as delivered. */
export function foldersOf(type: ClientTypeId | null): FolderNames {
  return type === null ? [] : clientType(type).folders;
}

function folderValues(folders: FolderNames): GuideValues {
  return Object.fromEntries(folders.map(({ dataType, name }) => [dataType, name]));
}

function addressValues(serverUrl: string | null, certificatePath: string): GuideValues {
  if (serverUrl === null || !URL.canParse(serverUrl)) return {};
  const { protocol, hostname, port, pathname } = new URL(serverUrl);
  const usual = protocol === 'https:' ? '443' : '80';
  const actual = port || usual;
  return {
    url: serverUrl,
    host: hostname,
    port: actual,
    path: pathname,
    certificateUrl: `${protocol}//${hostname}:${actual}${certificatePath}`,
  };
}

function mailValues(servers: {
  readonly incomingMail: MailServer | null;
  readonly outgoingMail: MailServer | null;
}): GuideValues {
  return {
    incomingMail: mailText(servers.incomingMail),
    outgoingMail: mailText(servers.outgoingMail),
  };
}

const securityNames = { tls: 'TLS', starttls: 'STARTTLS', none: '' } as const;

/** As phones ask for it: host, port, encryption. */
function mailText(server: MailServer | null): string | null {
  if (server === null) return null;
  const place = `${server.host}, ${String(server.port)}`;
  return server.security === 'none' ? place : `${place}, ${securityNames[server.security]}`;
}
