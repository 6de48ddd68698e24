/** From a change to a phone that does not wake. */
export const troubleshooting = {
  title: 'When a phone does not wake',
  summary:
    'The chain from a change to the phone’s answer, link by link, to the one that does not hold.',
  intro:
    'Each link needs the one before it. The console goes along the chain by itself and stops at the first link that does not hold; the steps after the first one say the same by hand.',
  'check.title': 'Let the console check it',
  'check.body':
    'Open the device and choose its tab [[troubleshooter.tab]].\nRead the first line that does not hold: it says what was found and what to do, and has the button for it.\nDo that and press [[troubleshooter.again]].',
  'may.title': 'May the account synchronise?',
  'may.body':
    'Choose [[nav.settings]] and [[settings.section.sync]]. [[settings.sync.active]] has to be on.\nThe account needs a password for devices; its tab “Data” says whether one is set.',
  'manual.title': 'Was there a synchronisation by hand?',
  'manual.body':
    'Choose the tab [[devices.panel.sessions]] of the device. Without one good session the server does not know the phone.\nSynchronise on the phone by hand, and read what its session says.',
  'gateway.title': 'Does the gateway send?',
  'gateway.body':
    'Choose [[nav.sms]] and open the gateway.\nOn the tab [[sms.panel.test]] type the number of the phone and press [[sms.test.button]].',
  'push.title': 'Is push on?',
  'push.body':
    'Choose [[nav.push]]. [[push.engine.switch]] has to be on.\nThe device must not be paused or in its quiet hours: its panel says so at the top.',
  'change.title': 'Was the change seen?',
  'change.body':
    'Choose [[nav.push]] and [[push.tab.changes]].\nWhen the change is not in the list, nobody has told of it: look at [[push.tab.connect]]. A phone is not woken for its own changes.',
  'names.title': 'Do the names match?',
  'names.body':
    'Choose the tab [[devices.panel.folders]] of the device. The folder has to be ticked.\nIts name has to read exactly as on the phone: **Contacts** and **contacts** are two different folders.',
  'delivered.title': 'Was the alert delivered?',
  'delivered.body':
    'Choose the tab [[devices.panel.alerts]] of the device.\nEach alert says how far it came; its trace shows where it stopped.',
  'answered.title': 'Does the phone know the server?',
  'answered.body':
    'A phone drops alerts of a server that it does not know. Choose [[nav.push]] and [[push.tab.settings]].\nCompare [[push.settings.server-id]], here **{serverId}**, with the profile on the phone: letter case counts. The safest way is to send the settings again.',
  'requests.title': 'Look at the phone',
  'requests.body':
    'The phone is on and can use the internet, and the password is saved in the profile.\nIn the connection settings of the profile [[phone:Allow sync requests]] and [[phone:Accept all sync requests]] are both [[phone:Yes]]. Other clients have a similar setting.',
  log: 'The log tells every step as a sentence. Filter it by the device, and copy its lines into a question.',
} as const;
