/** The Synthesis SyncML client. */
export const synthesis = {
  title: 'Set up the Synthesis client',
  summary:
    'The client keeps contacts, calendar, tasks and notes the same on the phone and the server. It takes ten minutes.',
  needs:
    'The Synthesis SyncML client is installed on the phone.\nThe phone is on and can use the internet.\nThe owner knows the account’s password for devices.',
  'message.title': 'Take the settings over',
  'message.body':
    'The settings arrive as a text message that begins with **cmd=**. Do not delete it.\nA client that reads settings from messages asks whether to take them over: answer [[phone:Yes]].\nWhen nothing asks, type the values of the table in the next step.',
  'settings.title': 'Look at the settings',
  'settings.body':
    'Open the client and its settings.\nThe address has to be {url}, the user name {user}. Correct what reads otherwise.\nType the password.',
  'names.title': 'Compare the names of the folders',
  'names.body':
    'Open the page of each folder in turn: contacts, events, tasks, notes.\nThe name on the server has to read exactly as in the table.',
  'sync.title': 'Synchronise once by hand',
  'sync.body':
    'Start the synchronisation in the client.\nWait until the client says that it has ended. Only then does the server know this phone.',
  'trouble.1':
    'The client says 401: user name or password is wrong. Type both again; capital letters count.',
  'trouble.2': 'The client says 404: the name of a folder does not read as in the table.',
  'trouble.3':
    'The client finds no server: the address has to be typed whole, with https or http, port and path.',
} as const;
