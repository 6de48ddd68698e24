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
  'system.no-key-store': 'The system has no key store: secrets are sealed with the key in {path}',
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
  'phone.woke': '{device} (virtual) wakes up: {folders}, session {session}',
  'phone.duplicate': '{device} (virtual) drops an alert that it has seen before',
  'phone.wrong-digest':
    '{device} (virtual) does not know the sender: the digest does not fit the server password',
  'phone.unknown-folder': '{device} (virtual) has no folder named {folder}: letter case counts',
  'phone.text': '{device} (virtual) shows a text message',
  'phone.undecodable': '{device} (virtual) cannot make sense of an SMS: {detail}',
} as const;

/** Key of a sentence of the log. */
export type LogKey = keyof typeof log;
