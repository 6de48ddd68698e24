/** The Memotoo client. */
export const memotoo = {
  title: 'Set up the Memotoo client',
  summary:
    'The client keeps contacts, calendar, tasks and notes the same on the phone and the server. It takes fifteen minutes.',
  needs:
    'The Memotoo client is installed on the phone.\nThe phone is on and can use the internet.\nThe owner knows the account’s password for devices.',
  'account.title': 'Skip the sign-up',
  'account.body':
    'Open the client. It offers an account of its maker: do not make one.\nChoose [[phone:Already have an account? – LOGIN]].',
  'settings.title': 'Type the values',
  'settings.body':
    'Type {url} as the address of the server; the client has another one there already, which is replaced.\nType {user} as the user name and the password below it.\nPress [[phone:LOGIN]].',
  'import.title': 'Take over what is on the phone',
  'import.body':
    'The client keeps an address book and a calendar of its own on the phone, some phones name it FUNV10. After the first sign-in it offers to import those of the phone.\nLet it import. What is skipped with [[phone:Cancel import]] does not reach the server.',
  'names.title': 'Type the names of the folders',
  'names.body':
    'Open [[phone:Settings]] → [[phone:Advanced]].\nType under [[phone:Remote names]] the names of the table, letter by letter.\nOpen [[phone:Settings]] → [[phone:Sync]] and switch on what is to be synchronised.',
  'sync.title': 'Synchronise once by hand',
  'sync.body':
    'Press [[phone:Sync all]].\nWait until every line says that it is done. Only then does the server know this phone.',
  'trouble.1':
    'The sign-in is refused: the client still has the address of its maker. Type the address of the table, whole, with port and path.',
  'trouble.2': 'One line fails: the name of that folder does not read as in the table.',
  'trouble.3':
    'Contacts of the phone are missing on the server: the import was skipped. Start it from the settings of the client.',
} as const;
