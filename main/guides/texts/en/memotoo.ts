/** The Memotoo client. */
export const memotoo = {
  title: 'Set up the Memotoo client',
  summary:
    'The client keeps contacts, calendar, tasks and notes the same on the phone and the server. It takes fifteen minutes.',
  needs:
    'The Memotoo client is installed on the phone.\nThe phone is on and can use the internet.\nThe owner knows the password of the account.',
  'account.title': 'Skip the sign-up',
  'account.body':
    'Open the client. Do not make a new account there: choose [[phone:Already have an account? Login]].',
  'settings.title': 'Type the values',
  'settings.body':
    'Type {url} as [[phone:Server address]], {user} as [[phone:User name]] and the password of the account.',
  'names.title': 'Type the names of the folders',
  'names.body':
    'Open [[phone:Settings]] → [[phone:Advanced]] and type under [[phone:Remote names]] the names of the table above.',
  'import.title': 'Take over what is on the phone',
  'import.body':
    'When the client offers to import contacts and appointments of the phone, answer [[phone:Yes]]; otherwise they do not reach the server.',
  'sync.title': 'Synchronise once by hand',
  'sync.body': 'Press [[phone:Sync all]] and wait until every line has a tick.',
  'trouble.1':
    'The sign-in is refused: the client still has its own server. Type the address of the table above.',
  'trouble.2': 'A line has a cross: the name of that folder does not read as in the table above.',
  'trouble.3':
    'Contacts of the phone are missing on the server: the import was skipped. Start it from the settings.',
} as const;
