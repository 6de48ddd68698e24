/** Two devices of an account whose numbers are exchanged. */
export const numberMismatch = {
  title: 'When two phones are mixed up',
  summary:
    'A phone answers the alerts of another one. How it is noticed, and how it is put right in five minutes.',
  intro:
    'It happens only where an account has several devices: the numbers were exchanged when they were typed, or two phones came for the first time at the same moment. The one phone is then woken for changes that it has made itself, and the other is not woken.',
  'see.title': 'See which devices it is',
  'see.body':
    'Choose [[nav.devices]]. The two are marked as mixed up, and [[nav.overview]] names them.',
  'swap.title': 'Compare the numbers',
  'swap.body':
    'Open the first device and the tab [[devices.panel.settings]]. Compare [[devices.settings.number]] with the phone in your hand. Correct it there when it is wrong, press [[common.save]], and do the same on the other device.',
  'clients.title': 'Or exchange the clients',
  'clients.body':
    'When the numbers are right, each device has the other’s client. Open one of them and press [[devices.mismatch.swap]] in the note at its top. No data is changed.',
  'test.title': 'Prove it',
  'test.body':
    'Open the tab [[devices.client.title]] of both devices and press [[devices.test.start]]. Each has to answer its own alert.',
  'last.title': 'If it stays unclear, begin anew',
  'last.body':
    'Press [[devices.clear.action]] on both devices. Then synchronise one phone by hand, see that it is assigned, and only then the other.',
} as const;
