/** Nokia phones with Symbian S60 and Series 40. */
export const nokia = {
  title: 'Set up a Nokia phone',
  summary:
    'Contacts, calendar and notes stay the same on the phone and the server, and a change wakes the phone. It takes ten minutes.',
  needs:
    'The phone is on and can use the internet.\nThe admin knows the phone’s number.\nThe owner knows the account’s password for devices, or sits beside the admin.',
  'password.title': 'Type the password',
  'password.body':
    'Open [[phone:Menu]] → [[phone:Tools]] → [[phone:Sync]].\nChoose {profile}, then [[phone:Options]] → [[phone:Edit sync profile]] → [[phone:Connection settings]].\nThe user name {user} is there already. Type the password.',
  'requests.title': 'Let the server start it',
  'requests.body':
    'Stay in [[phone:Connection settings]].\nSet [[phone:Allow sync requests]] to [[phone:Yes]].\nSet [[phone:Accept all sync requests]] to [[phone:Yes]].',
  'sync.title': 'Synchronise once by hand',
  'sync.body':
    'Go back to the list of profiles and choose {profile}.\nPress [[phone:Options]] → [[phone:Synchronise]].\nWait until the phone says that it is complete. Only then does the server know this phone.',
  'trouble.1':
    'No message arrives, or the phone does not know what it is: look in the console whether it was delivered. Then let it be sent again.',
  'trouble.2':
    'The phone says that the password is wrong: type it again. Capital letters count, and some phones begin with one by themselves.',
  'trouble.3':
    'The phone asks at every change: both settings for requests have to be [[phone:Yes]].',
  'trouble.4':
    'Synchronising by hand works, but no change wakes the phone: the guide “When a phone does not wake” goes through the causes.',
  model:
    'The words differ a little from model to model. On phones with Series 40 look under [[phone:Menu]] → [[phone:Settings]] → [[phone:Connectivity]] or [[phone:Sync and backup]].',
} as const;
