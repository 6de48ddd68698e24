/** Steps of the owner that several kinds of phones share. */
export const owner = {
  'message.title': 'Open the message',
  'message.body':
    'A message with settings arrives. It may come in several parts; wait for the last one. Open it with [[phone:Show]].',
  'pin.title': 'Type the PIN',
  'pin.body':
    'Type the {pinDigits} digits that the admin told, and press [[phone:OK]]. After three wrong tries the phone throws the message away; ask the admin to send it again.',
  'pin-mail.title': 'Type the PIN',
  'pin-mail.body':
    'The PIN of {pinDigits} digits is in the mailbox of {user}. Type it and press [[phone:OK]]. After three wrong tries the phone throws the message away; ask the admin to send it again.',
  'save.title': 'Look at the settings and save them',
  'save.body':
    'The phone shows the name {profile} and the address of the server. Press [[phone:Save]]. When it asks whether to make these settings the standard ones, answer [[phone:Yes]].',
  'certificate.title': 'Trust the server',
  'certificate.body':
    'Open {certificateUrl} in the phone’s browser and install the certificate. Compare its fingerprint with the one that the admin has.',
  'link.title': 'Open the link',
  'link.body':
    'Open the message or mail with the link on the phone, or scan the QR code with its camera. The page shows every value with a button to copy it.',
  'page.title': 'Copy the values',
  'page.body':
    'Leave the page open. Press the button beside a value to copy it, and paste it into the field of the same name.',
  'sync.title': 'Synchronise for the first time',
  'sync.body':
    'Start the first synchronisation by hand and wait until it has ended. It takes a few minutes when there is much on the phone.',
  'requests-why':
    'Without this the phone asks its owner at every change, or does not react at all.',
} as const;
