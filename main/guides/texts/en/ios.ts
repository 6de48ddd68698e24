/** iPhone and iPad. */
export const ios = {
  title: 'Set up an iPhone or iPad',
  summary: 'A profile brings mail, calendars and contacts onto the device. It takes five minutes.',
  needs:
    'The device can use the internet.\nThe owner knows the password of the mailbox {user}.\nThe owner knows the code that unlocks the device.',
  'certificate.title': 'Trust the server',
  'certificate.body':
    'Open {certificateUrl} in Safari and allow the download.\nOpen [[phone:Settings]] and touch [[phone:Profile Downloaded]]. Compare the fingerprint under [[phone:More Details]] with the one that the admin has.\nTouch [[phone:Install]].\nOpen [[phone:Settings]] → [[phone:General]] → [[phone:About]] → [[phone:Certificate Trust Settings]] and switch the certificate on.',
  'link.title': 'Fetch the profile',
  'link.body':
    'Open the link from the message or the mail in Safari. Or scan the QR code on the admin’s screen with the camera.\nThe page says what the profile brings. Press the button that downloads it.\nWhen the device asks whether the website may download a profile, touch [[phone:Allow]].',
  'downloaded.title': 'Open the profile',
  'downloaded.body':
    'Open [[phone:Settings]].\nTouch [[phone:Profile Downloaded]] near the top. A profile that is not installed within eight minutes is dropped; then fetch it again.',
  'install.title': 'Install it',
  'install.body':
    'Look at the sender: it has to be {organisation}.\nTouch [[phone:Install]] at the top right and type the code of the device.\nTouch [[phone:Install]] once more.',
  'password.title': 'Type the password',
  'password.body':
    'The device asks for the password of {user}, once for each kind of data. Type the password of the mailbox.\nTouch [[phone:Next]], at the end [[phone:Done]].',
  'look.title': 'Look into the apps',
  'look.body':
    'Open the calendar, the contacts and the mail. What is on the server appears within a few minutes.',
  'no-push':
    'These devices are not woken by SMS: they ask by themselves, as often as the settings of their accounts say.',
  'trouble.1':
    'The profile is marked as not verified: the server made its certificate itself. The profile works nevertheless; only its sender has to be trusted.',
  'trouble.2':
    'The link does not work any more: it was opened in another browser, or its time is up. Ask the admin for a new one.',
  'trouble.3':
    'The profile is to go again: open [[phone:Settings]] → [[phone:General]] → [[phone:VPN & Device Management]], choose it and touch [[phone:Remove Profile]]. What it brought goes with it.',
} as const;
