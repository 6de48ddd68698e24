/** Sony Ericsson phones. */
export const sonyEricsson = {
  title: 'Set up a Sony Ericsson phone',
  summary:
    'Contacts, calendar, tasks and notes stay the same on the phone and the server. It takes ten minutes.',
  needs:
    'The phone is on and can use the internet.\nThe admin knows the phone’s number.\nThe owner knows the account’s password for devices.',
  'password.title': 'Type the password',
  'password.body':
    'Open [[phone:Menu]] → [[phone:Organiser]] → [[phone:Synchronisation]]. On phones with a pen it is [[phone:Tools]] → [[phone:Remote sync]].\nChoose {profile}, then [[phone:More]] → [[phone:Edit]].\nThe user name {user} is there already. Type the password.',
  'sync.title': 'Synchronise once by hand',
  'sync.body':
    'Choose {profile} and press [[phone:Start]].\nWait until the phone says that it is complete.',
  'interval.title': 'Let the phone ask by itself',
  'interval.body':
    'Look in the settings of {profile} for [[phone:Sync interval]].\nChoose how often the phone asks. A phone that has no such setting synchronises when its owner starts it.',
  'no-push':
    'Push stays off for this phone: it does not react to alerts. It synchronises when its owner starts it, or by its own clock.',
  'trouble.1':
    'No message arrives, or the phone does not know what it is: look in the console whether it was delivered. Then let it be sent again.',
  'trouble.2': 'The password is refused: type it again. Capital letters count.',
  'trouble.3':
    'One folder stays empty: its name on the phone has to read as in the table, with the dot and the slash.',
} as const;
