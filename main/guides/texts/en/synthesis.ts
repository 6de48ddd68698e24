/** The Synthesis SyncML client. */
export const synthesis = {
  title: 'Set up the Synthesis client',
  summary:
    'The client keeps contacts, calendar, tasks and notes the same on the phone and the server. It takes ten minutes.',
  needs:
    'The Synthesis SyncML client is installed on the phone.\nThe phone is on and can use the internet.\nThe owner knows the password of the account.',
  'message.title': 'Leave the message to the client',
  'message.body':
    'The settings arrive as a text message that begins with signs. Leave it unread: the client finds it by itself and asks whether to take the settings over. Answer [[phone:Yes]].',
  'settings.title': 'Look at the settings',
  'settings.body':
    'Open the client and [[phone:Settings]]. The address {url} and the user name {user} are there. Type the password of the account.',
  'names.title': 'Compare the names of the folders',
  'names.body':
    'Each folder has its own page with the name on the server. It has to read exactly as in the table above.',
  'sync.title': 'Synchronise once by hand',
  'sync.body': 'Press [[phone:Start sync]] and wait until the client says that it has ended.',
  'trouble.1':
    'The client does not find the message: type the values of the table above into its settings.',
  'trouble.2': 'The client says 401: user name or password is wrong.',
  'trouble.3': 'The client says 404: the name of a folder does not read as in the table above.',
} as const;
