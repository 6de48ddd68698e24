/** Android phones and tablets. */
export const android = {
  title: 'Set up an Android phone',
  summary:
    'Mail, calendars and contacts come onto the phone with apps of the owner’s choice. It takes ten minutes.',
  needs:
    'The phone can use the internet.\nThe owner knows the password of the mailbox {user}.\nA mail app is installed and, for calendars and contacts, one that speaks CalDAV and CardDAV (DAVx⁵, for example).',
  'account.title': 'Add the mail account',
  'account.body':
    'Open the mail app and add an account; in many phones it is also found under [[phone:Settings]] → [[phone:Accounts]] → [[phone:Add account]].\nChoose [[phone:Other]] or [[phone:IMAP]].',
  'fields.title': 'Fill in the fields of the mail account',
  'fields.body':
    'Type {user} as address and as user name.\nType the password of the mailbox.\nPaste server, port and encryption for incoming mail, then for outgoing mail, as the page shows them.',
  'dav.title': 'Add calendars and contacts',
  'dav.body':
    'Open the app for CalDAV and CardDAV and add an account with address and user name.\nPaste the address of the calendars from the page. The user name is {user}, the password the one of the mailbox.\nWhere the contacts have another address, add a second account with it.',
  'choose.title': 'Choose what is synchronised',
  'choose.body':
    'Tick the calendars and address books in the app.\nAllow the app to use the phone’s contacts and calendar, and to run in the background.',
  'look.title': 'Look into the apps',
  'look.body':
    'Open the calendar, the contacts and the mail. What is on the server appears within a few minutes.',
  'no-push':
    'These phones are not woken by SMS: their apps ask by themselves, as often as each app says.',
  'trouble.1':
    'The app does not trust the server: compare its fingerprint with the one that the admin has, then accept it. Some apps ask for the certificate of the authority to be installed first.',
  'trouble.2':
    'The link does not work any more: it was opened in another browser, or its time is up. Ask the admin for a new one.',
  'trouble.3':
    'Nothing new appears: the phone saves battery at the cost of the app. Take the app out of the battery saving.',
} as const;
