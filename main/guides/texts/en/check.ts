/** Both see that it works. */
export const check = {
  'change.title': 'Change something on the phone',
  'change.body': 'Add a contact on the phone and synchronise once by hand.',
  'watch.title': 'See it arrive',
  'watch.body':
    'Open the tab [[devices.panel.sessions]] of the device. The session is listed with what was sent and received.',
  'alert.title': 'Wake the phone',
  'alert.body':
    'Open the tab [[devices.client.title]] of the device and press [[devices.test.start]]. The phone begins to synchronise by itself, and the test says that it has answered.',
  'ask.title': 'Synchronise by hand',
  'ask.body':
    'This client is not woken by the server. Change something on another device, then synchronise on this phone: the change appears.',
} as const;
