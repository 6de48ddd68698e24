import { incomingLog } from './incoming-log.ts';
import { modemLog } from './modem-log.ts';
import { phoneLog } from './phone-log.ts';
import { portalLog } from './portal-log.ts';
import { smppLog } from './smpp-log.ts';
import { smsRoutingLog } from './sms-routing-log.ts';
import { smsApiLog } from './sms-api-log.ts';
import { smsQueueLog } from './sms-queue-log.ts';

/**
 * Sentences of the log. `{name}` is filled from the entry's params. What stands in them is said in
 * the present tense, as a colleague would.
 */
export const log = {
  'system.started': 'Pushdesk {version} is running',
  'system.stopping': 'Pushdesk stops',
  'system.listening': '{listener} listens on {host}, port {port}',
  'system.listener-failed': '{listener} cannot listen on {host}, port {port}: {detail}',
  'system.backup-made': 'Backup written to {path}',
  'system.backup-failed': 'The backup failed: {detail}',
  'system.retention':
    'Removed {count, plural, one {# entry that is past its time} other {# entries that are past their time}}',
  'system.fault': 'Something went wrong inside Pushdesk ({id}): {detail}',
  'system.settings-changed': 'Settings changed: {names}',
  'system.secrets-lost':
    '{count, plural, one {# password was} other {# passwords were}} sealed on another machine or by another person and cannot be opened here. The overview says where to type them in again',
  'system.no-key-store': 'The system has no key store: secrets are sealed with the key in {path}',
  'certificate.made': 'A certificate for {names} is made; it ends on {until}',
  'certificate.read': 'The certificate for {names} is read from {path}; it ends on {until}',
  'certificate.received': '{issuer} has given a certificate for {names}; it ends on {until}',
  'certificate.file-missing':
    'The certificate cannot be used: there is no file {path}. Correct the path in the settings',
  'certificate.file-unreadable':
    'The certificate cannot be used: {path} cannot be read: {detail}. Give Pushdesk the right to read it',
  'certificate.no-certificate':
    'The certificate cannot be used: {path} holds no certificate in PEM form',
  'certificate.no-key': 'The certificate cannot be used: {path} holds no private key in PEM form',
  'certificate.key-locked':
    'The certificate cannot be used: the key in {path} is locked with a password. Store it without one',
  'certificate.key-mismatch':
    'The certificate cannot be used: the key in {key} does not belong to a certificate in {path}',
  'certificate.expired':
    'The certificate for {names} has ended on {until}. Put a new one in its place',
  'certificate.not-yet-valid':
    'The certificate for {names} is not valid before {until}. Check the clock of this machine',
  'certificate.not-made': 'The certificate cannot be made or kept: {detail}',
  'certificate.acme-no-names':
    'No certificate can be asked for: enter the name by which devices reach this server, or the public address',
  'certificate.acme-unreachable':
    'The certificate authority at {directory} cannot be reached: {detail}',
  'certificate.acme-not-reached':
    'The certificate authority could not reach this server as {names}: {detail}. Port 80 of that name has to lead to the devices’ listener',
  'certificate.acme-refused':
    'The certificate authority refuses a certificate for {names}: {detail}',
  'certificate.acme-rate-limited':
    'The certificate authority wants a pause before it is asked again: {detail}',
  'certificate.acme-failed': 'The certificate authority has given no certificate: {detail}',
  'api.refused': 'A call to {procedure} was refused: {code}',
  'api.unauthenticated': 'A call without a valid token came from {remote}',
  'account.created': 'Account {account} added',
  'account.updated': 'Account {account} changed',
  'account.removed':
    'Account {account} removed, with {devices, plural, one {# device} other {# devices}}',
  'device.created': '{device} added to {account}',
  'device.updated': '{device} changed: {names}',
  'device.removed': '{device} removed from {account}',
  'device.paused': 'Push to {device} is paused by the admin',
  'device.resumed': 'Push to {device} goes on',
  'collection.created': 'Folder {folder} of {account} added',
  'collection.created-corporate': 'Folder {folder} for everybody added',
  'collection.updated': 'Folder {folder} of {account} changed',
  'collection.updated-corporate': 'Folder {folder} for everybody changed',
  'collection.removed': 'Folder {folder} of {account} removed, with everything in it',
  'collection.removed-corporate': 'Folder {folder} for everybody removed, with everything in it',
  'change.reported': '{folder} of {account} changed, told by {source}',
  'change.reported-by': '{folder} of {account} changed by {origin}, told by {source}',
  'change.reported-many':
    '{count, plural, one {# change} other {# changes}} of {accounts, plural, one {# account} other {# accounts}}, told by {source}',
  'change.unknown-account': 'A change for {account} is not taken: there is no such account',
  'change.unknown-folder': 'A change for {account} is not taken: there is no folder {folder}',
  'change.refused': 'A change from {remote} is not taken: {detail}',
  'change.refused-many':
    '{count, plural, one {# more change was} other {# more changes were}} not taken, for reasons like these',
  'change.replayed': 'A change from {remote} is not taken: the same datagram came before',
  'change.no-device': 'No device of {account} waits for {folder}',
  'change.no-device-many':
    '{count, plural, one {# more change} other {# more changes}} that no device waits for',
  'mailbox.watching': 'The mailbox of {account} is watched',
  'mailbox.failed': 'The mailbox of {account} cannot be watched: {detail}',
  'mailbox.stopped': 'The mailbox of {account} is no longer watched',
  'push.activated': 'Push is on',
  'push.deactivated': 'Push is off',
  'push.settings-changed': 'Push settings changed: {names}',
  'alert.planned': 'Alert to {device} planned: {folders}',
  'alert.planned-many': '{count, plural, one {# alert} other {# alerts}} planned or added to',
  'alert.merged': 'One more change goes into the alert to {device}: {folders}',
  'alert.manual': 'Alert to {device} asked for: {folders}',
  'alert.waiting-quiet': 'Alert to {device} waits for the end of its quiet hours at {until}',
  'alert.waiting-cap':
    'Alert to {device} waits: {cap, plural, one {# alert} other {# alerts}} an hour are enough',
  'alert.waiting-engine': 'Alert to {device} waits until push is switched on',
  'alert.waiting-gateway': 'Alert to {device} waits: there is no way out for SMS',
  'alert.waits-many': '{count, plural, one {# alert waits} other {# alerts wait}}',
  'alert.suppressed': 'No alert to {device}: {reason}',
  'alert.queued':
    'Alert to {device} is in the SMS queue: {folders}, {parts, plural, one {# part} other {# parts}}',
  'alert.queued-many': '{count, plural, one {# alert is} other {# alerts are}} in the SMS queue',
  'alert.ended-many': '{count, plural, one {# alert} other {# alerts}} ended unsent',
  'alert.sent':
    'Alert sent to {device}: {folders}, by "{gateway}", {parts, plural, one {# part} other {# parts}}',
  'alert.delivered': 'Alert delivered to {device}',
  'alert.answered': '{device} answers the alert',
  'alert.expired': 'Alert to {device} given up: {reason}',
  'alert.failed': 'Alert to {device} failed: {reason}',
  'alert.repeated':
    'Alert to {device} is sent again with the same bytes: its hand-over was cut off',
  'alert.uncertain': 'Whether the alert reached {device} is not known: its hand-over was cut off',
  'configuration.prepared':
    'Configuration for {device} prepared: {parts, plural, one {# SMS part} other {# SMS parts}}',
  'configuration.sent':
    'Configuration sent to {device}: {parts, plural, one {# SMS part} other {# SMS parts}}',
  'configuration.delivered': 'Configuration delivered to {device}',
  'configuration.failed': 'Configuration for {device} failed: {reason}',
  'configuration.uncertain':
    'Whether the configuration reached {device} is not known: its hand-over was cut off',
  'configuration.configured': '{device} is configured: its first session has come',
  'configuration.repeat-refused':
    'The same configuration was sent to {device} a short while ago: it goes out again only when that is confirmed',
  'configuration.not-possible': 'No configuration is sent to {device}: {obstacle}',
  'configuration.pin-told':
    'The PIN for {device} is told to the admin, {delivery, select, spoken {to be read out to the owner} other {on the screen}}',
  'configuration.pin-mailed': 'The PIN for {device} is sent by mail to {account}',
  'configuration.pin-not-mailed':
    'The PIN for {device} could not be sent by mail to {account}: the configuration was not sent either. Check the mail settings',
  'configuration.options-changed': 'Configuration of {device} changed: {names}',
  'access-point.saved': 'Access point "{name}" saved',
  'access-point.removed': 'Access point "{name}" removed',
  'sms.attempt-failed':
    '"{gateway}" did not take an SMS to {number}: {detail}. Next attempt in {seconds} s',
  'sms.failed-over':
    '"{gateway}" did not take an SMS to {number}: {detail}. It goes by "{next}" instead',
  'sms.failed':
    'SMS to {number} given up after {attempts, plural, one {# attempt} other {# attempts}}: {detail}',
  'sms.expired': 'SMS to {number} given up: it is too old',
  'gateway.created': 'Gateway "{gateway}" added',
  'gateway.updated': 'Gateway "{gateway}" changed: {names}',
  'gateway.removed': 'Gateway "{gateway}" removed',
  'gateway.on': 'Gateway "{gateway}" is switched on',
  'gateway.off': 'Gateway "{gateway}" is switched off',
  'gateway.failing': 'Gateway "{gateway}" does not work: {detail}',
  'gateway.recovered': 'Gateway "{gateway}" works again',
  'gateway.test-ok': 'Gateway "{gateway}" tested: it works',
  'gateway.test-failed': 'Gateway "{gateway}" tested: {detail}',
  'sync.wrong-url':
    '{remote} synchronises by {url}. It is served, but set the address in the device to {right}',
  'sync.http-for-https':
    '{remote} synchronises without encryption by {url} (http for https). It is served; set the address in the device to {right}',
  'sync.https-for-http':
    '{remote} speaks HTTPS to a port that is meant for HTTP, by {url}. It is served; set the address in the device to {right}',
  'sync.tls-too-old':
    '{remote} speaks only TLS 1.1 or older, which is refused. Update the device, or let it synchronise by http:// inside a network that you trust',
  'sync.tls-not-trusted':
    '{remote} does not trust the certificate. Install it on the device from /certificate.crt, or use one from a public authority',
  'phone.synced': '{device} (virtual) has synchronised: {received} received, {sent} sent',
  'phone.sync-failed':
    '{device} (virtual) could not synchronise: {problem}. Look at the session on the device’s page.',
  'phone.woke': '{device} (virtual) wakes up: {folders}, session {session}',
  'phone.duplicate': '{device} (virtual) drops an alert that it has seen before',
  'phone.wrong-digest':
    '{device} (virtual) does not know the sender: the digest does not fit the server password',
  'phone.unknown-folder': '{device} (virtual) has no folder named {folder}: letter case counts',
  'phone.text': '{device} (virtual) shows a text message',
  'phone.undecodable': '{device} (virtual) cannot make sense of an SMS: {detail}',
  'device.paired': '{device} is paired with {client} by the admin',
  'device.paired-by-rule':
    '{device} is paired with {client}: no other device of the account was free',
  'device.unpaired': '{device} is no longer paired with {client}',
  'device.swapped': '{device} and {other} have exchanged their clients',
  'device.mismatch':
    '{client} answers an alert that was sent to {other}: their numbers are mixed up, or their clients. Swap the clients or correct the numbers',
  'device.push-off': '{device} has switched its push off itself',
  'device.push-on': '{device} has switched its push on again',
  'device.push-refused': '{device} wants to switch its push, but the admin has paused it',
  'device.resync': 'The next session of {device} compares everything again: {folders}',
  'device.reset':
    'What was known of the client of {device} is forgotten: its next session is like its first',
  'pending.appeared':
    '{client} signs in to {account} and belongs to no device: assign it to one on the devices page',
  'pending.dismissed': '{client} is put away: it stays without a device',
  'pending.blocked': '{client} is blocked: it is not let in any more',
  'pending.recalled': '{client} is brought back: it waits for a device and is let in',
  'sync.started': '{client} starts a session (SyncML {version}, {encoding})',
  'sync.folder':
    '{folder} of {client}, {mode}. From the device: {added} new, {changed} changed, {deleted} deleted. To it: {sentAdded} new, {sentChanged} changed, {sentDeleted} deleted',
  'sync.folder-same': '{folder} of {client}, {mode}: nothing to do',
  'sync.folder-compared':
    '{folder} of {client}, {mode}: {matched} on both sides. From the device: {added} new, {changed} changed, {deleted} deleted. To it: {sentAdded} new, {sentChanged} changed, {sentDeleted} deleted',
  'sync.folder-failed':
    '{count, plural, one {# item} other {# items}} of {folder} could not be taken over between {client} and the server: the session lists them with their statuses',
  'sync.folder-conflicts':
    '{count, plural, one {# item} other {# items}} of {folder} had been changed on {client} and elsewhere: what lost is kept in the history',
  'sync.folder-held':
    '{client} wants {count, plural, one {# item} other {# items}} of {folder} deleted at once: they are kept until the admin decides',
  'sync.folder-unknown':
    '{client} asks for {folder}, which does not exist: correct the name of the database in the phone, or give a folder of the device this name',
  'sync.folder-refused':
    '{client} cannot synchronise {folder}: status {status}. Check who may use the folder, and what the phone is set to',
  'sync.done':
    '{client} has synchronised: {requests, plural, one {# message} other {# messages}} in {seconds} s',
  'sync.suspended': '{client} interrupts its session: the next one goes on from here',
  'sync.ended-badly': 'The session of {client} did not end well. {reason}',
  'sync.refused': '{client} is not let in to {account}. {reason}',
  'sync.refused-wrong-password':
    '{client} signs in to {account} with a wrong password: enter the password of the account in the phone again',
  'sync.refused-no-password':
    '{client} cannot sign in to {account}: the account has no password for devices. Set one on the account’s page',
  'sync.refused-unknown-account':
    '{client} signs in as {account}, which is no account here: check the user name in the phone, or add the account',
  'sync.refused-blocked': '{client} is not let in to {account}: it is blocked',
  'sync.refused-not-paired':
    '{client} is not let in to {account} before it is assigned to a device',
  'sync.refused-again':
    '{client} was not let in {count, plural, one {# more time} other {# more times}}. {reason}',
  'sync.refused-many':
    '{count, plural, one {# more client was} other {# more clients were}} not let in: somebody may be guessing passwords',
  'sync.fault':
    'Something went wrong in the session of {client}: {detail}. Anchors stay: the device tries again next time',
  'sync.storage-full':
    'Changes of {client} cannot be stored: the disk is full. Make room; the device sends them again',
  'sync.message-too-large':
    '{client} sends a message that is larger than twice {octets, number} bytes, and is refused. Set a smaller message size on the device, or allow larger messages in the settings',
  'sync.item-over-limit':
    '{client} sends an item for {folder} of {octets, number} bytes, of which {limit, number} are allowed: it stays on the device. Make it smaller there, or allow larger items in the settings',
  'sync.item-too-large':
    '{client} cannot take an item of {folder}: {octets, plural, one {# byte is} other {# bytes are}} more than it accepts. It stays on the server alone',
  'sync.item-refused':
    '{client} sent an item for {folder} that cannot be read ({detail}): it stays on the device. Change it there and synchronise again; with message logging on for the device, the session shows it as it came',
  'sync.item-declined':
    '{client} cannot take item {item} of {folder} ({detail}): it stays on the server, and is sent again once it changes',
  'sync.photo-left-out':
    'Item {item} of {folder} goes to {client} without its photo, which is too large for the device. The server keeps the photo',
  'sync.device-full':
    '{client} is full: {folder} could not be sent whole. Make room on the device; the rest goes with its next session',
  'sync.read-only':
    '{client} has changed items of {folder}, which it may only read: they are put back on the device. Allow it to change the folder, or set the folder to one-way on the device',
  'sync.refreshed':
    '{client} has replaced {folder} by what it has: {count, plural, one {# item was} other {# items were}} deleted here. What was not meant can be restored from its history',
  'sync.compares':
    '{folder} of {client} is compared item by item: {why, select, first {it was never synchronised} anchors {device and server do not remember the same last session} broken {the last comparison was broken off} resync {the admin has asked for it} other {the device has asked for it}}',
  'sync.wrong-clock':
    '{client} says that an item was changed at {time}, which cannot be: its times are ignored. Set the clock of the device',
  'sync.hold-lifted':
    '{client} was compared as a whole: {count, plural, one {# deletion} other {# deletions}} of {folder} that waited for a decision are no more',
  'sync.hold-deleted':
    '{count, plural, one {# item} other {# items}} of {folder} deleted, as {client} had asked',
  'sync.hold-kept':
    '{count, plural, one {# item} other {# items}} of {folder} kept: {client} gets them again with its next session',
  'sync.item-fault':
    'A change of {client} in {folder} was not taken over because of a fault of Pushdesk ({detail}): the device sends it again. Tell the makers if it stays',
  ...incomingLog,
  ...smppLog,
  ...smsQueueLog,
  ...modemLog,
  ...phoneLog,
  ...portalLog,
  ...smsRoutingLog,
  ...smsApiLog,
} as const;

/** Key of a sentence of the log. */
export type LogKey = keyof typeof log;
