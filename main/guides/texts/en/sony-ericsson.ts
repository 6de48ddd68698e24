/** Sony Ericsson phones. */
export const sonyEricsson = {
  title: 'Set up a Sony Ericsson phone',
  summary:
    'Contacts, calendar, tasks and notes stay the same on the phone and the server. It takes ten minutes.',
  needs:
    'The phone is on and can use the internet.\nThe admin knows the phone’s number.\nThe owner knows the password of the account.',
  'password.title': 'Type the password',
  'password.body':
    'Open [[phone:Menu]] → [[phone:Organiser]] → [[phone:Synchronisation]], choose {profile} and [[phone:More]] → [[phone:Edit]]. On phones with a pen it is [[phone:Tools]] → [[phone:Remote sync]].\nThe user name {user} is there already. Type the password of the account.',
  'interval.title': 'Let the phone ask by itself',
  'interval.body':
    'These phones do not listen to alerts of a server. Where the phone offers [[phone:Sync interval]], choose how often it asks by itself.',
  'sync.title': 'Synchronise once by hand',
  'sync.body':
    'Choose {profile} and press [[phone:Start]]. Wait until the phone says that it has ended.',
  'no-push':
    'Push stays off for this phone: it does not react to alerts. It synchronises when its owner asks for it, or by its own clock.',
  'trouble.1':
    'The message is thrown away after the PIN: a digit was wrong. Ask the admin to send it again.',
  'trouble.2': 'The password is refused: type it again. Capital letters count.',
  'trouble.3':
    'One folder stays empty: its name on the phone has to read as in the table above, with the dot and the slash.',
} as const;
