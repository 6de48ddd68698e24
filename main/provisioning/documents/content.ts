import type { DeviceProfile } from '../../../shared/model/device-profile.ts';
import type { AccessPoint, ProvisioningSecurity } from '../../../shared/model/provisioning.ts';

/** An access point with its password, which is part of what a phone needs of it. */
export interface AccessPointContent extends Omit<AccessPoint, 'hasPassword'> {
  /** Null where none is set. */
  readonly password: string | null;
}

/** What a configuration says, whatever its format. There is no password of the account in it. */
export interface ConfigurationContent {
  readonly profile: DeviceProfile & { readonly serverUrl: string };
  readonly withMail: boolean;
  readonly accessPoint: AccessPointContent | null;
  /** How the phone is to sign in, for formats that say it. */
  readonly authScheme: 'basic' | 'md5';
}

/** Secrets that a configuration is signed with; they are in no document. */
export interface SigningSecrets {
  readonly security: ProvisioningSecurity;
  /** Digits drawn for this configuration. */
  readonly pin: string | undefined;
  readonly imsi: string | undefined;
}

/** One SMS of a configuration, not cut into parts yet. */
export interface ConfigurationDocument {
  readonly name: 'settings' | 'connection';
  /** In words: XML or a line of commands. */
  readonly text: string;
  /** Octets of the push or the text. */
  readonly octets: number;
  /** The document without its signature; what a repeat is known by. */
  readonly body: Uint8Array;
  /** TP-DCS (GSM 03.38 §4). */
  readonly dcs: number;
  readonly parts: readonly { readonly udh: Uint8Array; readonly data: Uint8Array }[];
}

/** All SMS of a configuration. */
export interface ConfigurationDocuments {
  readonly documents: readonly ConfigurationDocument[];
  /** What the phone asks its owner for; null where it asks for nothing. */
  readonly pin: string | null;
}
