/** The admin's first day. */
export const firstDay = {
  title: 'The admin’s first day',
  summary: 'From a new installation to a phone that wakes at a change. It takes half an hour.',
  intro:
    'Pushdesk notices changes of mailboxes, address books and calendars, wakes phones by SMS, and is the server that they then synchronise with.',
  needs:
    'An address by which phones reach this machine from outside, with a port.\nA provider or a program that sends SMS when a web address is called. Without one, the simulator stands in.\nOne phone to begin with, its number, and its owner’s mailbox.',
  'address.title': 'Set the address for phones',
  'address.body':
    'Choose [[nav.settings]] and [[settings.section.devices]]. Set where the listener listens, and under [[settings.devices.public-url]] the address by which phones reach it, with its port. Press [[common.save]].',
  'gateway.title': 'Add a way out for SMS',
  'gateway.body':
    'Choose [[nav.sms]] and press [[sms.add]]. The guide about gateways tells the rest.',
  'account.title': 'Add an account',
  'account.body':
    'Choose [[nav.accounts]] and press [[accounts.add]]. An account is one person’s data, named by an e-mail address.',
  'device.title': 'Add a device',
  'device.body':
    'Choose [[nav.devices]] and press [[devices.add]]. Choose the person, the client type and the number.',
  'set-up.title': 'Set the phone up',
  'set-up.body':
    'Open the device and its tab [[provisioningPage.tab]]. It sends the settings to the phone, or makes a link for its owner. [[provisioningPage.guide]] shows every key that the owner presses.',
  'changes.title': 'Tell Pushdesk of changes',
  'changes.body':
    'Choose [[nav.push]] and [[push.tab.connect]]. Connect your mail server in one of the ways that are shown; the examples have the ports of this installation.',
  'push.title': 'Switch push on',
  'push.body': 'Choose [[nav.push]] and set [[push.engine.switch]] to on.',
  'watch.title': 'Watch the first alert',
  'watch.body':
    'Change something in the account. [[nav.log]] shows the change, the alert, the SMS and the phone’s answer within seconds. The trace of an alert shows them in one row.',
  'backup.title': 'Make the first backup',
  'backup.body':
    'Choose [[nav.settings]] and [[settings.section.backup]]. Press [[settings.backup.button]]. From then on a backup is made every day.',
  'trouble.1': 'No phone wakes: the guide about troubleshooting walks along the chain.',
  'trouble.2': 'A phone does not reach the server: try its address in the phone’s browser.',
} as const;
