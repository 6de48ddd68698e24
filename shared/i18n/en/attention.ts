/** Things that an admin should look at, and the words of the button that leads there. */
export const attention = {
  'engine-off': 'Push is off: changes are noted, alerts wait.',
  'no-gateway': 'There is no way out for SMS: alerts wait.',
  'gateway-failing': 'Gateway “{name}” does not work: {detail}',
  'device-failing': '{name} could not be alerted.',
  'listener-failed': '{name} cannot listen: {detail}',
  'mailbox-failed': 'The mailbox of {name} cannot be watched: {detail}',
  'queue-stuck': '{count, plural, one {# SMS waits} other {# SMS wait}} longer than usual.',
  'webhook-open': 'The webhook takes changes from anybody: it has no token.',
  'backup-failed': 'The last backup failed: {detail}',
  openPush: 'Open push',
  openSms: 'Open the gateway',
  openDevices: 'Open the device',
  openAccounts: 'Open the account',
  openSettings: 'Open the settings',
  openLog: 'Open the log',
} as const;
