/** Steps of the owner that several kinds of phones share. */
export const owner = {
  'message.title': 'Open the message',
  'message.body':
    'A message with settings arrives, usually within a minute.\nOpen it with [[phone:Show]]. Some phones keep it in the inbox of their messages.',
  'pin.title': 'Type the PIN',
  'pin.body':
    'Type the {pinDigits} digits that the admin tells.\nPress [[phone:OK]]. The settings appear.\nAfter three wrong tries the phone throws the message away: ask the admin to send it again.',
  'pin-mail.title': 'Type the PIN',
  'pin-mail.body':
    'Look into the mailbox of {user}: a mail holds the PIN of {pinDigits} digits. Type it.\nPress [[phone:OK]]. The settings appear.\nAfter three wrong tries the phone throws the message away: ask the admin to send it again.',
  'save.title': 'Look at the settings and save them',
  'save.body':
    'The phone shows the name {profile} and the address of the server. If they read otherwise, do not save, and ask the admin.\nPress [[phone:Save]].\nWhen the phone asks whether to use these settings as the standard ones, answer [[phone:Yes]].',
  'certificate.title': 'Trust the server',
  'certificate.body':
    'Open {certificateUrl} in the phone’s browser.\nCompare the fingerprint that the phone shows with the one that the admin has.\nInstall the certificate as one of an authority (CA). Without it the phone does not connect to the server.',
  'link.title': 'Open the link',
  'link.body':
    'Open the message or the mail on the phone and touch the link. Or scan the QR code on the admin’s screen with the camera.\nA page with the settings of this phone appears.',
  'page.title': 'Copy the values',
  'page.body':
    'Touch a value: all of it is selected. Choose [[phone:Copy]].\nPaste it into the field of the same name in the next steps. Leave the page open meanwhile.',
  'requests.title': 'Let the server start it',
  'requests.body':
    'Look in the settings of the client for requests of the server; they are also called push, server alerts or SMS trigger.\nAllow them without asking each time.\nA client that has no such setting synchronises by hand or by its own clock. Tell the admin, who then switches push off for this device.',
  'requests-why':
    'Without these two settings the phone asks its owner at every change, or does not react at all.',
} as const;
