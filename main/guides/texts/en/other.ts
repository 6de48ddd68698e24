/** Any other SyncML client. */
export const other = {
  title: 'Set up another SyncML client',
  summary:
    'Every client that speaks SyncML 1.0 to 1.2 can be used with the values of this page. It takes ten minutes.',
  needs:
    'The client speaks SyncML (OMA DS).\nThe phone is on and can use the internet.\nThe owner knows the password of the account.',
  'profile.title': 'Make a new profile',
  'profile.body':
    'Look for [[phone:Synchronisation]] or [[phone:SyncML]] in the settings of the phone and add a profile. Name it {profile}.',
  'settings.title': 'Type the values',
  'settings.body':
    'Type {url} as the server’s address, {user} as the user name and the password of the account. Where the phone asks for host, port and path apart, use {host}, {port} and {path}.',
  'names.title': 'Type the names of the folders',
  'names.body':
    'The phone calls them database, remote database or source. Type the names of the table above.',
  'sync.title': 'Synchronise once by hand',
  'sync.body': 'Start the synchronisation and wait until the phone says that it has ended.',
  'trouble.1': 'The client says 401: user name or password is wrong.',
  'trouble.2': 'The client says 404: the address or the name of a folder is wrong.',
  'trouble.3':
    'The client is not woken: not every client understands alerts. Push can be switched off for it on the tab [[devices.panel.settings]] of the device.',
} as const;
