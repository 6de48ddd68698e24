import { isIP } from 'node:net';
import { invalidField } from '../../shared/model/errors.ts';
import type { Settings, SettingsInput } from '../../shared/model/settings.ts';

const hostName = /^(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*$/iu;
/** Further paths of the SyncML server: visible ASCII without what ends a path in a URL (RFC 3986 §3.3). */
const aliasPath = /^\/[\u0021-\u007e]*$/u;
const aliasStops = /[?#%\\]/u;
/** Paths of the same listener that are somebody else's. */
const takenPaths = /^\/($|(changes|me|setup|\.well-known)(\/|$))/iu;
const mailAddress = /^[^\s@]+@[^\s@]+$/u;

function checkHost(path: string, host: string | undefined): void {
  if (host === undefined || isIP(host) !== 0 || hostName.test(host)) return;
  throw invalidField(path, 'invalid');
}

function checkUrl(path: string, url: string | undefined, protocols: readonly string[]): void {
  if (url === undefined || url === '') return;
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  // A password in an address would be shown to every phone.
  const isFit =
    parsed !== undefined && protocols.includes(parsed.protocol) && parsed.username === '';
  if (!isFit || parsed.password !== '') throw invalidField(path, 'not-a-url');
}

function checkTimeZone(zone: string | undefined): void {
  if (zone === undefined) return;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    throw invalidField('sync.timeZone', 'unknown');
  }
}

/** A path as it is compared: one slash in front, none behind. */
function tidyAlias(alias: string, index: number): string {
  const path = `/${alias.trim().replace(/^\/+|\/+$/gu, '')}`;
  if (!aliasPath.test(path) || aliasStops.test(path) || takenPaths.test(path)) {
    throw invalidField(`sync.aliases.${index}`, 'invalid');
  }
  return path;
}

/** What the listeners need together; asked for only when something of them is changed. */
function checkListeners(listeners: Settings['listeners']): void {
  if (!listeners.tlsEnabled) return;
  if (listeners.tlsPort !== 0 && listeners.tlsPort === listeners.devicesPort) {
    throw invalidField('listeners.tlsPort', 'duplicate');
  }
  if (listeners.certificate === 'file') {
    if (listeners.certificateFile === '')
      throw invalidField('listeners.certificateFile', 'required');
    if (listeners.keyFile === '') throw invalidField('listeners.keyFile', 'required');
  }
  if (listeners.certificate === 'acme') {
    if (listeners.acmeDirectory === '') throw invalidField('listeners.acmeDirectory', 'required');
    // Authorities certify names that they can find; the public address is the default.
    if (listeners.acmeNames.length === 0 && listeners.publicUrl === '') {
      throw invalidField('listeners.acmeNames', 'required');
    }
  }
}

/**
 * A stored password must not be had by pointing the mail at a machine of one's own, nor by taking the
 * encryption away.
 *
 * @param password The one that comes with the change.
 * @throws AppError INVALID_INPUT for `mail.password`.
 */
export function checkMailServer(
  before: Settings['mail'],
  wanted: Settings['mail'],
  password: string | undefined,
): void {
  const isSame = before.host === wanted.host && before.port === wanted.port;
  const isOpened = before.security !== 'none' && wanted.security === 'none';
  // Without a server there is nobody to tell it to.
  if (!before.hasPassword || password !== undefined || wanted.host === '') return;
  if (!isSame || isOpened) throw invalidField('mail.password', 'required');
}

/** What is told to phones, and by whom mail is sent. */
function checkProvisioning({ provisioning, mail }: SettingsInput): void {
  checkUrl('provisioning.caldavUrl', provisioning?.caldavUrl, ['http:', 'https:']);
  checkUrl('provisioning.carddavUrl', provisioning?.carddavUrl, ['http:', 'https:']);
  checkHost('provisioning.incomingMail.host', provisioning?.incomingMail?.host);
  checkHost('provisioning.outgoingMail.host', provisioning?.outgoingMail?.host);
  if (mail?.host !== '') checkHost('mail.host', mail?.host);
  const from = mail?.from ?? '';
  if (from !== '' && !mailAddress.test(from)) throw invalidField('mail.from', 'not-an-address');
}

/**
 * Judges a change to the settings beyond what its schema says, and gives the settings to store.
 *
 * @param input What is asked for.
 * @param wanted The settings with it.
 * @throws AppError INVALID_INPUT that names the field.
 */
export function checkSettings(input: SettingsInput, wanted: Settings): Settings {
  const { changes, listeners, sync } = input;
  checkHost('changes.udpHost', changes?.udpHost);
  checkHost('listeners.devicesHost', listeners?.devicesHost);
  checkUrl('listeners.publicUrl', listeners?.publicUrl, ['http:', 'https:']);
  checkUrl('listeners.acmeDirectory', listeners?.acmeDirectory, ['https:']);
  for (const [index, name] of (listeners?.acmeNames ?? []).entries()) {
    // HTTP-01 proves names alone, and no wildcard (RFC 8555 §8.3).
    if (!hostName.test(name) || isIP(name) !== 0) {
      throw invalidField(`listeners.acmeNames.${index}`, 'invalid');
    }
  }
  const contact = listeners?.acmeContact ?? '';
  if (contact !== '' && !mailAddress.test(contact)) {
    throw invalidField('listeners.acmeContact', 'not-an-address');
  }
  checkTimeZone(sync?.timeZone);
  checkProvisioning(input);
  const aliases = [...new Set((sync?.aliases ?? wanted.sync.aliases).map(tidyAlias))];
  if (listeners !== undefined) checkListeners(wanted.listeners);
  return { ...wanted, sync: { ...wanted.sync, aliases } };
}
