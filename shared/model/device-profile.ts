import type { MailServer } from './provisioning.ts';
import type { ClientTypeId, DataType } from './words.ts';

/** A server for mail, and the name by which the account signs in there. */
export interface MailAccess extends MailServer {
  readonly user: string;
}

/** A folder of a device as its phone has to name it. */
export interface ProfileFolder {
  readonly dataType: DataType;
  /** Name of the server's database, in exact letter case. */
  readonly name: string;
  /** MIME type of its content (catalogue). */
  readonly mime: string;
}

/**
 * Everything that a phone has to know, whatever form it is told in: an SMS, a profile, a page, a
 * guide. There is no secret in it.
 */
export interface DeviceProfile {
  readonly deviceId: string;
  readonly accountId: string;
  readonly deviceName: string;
  readonly clientType: ClientTypeId;
  /** Name of the owner; the address where none is set. */
  readonly displayName: string;
  /** E-mail address of the account; also the user name for synchronisation. */
  readonly address: string;
  /** Named in profiles and pages; the name of the server where none is set. */
  readonly organisation: string;
  /** Name of the profile on the phone. */
  readonly profileName: string;
  /** Names this server to phones, in exact letter case (OMA DS 1.2 SAN "server-id"). */
  readonly serverId: string;
  /**
   * Address of the SyncML server with its port: `https://sync.example.org:443/syncml`. Null when the
   * device cannot reach it.
   */
  readonly serverUrl: string | null;
  /** Enabled folders in the order of the catalogue. */
  readonly folders: readonly ProfileFolder[];
  readonly incomingMail: (MailAccess & { readonly protocol: 'imap' | 'pop3' }) | null;
  readonly outgoingMail: MailAccess | null;
  /** Addresses of calendars and address books; null where none is set. */
  readonly caldavUrl: string | null;
  readonly carddavUrl: string | null;
}
