/** Sony Ericsson phones until 2004. */
export const sonyEricssonOld = {
  title: 'Set up an older Sony Ericsson phone',
  summary:
    'Contacts, calendar, tasks and notes stay the same on the phone and the server. It takes fifteen minutes.',
  needs:
    'The phone is on and can use the internet (GPRS).\nThe admin knows the phone’s number.\nThe owner knows the password of the account.',
  'message.title': 'Take the settings over',
  'message.body':
    'The phone says that settings have arrived. Choose [[phone:Install]] or [[phone:Yes]]. An older phone asks for no PIN.',
  'password.title': 'Type the password',
  'password.body':
    'Open [[phone:Menu]] → [[phone:Organiser]] → [[phone:Synchronisation]] → [[phone:Settings]], choose {profile} and type the password of the account. The user name is {user}.',
  'sync.title': 'Synchronise once by hand',
  'sync.body':
    'Choose [[phone:Synchronise]] in the same menu and wait until the phone says that it has ended.',
  'trouble.1': 'No message arrives: type the values of the table above by hand.',
  'trouble.2':
    'The connection does not come about: older phones cannot speak with modern encryption. Ask the admin for an address that begins with http.',
  'trouble.3': 'The password is refused: type it again. Capital letters count.',
} as const;
