/** Things that an admin should look at, and the words of the button that leads there. */
export const attention = {
  'engine-off': 'Push is off: changes are noted, alerts wait.',
  'no-gateway': 'There is no way out for SMS: alerts wait.',
  'gateway-failing': 'Gateway “{name}” does not work: {detail}',
  'device-failing':
    '{count, plural, one {{name} could not be alerted.} other {{name} could not be alerted # times in a row.}} {reason}',
  'listener-failed': '{name} cannot listen: {detail}',
  'mailbox-failed': 'The mailbox of {name} cannot be watched: {detail}',
  'queue-stuck': '{count, plural, one {# SMS waits} other {# SMS wait}} longer than usual.',
  'webhook-open': 'The webhook takes changes from anybody: it has no token.',
  'backup-failed': 'The last backup failed: {detail}',
  'certificate-expiring':
    'The certificate of the devices’ listener {days, plural, =0 {is not valid} one {ends in # day} other {ends in # days}}. {detail}',
  openPush: 'Open push',
  openSms: 'Open SMS',
  openGateway: 'Open the gateway',
  openDevices: 'Open the devices',
  openDevice: 'Open the device',
  openAccounts: 'Open the accounts',
  openAccount: 'Open the account',
  openSync: 'Open synchronisation',
  openSettings: 'Open the settings',
  openLog: 'Open the log',
  'device-pending':
    '{count, plural, one {# client waits} other {# clients wait}} to be assigned to a device.',
  'number-mismatch': '{name} and {other} are mixed up: one answers the other’s alerts.',
  'deletions-held':
    '{name} wants {count, plural, one {# item} other {# items}} deleted at once: decide whether that is meant.',
  'sync-failing': 'The last session of {name} failed.',
  'secrets-lost':
    '{count, plural, one {# password was} other {# passwords were}} sealed on another machine: type {count, plural, one {it} other {them}} in again.',
  'budget-near': '{name} has used {percent} % of its SMS budget ({used} of {limit} parts).',
  'budget-used': 'The SMS budget of {name} is used up: {limit} parts. Messages wait until {until}.',
  'messages-uncertain':
    '{count, plural, one {One SMS is} other {# SMS are}} uncertain: whether the gateway has {count, plural, one {it} other {them}} is not known.',
  'queue-paused':
    'The SMS queue is paused. {count, plural, =0 {Nothing waits.} one {One message waits.} other {# messages wait.}}',
} as const;
