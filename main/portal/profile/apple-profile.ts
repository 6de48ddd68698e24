import { createHash } from 'node:crypto';
import { build } from 'plist';
import type { PlistValue } from 'plist';
import type { DeviceProfile, MailAccess } from '../../../shared/model/device-profile.ts';

/** What a profile can bring. */
export type ProfilePart = 'mail' | 'caldav' | 'carddav';

type Values = Record<string, PlistValue>;

/** What the profile of a device brings: what servers are set for. Apple wants both ways of mail. */
export function profileParts(profile: DeviceProfile): ProfilePart[] {
  const { incomingMail, outgoingMail, caldavUrl, carddavUrl } = profile;
  return [
    ...(incomingMail !== null && outgoingMail !== null ? (['mail'] as const) : []),
    ...(caldavUrl === null ? [] : (['caldav'] as const)),
    ...(carddavUrl === null ? [] : (['carddav'] as const)),
  ];
}

/** Whether a profile would bring anything. */
export function hasPayload(profile: DeviceProfile): boolean {
  return profileParts(profile).length > 0;
}

/**
 * A UUID that is the same for the same name, so that a profile that is installed again takes the
 * place of the one before (RFC 9562 §5.8: version 8, made by our own rule).
 */
function stableUuid(name: string): string {
  const bytes = createHash('sha256').update(`pushdesk profile ${name}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex').toUpperCase();
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}

function payload(type: string, name: string, title: string, organisation: string): Values {
  return {
    PayloadType: type,
    PayloadVersion: 1,
    PayloadIdentifier: `pushdesk.${name}`,
    PayloadUUID: stableUuid(name),
    PayloadDisplayName: title,
    PayloadOrganization: organisation,
  };
}

/** One way of mail: STARTTLS counts as SSL, which the system then finds out by the port. */
function mailWay(way: 'Incoming' | 'Outgoing', access: MailAccess): Values {
  return {
    [`${way}MailServerAuthentication`]: 'EmailAuthPassword',
    [`${way}MailServerHostName`]: access.host,
    [`${way}MailServerPortNumber`]: access.port,
    [`${way}MailServerUseSSL`]: access.security !== 'none',
    [`${way}MailServerUsername`]: access.user,
  };
}

function mailPayload(profile: DeviceProfile): Values | undefined {
  const { incomingMail, outgoingMail, organisation, address, displayName, deviceId } = profile;
  if (incomingMail === null || outgoingMail === null) return undefined;
  return {
    ...payload('com.apple.mail.managed', `${deviceId}.mail`, address, organisation),
    EmailAccountDescription: organisation,
    EmailAccountName: displayName,
    EmailAccountType: incomingMail.protocol === 'imap' ? 'EmailTypeIMAP' : 'EmailTypePOP',
    EmailAddress: address,
    ...mailWay('Incoming', incomingMail),
    ...mailWay('Outgoing', outgoingMail),
    // One question instead of two.
    OutgoingPasswordSameAsIncomingPassword: true,
  };
}

function davPayload(
  profile: DeviceProfile,
  kind: 'CalDAV' | 'CardDAV',
  address: string | null,
): Values | undefined {
  if (address === null || !URL.canParse(address)) return undefined;
  const { organisation, deviceId } = profile;
  const url = new URL(address);
  const isSecure = url.protocol === 'https:';
  const name = kind.toLowerCase();
  const path = url.pathname + url.search;
  return {
    ...payload(`com.apple.${name}.account`, `${deviceId}.${name}`, organisation, organisation),
    [`${kind}AccountDescription`]: organisation,
    [`${kind}HostName`]: url.hostname.replace(/^\[|\]$/gu, ''),
    [`${kind}Port`]: Number(url.port) || (isSecure ? 443 : 80),
    ...(path === '/' ? {} : { [`${kind}PrincipalURL`]: path }),
    [`${kind}UseSSL`]: isSecure,
    [`${kind}Username`]: profile.address,
  };
}

/** Texts of a profile in the language of its reader. */
export interface ProfileTexts {
  /** What the system asks the owner to agree to. */
  readonly consent: string;
}

/**
 * An Apple configuration profile ("Configuration Profile Reference"), as an XML property list. It
 * holds no password: the system asks for it when the profile is installed.
 */
export function appleProfile(profile: DeviceProfile, { consent }: ProfileTexts): string {
  const { organisation, deviceId, address } = profile;
  const contents = [
    mailPayload(profile),
    davPayload(profile, 'CalDAV', profile.caldavUrl),
    davPayload(profile, 'CardDAV', profile.carddavUrl),
  ].filter((each) => each !== undefined);
  const whole: Values = {
    ...payload('Configuration', deviceId, `${organisation} (${address})`, organisation),
    PayloadDescription: consent,
    ConsentText: { default: consent },
    PayloadRemovalDisallowed: false,
    PayloadScope: 'User',
    PayloadContent: contents,
  };
  return build(legible(whole));
}

/** XML has no place for control characters and lone surrogates (XML 1.0 §2.2), so they go. */
function legible(values: Values): Values {
  const clean = (value: PlistValue): PlistValue => {
    if (typeof value === 'string') return value.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ');
    if (Array.isArray(value)) return value.map(clean);
    if (typeof value === 'object' && value !== null && value.constructor === Object) {
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, clean(each)]));
    }
    return value;
  };
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, clean(value)]));
}
