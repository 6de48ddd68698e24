/** Nokia phones until 2004. */
export const nokiaOld = {
  title: 'Set up an older Nokia phone',
  summary: 'Contacts and calendar stay the same on the phone and the server. It takes ten minutes.',
  needs:
    'The phone is on and can use the internet (GPRS).\nThe admin knows the phone’s number.\nThe owner knows the password of the account.',
  'message.title': 'Open the message',
  'message.body':
    'The message “Configuration settings received” arrives. Press [[phone:Show]], then [[phone:Save]]. An older phone asks for no PIN.',
  'password.title': 'Type the password',
  'password.body':
    'Open [[phone:Menu]] → [[phone:Services]] → [[phone:Synchronisation]] → [[phone:Settings]], choose {profile} and type the password of the account. The user name is {user}.',
  'sync.title': 'Synchronise once by hand',
  'sync.body':
    'Choose [[phone:Synchronise]] in the same menu and wait until the phone says that it has ended.',
  'trouble.1':
    'The phone shows signs that cannot be read: it does not know this kind of message. Type the values by hand.',
  'trouble.2':
    'The connection does not come about: older phones cannot speak with modern encryption. Ask the admin for an address that begins with http.',
  'trouble.3': 'The password is refused: type it again. Capital letters count.',
} as const;
