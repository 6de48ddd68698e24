/** Any other SyncML client. */
export const other = {
  title: 'Set up another SyncML client',
  summary:
    'Every client that speaks SyncML 1.0 to 1.2 takes the values of this page. It takes ten minutes.',
  needs:
    'The client speaks SyncML (OMA DS).\nThe phone is on and can use the internet.\nThe owner knows the account’s password for devices.',
  'profile.title': 'Make a new profile',
  'profile.body':
    'Look for [[phone:Synchronisation]] or [[phone:SyncML]] in the settings of the phone or the client.\nAdd a profile and name it {profile}.',
  'settings.title': 'Type the values',
  'settings.body':
    'Type {url} as the address of the server. Where the client asks for its parts, they are {host}, {port} and {path}.\nType {user} as the user name and the password below it.\nWhere the client asks for the id of the server, it is {serverId}, letter by letter.',
  'names.title': 'Type the names of the folders',
  'names.body':
    'The client calls them database, remote database or source.\nType the names of the table, letter by letter.',
  'sync.title': 'Synchronise once by hand',
  'sync.body':
    'Start the synchronisation.\nWait until the client says that it has ended. Only then does the server know this phone.',
  'trouble.1':
    'The client says 401: user name or password is wrong. Type both again; capital letters count.',
  'trouble.2': 'The client says 404: the address or the name of a folder is wrong.',
  'trouble.3':
    'No change wakes the client: not every client understands alerts. The admin switches push off for it in the settings of the device.',
} as const;
