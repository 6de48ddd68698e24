/** Two devices of an account whose numbers are exchanged. */
export const numberMismatch = {
  title: 'When two phones are mixed up',
  summary:
    'A phone answers the alerts of another one. How it is noticed, and how it is put right in five minutes.',
  intro:
    'It happens only where an account has several devices: two numbers were exchanged when they were typed, or a phone was assigned to the wrong device. One phone is then woken for changes that it has made itself, and the other is not woken.',
  'see.title': 'See which devices it is',
  'see.body':
    'Open the device that says [[devices.word.number-mismatch]] and choose its tab [[devices.client.title]]. The note at the top names both devices.',
  'swap.title': 'Compare the numbers first',
  'swap.body':
    'Choose the tab [[devices.panel.settings]] of one of them and compare [[devices.settings.number]] with the phone in hand.\nWhen it is wrong, type the right one and press [[common.save]].\nDo the same on the other device. Two devices cannot have one number at the same time: empty one field first.',
  'clients.title': 'If the numbers are right: exchange the clients',
  'clients.body':
    'Choose the tab [[devices.client.title]] of one of them.\nPress [[devices.mismatch.swap]] in the note at its top and confirm. No data is changed.',
  'test.title': 'Prove it',
  'test.body':
    'Choose the tab [[devices.client.title]] of both devices, one after the other.\nPress [[devices.test.start]]. Each has to answer its own alert. Then the note is gone.',
  'last.title': 'If it stays unclear, begin anew',
  'last.body':
    'Press [[devices.clear.action]] on both devices. Nothing is deleted.\nSynchronise the first phone by hand. It waits under “Pending”: assign it to its device.\nThen do the same with the second one.',
} as const;
