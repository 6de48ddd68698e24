/** Funambol clients. */
export const funambol = {
  title: 'Set up a Funambol client',
  summary:
    'The client keeps contacts, calendar, tasks and notes the same on the phone and the server. It takes fifteen minutes.',
  needs:
    'The Funambol client is installed on the phone.\nThe phone is on and can use the internet.\nThe owner knows the account’s password for devices.',
  'account.title': 'Skip the sign-up',
  'account.body':
    'Open the client. It offers an account of its maker: do not make one.\nChoose [[phone:Login]].',
  'settings.title': 'Type the values',
  'settings.body':
    'Type {url} into [[phone:Server address]].\nType {user} into [[phone:Username]].\nType the password into [[phone:Password]] and press [[phone:Login]].',
  'import.title': 'Take over what is on the phone',
  'import.body':
    'The client keeps an address book and a calendar of its own on the phone. After the first sign-in it offers to import those of the phone.\nAnswer [[phone:Yes]]. What is not imported does not reach the server.',
  'names.title': 'Type the names of the folders',
  'names.body':
    'Open [[phone:Settings]] → [[phone:Advanced]].\nType under [[phone:Remote names]] the names of the table, letter by letter.\nOpen [[phone:Settings]] → [[phone:Sync]] and switch on what is to be synchronised.',
  'sync.title': 'Synchronise once by hand',
  'sync.body':
    'Press [[phone:Sync all]].\nWait until every line says that it is done. Only then does the server know this phone.',
  'trouble.1':
    'The client finds no server: the address has to be typed whole, with https or http, port and path.',
  'trouble.2': 'One line fails: the name of that folder does not read as in the table.',
  'trouble.3':
    'Contacts of the phone are missing on the server: the import was skipped. Start it from the settings of the client.',
} as const;
