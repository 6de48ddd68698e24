/** Android phones and tablets. */
export const android = {
  title: 'Set up an Android phone',
  summary:
    'Mail, calendars and contacts come onto the phone with the apps of your choice. It takes ten minutes.',
  needs:
    'The phone can use the internet.\nThe owner knows the password of the account.\nFor calendars and contacts an app that speaks CalDAV and CardDAV is installed.',
  'account.title': 'Add an account',
  'account.body':
    'Open [[phone:Settings]] → [[phone:Passwords & accounts]] → [[phone:Add account]]. Choose [[phone:Personal (IMAP)]] for mail, or the app for calendars and contacts.',
  'fields.title': 'Fill in the fields',
  'fields.body':
    'Paste the values of the page. The user name is {user}. Type the password of the account by hand.',
  'choose.title': 'Choose what is synchronised',
  'choose.body': 'Tick calendars and contacts, and let the app synchronise by itself.',
  'look.title': 'Look into the apps',
  'look.body':
    'Open the calendar and the contacts. What is on the server appears within a few minutes.',
  'no-push':
    'These phones are not woken by SMS: their apps ask by themselves, as often as the app says.',
  'trouble.1':
    'The app does not trust the server: it made its certificate itself. Install the authority first, from {certificateUrl}.',
  'trouble.2':
    'The link is not valid any more: it was opened before, or its time is up. Ask the admin for a new one.',
  'trouble.3':
    'Nothing appears: look whether the phone saves battery for the app, and take the app out of it.',
} as const;
