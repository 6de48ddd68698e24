/** iPhone and iPad. */
export const ios = {
  title: 'Set up an iPhone or iPad',
  summary: 'A profile brings mail, calendars and contacts onto the device. It takes five minutes.',
  needs:
    'The device can use the internet.\nThe owner knows the password of the account.\nThe owner knows the code that unlocks the device.',
  'link.title': 'Open the link in Safari',
  'link.body':
    'Open the message or mail with the link, or scan the QR code with the camera. Press the button for the profile. When the device asks, press [[phone:Allow]].',
  'downloaded.title': 'Open the profile',
  'downloaded.body':
    'The device says that the profile is downloaded. Press [[phone:Close]], open [[phone:Settings]] and press [[phone:Profile downloaded]] at the top.',
  'install.title': 'Install it',
  'install.body':
    'The profile names {organisation}. Press [[phone:Install]] and type the code of the device. Press [[phone:Install]] again.',
  'password.title': 'Type the password',
  'password.body':
    'The device asks for the password of {user}. Type it and press [[phone:Next]]. It asks once for each kind of data.',
  'look.title': 'Look into the apps',
  'look.body':
    'Open the calendar and the contacts. What is on the server appears within a few minutes.',
  'no-push':
    'These devices are not woken by SMS: they ask by themselves, as often as [[phone:Fetch new data]] says.',
  'trouble.1':
    'The profile is marked “not verified”: the server made its certificate itself. Install the authority first, from {certificateUrl}.',
  'trouble.2':
    'The link is not valid any more: it was opened before, or its time is up. Ask the admin for a new one.',
  'trouble.3':
    'The profile has to be removed: open [[phone:Settings]] → [[phone:General]] → [[phone:VPN & Device Management]].',
} as const;
