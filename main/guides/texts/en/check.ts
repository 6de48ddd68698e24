/** Both see that it works. */
export const check = {
  'change.title': 'Change something on the phone',
  'change.body': 'Add a contact on the phone.\nSynchronise once by hand.',
  'watch.title': 'See it arrive',
  'watch.body':
    'Choose the tab [[devices.panel.sessions]] of the device.\nThe session is listed, with one contact from the device.',
  'alert.title': 'Wake the phone',
  'alert.body':
    'Choose the tab [[devices.client.title]] of the device.\nPress [[devices.test.start]]. The phone begins to synchronise by itself, and the console says that it has answered its own alert.\nIf there is no answer within two minutes: the guide “When a phone does not wake” goes through the causes.',
  'ask.title': 'Fetch a change',
  'ask.body':
    'The server does not wake this phone. Change something on another device of the account.\nSynchronise on this phone by hand. The change appears.',
} as const;
