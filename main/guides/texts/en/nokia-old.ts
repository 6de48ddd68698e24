/** Nokia phones until 2004. */
export const nokiaOld = {
  title: 'Set up an older Nokia phone',
  summary:
    'Contacts and calendar stay the same on the phone and the server. For phones until 2004. It takes ten minutes.',
  needs:
    'The phone is on and can use the internet (GPRS).\nThe admin knows the phone’s number.\nThe owner knows the account’s password for devices.',
  'message.title': 'Open the message',
  'message.body':
    'The phone says that configuration settings have arrived.\nPress [[phone:Show]].\nPress [[phone:Save]]. An older phone asks for no PIN.',
  'password.title': 'Type the password',
  'password.body':
    'Look for [[phone:Synchronisation]]: by model it is under [[phone:Menu]] → [[phone:Connectivity]], [[phone:Settings]] or [[phone:Services]].\nOpen its settings and choose {profile}.\nThe user name is {user}. Type the password.',
  'requests.title': 'Let the server start it',
  'requests.body':
    'Look in the same settings for [[phone:Allow sync requests]] and set it to [[phone:Yes]].\nA phone that has no such setting asks at each alert: answer [[phone:Yes]].',
  'sync.title': 'Synchronise once by hand',
  'sync.body':
    'Choose [[phone:Synchronise]] in the same menu.\nWait until the phone says that it is complete. Only then does the server know this phone.',
  'trouble.1':
    'The phone shows signs that cannot be read: it does not know this kind of message. Type the values of the table by hand.',
  'trouble.2':
    'The connection does not come about: older phones cannot speak today’s encryption. Ask the admin for an address that begins with http. Whoever is on the way can then read what is synchronised.',
  'trouble.3': 'The password is refused: type it again. Capital letters count.',
} as const;
