/** Why a configuration cannot be sent, and what to do. */
export const provisioningReasons = {
  'no-ota-format':
    'This client has no format for a configuration by SMS. Use the link to its page, or the guide.',
  'uses-profile': 'These phones take a profile or a page, not an SMS. Use the link.',
  'no-number': 'There is no phone number, so no SMS can be sent. Enter one.',
  'no-gateway': 'There is no way out for SMS. Add a gateway, or switch one on.',
  'no-address':
    'Phones cannot reach this server: it listens on this machine alone. Set the public address, or the address of the devices’ listener, in the settings.',
  'no-folder': 'No folder is ticked, so there is nothing to synchronise. Tick one.',
  'no-imsi':
    'The configuration is to be signed with the number of the SIM (IMSI). Enter it, or choose another security in the settings.',
  'no-mail':
    'The PIN is to go by mail, and mail cannot be sent. Set up mail in the settings, or choose another way for the PIN.',
  'too-long': 'A name or an address is longer than phones take. Shorten it.',
} as const;

/** What a phone shows of a configuration. */
export const provisioningFields = {
  profile: 'Profile',
  server: 'Server',
  url: 'Address',
  user: 'User name',
  contacts: 'Contacts',
  calendar: 'Calendar',
  tasks: 'Tasks',
  notes: 'Notes',
  inbox: 'E-mail',
  briefcase: 'Files',
  incoming: 'Incoming mail',
  outgoing: 'Outgoing mail',
  from: 'Sender',
  'access-point': 'Access point',
  apn: 'Access point name (APN)',
} as const;

/** Forms of a configuration. */
export const provisioningFormats = {
  'oma-cp': 'OMA Client Provisioning',
  'sync-settings': 'SyncSettings',
  synthesis: 'Synthesis command',
} as const;

/** Where a configuration stands. */
export const configurationStates = {
  queued: 'in the queue',
  sent: 'sent',
  delivered: 'delivered',
  configured: 'configured',
  failed: 'failed',
  uncertain: 'uncertain',
} as const;

/** Setting phones up. */
export const provisioning = {
  pinMail: {
    subject: 'PIN for the settings of {device}',
    text: 'The settings for {device} are on their way by SMS. The phone asks for this PIN: {pin}. It is good until {until}. The password of the account is not in the message: enter it in the phone.',
  },
} as const;
