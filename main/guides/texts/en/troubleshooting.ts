/** From a change to a phone that does not wake. */
export const troubleshooting = {
  title: 'When a phone does not wake',
  summary:
    'The chain from a change to the phone’s answer, link by link, in the order in which it breaks.',
  intro:
    'The device’s tab [[provisioningPage.tab]] has a check that walks along this chain by itself and stops at the first broken link. The steps below say the same by hand.',
  'may.title': 'May the account synchronise?',
  'may.body':
    'Choose [[nav.settings]] and [[settings.section.sync]]. [[settings.sync.active]] has to be on. The account needs a password for devices.',
  'manual.title': 'Was there a synchronisation by hand?',
  'manual.body':
    'Open the device and the tab [[devices.panel.sessions]]. Without one good session the server does not know the phone. Synchronise on the phone by hand, and read what the session says.',
  'gateway.title': 'Does the gateway send?',
  'gateway.body':
    'Choose [[nav.sms]]. The gateway has to be working. Open it and press [[sms.test.button]] with the phone’s number.',
  'change.title': 'Was the change seen?',
  'change.body':
    'Choose [[nav.push]] and [[push.tab.changes]]. When the change is not in the list, nobody has told of it: look at [[push.tab.connect]].',
  'names.title': 'Do the names match?',
  'names.body':
    'Open the device and the tab [[devices.panel.folders]]. Each name has to read exactly as on the phone: **Contacts** and **contacts** are two different folders.',
  'delivered.title': 'Was the alert delivered?',
  'delivered.body':
    'Open the tab [[devices.panel.alerts]] of the device. Each alert says how far it came, and its trace shows where it stopped.',
  'answered.title': 'Did the phone answer?',
  'answered.body':
    'A phone that has the alert and does nothing refuses requests, or does not know the server’s id **{serverId}**. Compare it with the profile on the phone.',
  'requests.title': 'Look at the phone',
  'requests.body':
    'Both settings for requests of the server have to be [[phone:Yes]], and the password has to be saved.',
  log: 'The log tells every step as a sentence. Filter it by the device, and copy its lines into a question.',
} as const;
