import { clientType } from '../../../shared/catalogue/client-types.ts';
import { provisioningSecuritySchema } from '../../../shared/model/provisioning.ts';
import type {
  ProvisioningFormat,
  ProvisioningSecurity,
} from '../../../shared/model/provisioning.ts';
import type { ClientTypeId } from '../../../shared/model/words.ts';
import type { ConfigurationContent } from '../documents/content.ts';

/** Folders of a usual configuration. */
const usualFolders = 4;

/** A configuration as most offices send it: four folders at most, an address of usual length. */
export function usualContent(type: ClientTypeId): ConfigurationContent {
  const address = 'anna@example.org';
  return {
    profile: {
      deviceId: 'device',
      accountId: 'account',
      deviceName: 'Anna’s phone',
      clientType: type,
      displayName: 'Anna Nowak',
      address,
      organisation: 'Pushdesk',
      profileName: 'Pushdesk',
      serverId: 'Pushdesk',
      serverUrl: 'https://sync.example.org:443/syncml',
      folders: clientType(type)
        .folders.slice(0, usualFolders)
        .map(({ dataType, name, mime }) => ({ dataType, name, mime })),
      incomingMail: {
        protocol: 'imap',
        host: 'mail.example.org',
        port: 993,
        security: 'tls',
        user: address,
      },
      outgoingMail: { host: 'mail.example.org', port: 587, security: 'starttls', user: address },
      caldavUrl: null,
      carddavUrl: null,
    },
    withMail: false,
    accessPoint: null,
    authScheme: 'basic',
  };
}

/** Kinds of security that a format has. */
export function provisioningSecurityOptions(
  format: ProvisioningFormat,
): readonly ProvisioningSecurity[] {
  return format === 'oma-cp' ? provisioningSecuritySchema.options : ['none'];
}
