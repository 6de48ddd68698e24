/** Sony Ericsson phones until 2004. */
export const sonyEricssonOld = {
  title: 'Set up an older Sony Ericsson phone',
  summary:
    'Contacts, calendar, tasks and notes stay the same on the phone and the server. For phones until 2004. It takes fifteen minutes.',
  needs:
    'The phone is on and can use the internet (GPRS).\nThe admin knows the phone’s number.\nThe owner knows the account’s password for devices.',
  'message.title': 'Take the settings over',
  'message.body':
    'The phone says that settings have arrived.\nChoose [[phone:Install]] or [[phone:Yes]]. An older phone asks for no PIN.',
  'password.title': 'Type the password',
  'password.body':
    'Open [[phone:Menu]] → [[phone:Organiser]] → [[phone:Synchronisation]] → [[phone:Settings]]. By model it is under [[phone:Connect]] instead.\nChoose {profile}.\nThe user name is {user}. Type the password.',
  'sync.title': 'Synchronise once by hand',
  'sync.body':
    'Choose [[phone:Synchronise]] in the same menu.\nWait until the phone says that it is complete.',
  'trouble.1': 'No message arrives: type the values of the table by hand.',
  'trouble.2':
    'The connection does not come about: older phones cannot speak today’s encryption. Ask the admin for an address that begins with http. Whoever is on the way can then read what is synchronised.',
  'trouble.3': 'The password is refused: type it again. Capital letters count.',
} as const;
