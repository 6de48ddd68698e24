/** The six state marks. */
export const states = {
  working: 'working',
  waiting: 'waiting',
  attention: 'needs attention',
  failed: 'failed',
  off: 'off',
  paused: 'paused',
} as const;

/** Kinds of data. */
export const dataTypes = {
  contacts: 'contacts',
  calendar: 'calendar',
  tasks: 'tasks',
  notes: 'notes',
  inbox: 'e-mail',
  briefcase: 'files',
} as const;

/** Which sync an alert asks for. */
export const syncTypes = {
  'two-way': 'two-way',
  'one-way-from-client': 'from the device',
  'refresh-from-client': 'replace by the device’s',
  'one-way-from-server': 'from the server',
  'refresh-from-server': 'replace by the server’s',
} as const;

/** Where an alert stands. */
export const alertStates = {
  planned: 'planned',
  queued: 'in the queue',
  sent: 'sent',
  delivered: 'delivered',
  answered: 'answered',
  expired: 'expired',
  failed: 'failed',
  suppressed: 'not sent',
} as const;

/** Where an SMS stands. */
export const messageStates = {
  queued: 'in the queue',
  sending: 'being sent',
  sent: 'sent',
  delivered: 'delivered',
  failed: 'failed',
  expired: 'expired',
  uncertain: 'uncertain',
  paused: 'paused',
  dropped: 'dropped',
} as const;

/** Outcomes of one attempt to hand over an SMS. */
export const outcomes = {
  'under-way': 'under way',
  accepted: 'accepted',
  refused: 'refused',
  unreachable: 'unreachable',
  uncertain: 'uncertain',
} as const;

/** How an alert travels. */
export const channels = {
  sms: 'SMS',
  'server-tcp': 'TCP, opened by the server',
  'client-tcp': 'TCP, opened by the device',
  polling: 'polling',
  activesync: 'ActiveSync',
} as const;

/** Doors by which a change comes in. */
export const changeSources = {
  api: 'the API',
  udp: 'UDP',
  webhook: 'the webhook',
  dovecot: 'Dovecot',
  imap: 'IMAP',
  session: 'a session',
  console: 'the console',
} as const;

/** Kinds of phones and clients. */
export const clientTypes = {
  nokia: 'Nokia',
  'nokia-old': 'Nokia (until 2004)',
  'sony-ericsson': 'Sony Ericsson',
  'sony-ericsson-old': 'Sony Ericsson (until 2004)',
  synthesis: 'Synthesis',
  funambol: 'Funambol',
  memotoo: 'Memotoo',
  ios: 'iPhone, iPad',
  android: 'Android',
  other: 'Other SyncML client',
} as const;

/** How urgent a log line is. */
export const logLevels = {
  debug: 'Debug',
  info: 'Info',
  warn: 'Warning',
  error: 'Error',
} as const;

/** Parts of the product that write to the log. */
export const logAreas = {
  changes: 'Changes',
  push: 'Push',
  sms: 'SMS',
  sync: 'Synchronisation',
  provisioning: 'Setting phones up',
  phones: 'Phones',
  api: 'API',
  system: 'System',
} as const;

/** Listeners by the names of their settings. */
export const listeners = {
  'changes-udp': 'The listener for changes (UDP)',
  'devices-http': 'The listener for phones and webhooks (HTTP)',
  'devices-https': 'The listener for phones (HTTPS)',
  'console-http': 'The console (HTTP)',
} as const;
