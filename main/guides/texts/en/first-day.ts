/** The admin's first day. */
export const firstDay = {
  title: 'The admin’s first day',
  summary: 'From a new installation to a phone that wakes at a change. It takes half an hour.',
  intro:
    'Pushdesk notices changes of mailboxes, address books and calendars, wakes phones by SMS, and is the server that they then synchronise with.',
  needs:
    'An address by which phones reach this machine from outside, with a port.\nA way out for SMS: a provider, a modem with a SIM, an operator’s link or another Pushdesk. Without one, the simulator stands in.\nOne phone to begin with, its number and its owner’s e-mail address. With the simulator a virtual phone stands in.',
  'address.title': 'Set the address for phones',
  'address.body':
    'Choose [[nav.settings]] and [[settings.section.devices]].\nType into [[settings.devices.host]] on which address of this machine the listener listens; 127.0.0.1 is reached from this machine alone.\nSwitch on [[settings.devices.tls]] when phones come over the internet.\nType the address by which they come into [[settings.devices.public-url]], with its port.\nPress [[common.save]]. At the top stands what is to be typed into a phone.',
  'gateway.title': 'Add a way out for SMS',
  'gateway.body':
    'Choose [[nav.sms]] and press [[sms.add]].\nThe guide “Gateways for SMS” shows the rest.',
  'account.title': 'Add an account',
  'account.body':
    'Choose [[nav.accounts]] and press [[accounts.add]].\nAn account is one person’s data, named by an e-mail address. The password that you give it is typed into the phone.',
  'device.title': 'Add a device',
  'device.body':
    'Choose [[nav.devices]] and press [[devices.add]].\nChoose the person and the client type, and type the number.',
  'set-up.title': 'Set the phone up',
  'set-up.body':
    'Open the device and choose its tab [[provisioningPage.tab]].\nThe tab sends the settings by SMS, or makes a link for the owner.\n[[provisioningPage.guide]] opens the guide of this phone: it names every key that the owner presses.',
  'changes.title': 'Tell Pushdesk of changes',
  'changes.body':
    'Choose [[nav.push]] and [[push.tab.connect]].\nConnect your mail server in one of the ways that are shown. The examples have the ports of this installation and can be copied as they stand.\nWhat phones change by synchronising is noticed without that.',
  'push.title': 'Switch push on',
  'push.body': 'Choose [[nav.push]].\nSet [[push.engine.switch]] to on.',
  'watch.title': 'Watch the first alert',
  'watch.body':
    'Change something in the account, or let something be changed.\nChoose [[nav.log]]. The change appears at once; {mergeSeconds} seconds later, in which further changes join it, the alert goes out by SMS. Then the phone’s session follows.\nThe word beside a line that leads to the trace shows all of it in one row.',
  'backup.title': 'Make the first backup',
  'backup.body':
    'Choose [[nav.settings]] and [[settings.section.backup]].\nPress [[settings.backup.button]]. Pushdesk also makes a backup every day by itself and keeps the last 14. Copy them to another machine now and then.',
  'trouble.1':
    'The phone does not wake: the guide “When a phone does not wake” goes along the chain.',
  'trouble.2':
    'The phone does not reach the server: open its address in the phone’s browser. A page that says what the address is for appears, or the way there is closed.',
} as const;
