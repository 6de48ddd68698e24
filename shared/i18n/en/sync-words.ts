/** Where a session stands. */
export const sessionStates = {
  running: 'running',
  done: 'done',
  failed: 'failed',
  broken: 'broken off',
  suspended: 'suspended',
  refused: 'refused',
} as const;

/** Why a session did not end well. */
export const sessionReasons = {
  'wrong-password': 'The password was wrong.',
  'no-password': 'The account has no password for devices; set one on the account’s page.',
  'unknown-account': 'There is no account of this name.',
  'device-blocked': 'This client is blocked.',
  'not-paired': 'This client is not assigned to a device yet.',
  'sync-off': 'Synchronisation is switched off.',
  'client-gone': 'The client did not come back. The next session goes on from here.',
  replaced: 'The client began a new session before this one had ended.',
  'aborted-by-client': 'The client ended the session itself.',
  'folder-unknown': 'The client asked for a folder that does not exist.',
  'folder-refused': 'The account may not use a folder that the client asked for.',
  'items-failed': 'Some items could not be taken over; see below.',
  'storage-full': 'The disk is full: nothing was taken over.',
  'server-fault': 'A fault of the server; the log has more.',
  'server-stopped': 'The server was stopped meanwhile. The next session goes on from here.',
  'bad-message': 'The client sent something that is no SyncML message.',
} as const;

/** How one datastore was synchronised. */
export const syncModes = {
  'two-way': 'changes, both ways',
  slow: 'everything compared',
  'one-way-from-client': 'changes from the device',
  'refresh-from-client': 'replaced by the device’s',
  'one-way-from-server': 'changes from the server',
  'refresh-from-server': 'replaced by the server’s',
} as const;

/** Why a version of an item was kept. */
export const versionReasons = {
  created: 'created',
  changed: 'changed',
  merged: 'merged from both sides',
  conflict: 'lost a conflict',
  deleted: 'deleted',
  restored: 'restored',
} as const;

/** Who wins when an item was changed on both sides. */
export const conflictPolicies = {
  newer: 'The newer one wins',
  server: 'The server wins',
  client: 'The device wins',
  both: 'Keep both',
} as const;

/** Where the certificate comes from. */
export const certificateModes = {
  'self-made': 'Made by Pushdesk',
  file: 'From files',
  acme: 'By ACME (Let’s Encrypt and others)',
} as const;
