/** Ways out for SMS. */
export const gateways = {
  title: 'Gateways for SMS',
  summary: 'How alerts get out: by a provider over HTTP, or the simulator. It takes ten minutes.',
  intro:
    'An alert is a binary SMS. Pushdesk hands it to a gateway: anything that sends an SMS when a web address is called. Several gateways stand in for each other.',
  'add.title': 'Choose the kind of gateway',
  'add.body':
    'Choose [[nav.sms]] on the left and press [[sms.add]].\nFor a provider choose [[sms.kind.http]]. To try things out choose [[sms.kind.simulator]].',
  'http.title': 'Describe how the provider is called',
  'http.body':
    'Under [[sms.form.preset]] choose the provider, or the empty template.\nCheck the address in [[sms.form.url]]. Words in percent signs are filled in for each message; below stands what would be called, with an example.\nType [[sms.form.user]], [[sms.form.password]] and [[sms.form.sender]] as the provider gave them to you.\nPress [[sms.form.create]].',
  binary:
    'The provider has to send binary SMS with a user data header (UDH) unchanged. A service for text alone cannot carry alerts.',
  'simulator.title': 'Or use the simulator',
  'simulator.body':
    'The simulator delivers to virtual phones inside of Pushdesk: they take configuration SMS, wake at alerts and really synchronise. Nothing leaves this machine, and nothing costs anything.\nChoose [[sms.kind.simulator]] instead. Real phones get nothing by it.',
  'order.title': 'Put several in order',
  'order.body':
    'Each gateway has a priority; the lowest number goes first. A gateway that fails is tried again later by itself, and the next one takes its messages meanwhile.',
  'test.title': 'Test it',
  'test.body':
    'Open the gateway and choose its tab [[sms.panel.test]].\nType a number into [[sms.test.number]]. Left empty, only the way to the provider is checked.\nPress [[sms.test.button]]. What was requested and what the far side answered stands below.',
  'trouble.1':
    'The gateway refuses messages: what the provider answered stands in the list of gateways and in the log.',
  'trouble.2':
    'Messages are taken, and no phone wakes: ask the provider whether binary SMS with a user data header go out unchanged.',
  'trouble.3':
    'Messages wait: [[sms.tab.messages]] shows each one with its attempts and the time of the next.',
} as const;
