/** Nokia phones with Symbian S60 and Series 40. */
export const nokia = {
  title: 'Set up a Nokia phone',
  summary:
    'Contacts, calendar and notes stay the same on the phone and the server. It takes ten minutes.',
  needs:
    'The phone is on and can use the internet.\nThe admin knows the phone’s number.\nThe owner knows the password of the account, or sits beside the admin.',
  'password.title': 'Type the password',
  'password.body':
    'Open [[phone:Menu]] → [[phone:Tools]] → [[phone:Sync]], choose {profile} and [[phone:Options]] → [[phone:Edit sync profile]] → [[phone:Connection settings]].\nThe user name {user} is there already. Type the password of the account.',
  'requests.title': 'Let the server start it',
  'requests.body':
    'In the same place set [[phone:Allow sync requests]] to [[phone:Yes]] and [[phone:Accept all sync requests]] to [[phone:Yes]].',
  'sync.title': 'Synchronise once by hand',
  'sync.body':
    'Go back to the list of profiles, choose {profile} and press [[phone:Synchronise]]. Wait until the phone says that it has ended.',
  'trouble.1':
    'The phone does not ask for a PIN, or does not know the message: it was cut off on its way. Ask the admin to send it again.',
  'trouble.2':
    'The phone says that the password is wrong: type it again. Capital letters count, and some phones begin with one by themselves.',
  'trouble.3': 'The phone asks at every change: both settings for requests have to be **Yes**.',
  'trouble.4':
    'Nothing happens on a change: synchronise once by hand. Only then does the server know the phone.',
  model:
    'On phones with Series 40 the same is found under [[phone:Menu]] → [[phone:Settings]] → [[phone:Sync and backup]].',
} as const;
