import type { GuideTextKey } from '../texts/types.ts';
import { admin, heading, list, note, owner, unless, values, when } from '../source.ts';
import type { SourceBlock, ValueRow } from '../source.ts';

/** The admin adds account and device, and ticks its folders; in a guide of one device all is there. */
export const addInConsole: readonly SourceBlock[] = [
  heading('words.console'),
  unless(
    'device',
    admin('account.add', 'accounts'),
    admin('account.create', 'new-account'),
    admin('device.add', 'devices'),
    admin('device.create', 'new-device'),
  ),
  admin('device.folders', 'device-folders'),
];

/** The same for the phones of today: they know no folders by name, and use the mailbox's own servers. */
export const addForToday: readonly SourceBlock[] = [
  heading('words.console'),
  admin('configure.servers', 'settings-provisioning'),
  unless(
    'device',
    admin('account.add', 'accounts'),
    admin('account.create-plain', 'new-account'),
    admin('device.add', 'devices'),
    admin('device.create-plain', 'new-device'),
  ),
];

/** The settings go out by SMS. */
export const sendBySms: readonly SourceBlock[] = [
  admin('configure.sms', 'device-set-up'),
  admin('configure.sms-send', 'configuration-dialog'),
  when('pin-told', admin('configure.pin-told', 'configuration-sent')),
  when('pin-mail', note('info', 'configure.pin-mail')),
  note('info', 'configure.no-secret'),
];

/** The settings of older phones, which ask for no PIN. */
export const sendWithoutPin: readonly SourceBlock[] = [
  admin('configure.sms', 'device-set-up'),
  admin('configure.sms-send', 'configuration-dialog'),
  note('info', 'configure.no-secret'),
];

/** The owner gets a link. */
export const sendLink: readonly SourceBlock[] = [
  admin('configure.link', 'device-set-up-link'),
  admin('configure.link-send', 'link-dialog'),
  when('link-once', note('warning', 'configure.link-once')),
  note('info', 'configure.no-secret'),
];

/** The owner gets paper, or a page. */
export const handOver: readonly SourceBlock[] = [
  admin('configure.values', 'device-set-up-values'),
  note('info', 'configure.no-secret'),
];

/** Push for everybody, where the client type knows it. */
export const switchOn: readonly SourceBlock[] = [when('push', admin('push-on.engine', 'push'))];

const sign: readonly ValueRow[] = [
  { name: 'words.user-name', value: 'user' },
  { name: 'words.password', value: null },
];

/** What a SyncML client has to know. */
export const syncValues: SourceBlock = values('words.type', [
  { name: 'words.profile-name', value: 'profile' },
  { name: 'words.server-address', value: 'url' },
  ...sign,
  'folders',
]);

/** The same for clients that ask for every part of the address, and for the id of the server. */
export const allSyncValues: SourceBlock = values('words.type', [
  { name: 'words.profile-name', value: 'profile' },
  { name: 'words.server-address', value: 'url' },
  { name: 'words.host', value: 'host' },
  { name: 'words.port', value: 'port' },
  { name: 'words.path', value: 'path' },
  { name: 'words.server-id', value: 'serverId' },
  ...sign,
  'folders',
]);

/** What the phones of today have to know. */
export const accountValues: SourceBlock = values('words.type', [
  ...sign,
  { name: 'words.incoming-mail', value: 'incomingMail', isOptional: true },
  { name: 'words.outgoing-mail', value: 'outgoingMail', isOptional: true },
  { name: 'words.caldav', value: 'caldavUrl', isOptional: true },
  { name: 'words.carddav', value: 'carddavUrl', isOptional: true },
]);

/** The owner takes a configuration that is signed with a PIN. */
export const takeMessage: readonly SourceBlock[] = [
  owner('owner.message', 'keypad-message'),
  when('pin-told', owner('owner.pin', 'keypad-pin')),
  when('pin-mail', owner('owner.pin-mail', 'keypad-pin')),
  owner('owner.save', 'keypad-settings'),
];

/** Phones that shall believe in a certificate of the server's own have to be taught it. */
export const trustServer: SourceBlock = when('own-certificate', owner('owner.certificate'));

/** Clients that can be alerted have to be allowed to begin by themselves. */
export const letServerStart: SourceBlock = when('push', owner('owner.requests'));

/** A first change from the phone, then one to it. */
export const checkSync: readonly SourceBlock[] = [
  heading('words.check'),
  owner('check.change'),
  admin('check.watch', 'device-sessions'),
  when('push', admin('check.alert', 'device-client')),
  unless('push', owner('check.ask')),
];

/** What is wrong most of the time. */
export function troubles(...texts: readonly GuideTextKey[]): readonly SourceBlock[] {
  return [heading('words.trouble'), list(...texts)];
}

/** What has to be there. */
export function before(text: GuideTextKey): readonly SourceBlock[] {
  return [heading('words.before'), list(text)];
}
