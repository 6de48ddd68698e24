/** Ways out for SMS. */
export const gateways = {
  title: 'Gateways for SMS',
  summary:
    'How SMS get out: by a provider, a modem, an operator, another Pushdesk, or the simulator. It takes ten minutes.',
  intro:
    'An alert is a binary SMS. Pushdesk hands it to a gateway, which sends it. Several gateways stand in for each other.',
  'add.title': 'Choose the kind of gateway',
  'add.body':
    'Choose [[nav.sms]] on the left and press [[sms.add]].\n[[sms.kind.http]] suits most offices: there is nothing to plug in, and it sends as much as is needed.\n[[sms.kind.modem]] suits a few hundred SMS a day, by a SIM of the office’s own.\n[[sms.kind.smpp]] suits large numbers, where an operator or a provider offers such a link.\n[[sms.kind.peer]] suits an office whose sister office has a way out already.\nTo try things out choose [[sms.kind.simulator]].',
  'http.title': 'Describe how the provider is called',
  'http.body':
    'Under [[sms.form.preset]] choose the provider, or the empty template.\nCheck the address in [[sms.form.url]]. Words in percent signs are filled in for each message; below stands what would be called, with an example.\nType [[sms.form.user]], [[sms.form.password]] and [[sms.form.sender]] as the provider gave them to you.\nPress [[sms.form.create]].',
  binary:
    'The provider has to send binary SMS with a user data header (UDH) unchanged. A service for text alone cannot carry alerts.',
  'modem.title': 'Or plug in a modem',
  'modem.body':
    'Take a SIM whose tariff is made for SMS; unlimited data is not needed. Switch its PIN off in a phone, or keep it at hand.\nPlug the modem in. Linux knows nearly all of them; Windows and macOS may need the driver of its maker. No other program may use it.\nChoose [[sms.kind.modem]] and the port under [[gatewaysPage.modem.port]].\nType the PIN into [[gatewaysPage.modem.pin]] when the SIM asks for one. A wrong PIN is not tried a second time.',
  'smpp.title': 'Or connect to an operator',
  'smpp.body':
    'Ask for the address and the port, the user and the password, and how many SMS a second are allowed; ask too whether binary SMS go out unchanged.\nChoose [[sms.kind.smpp]] and type in what you were given.',
  'peer.title': 'Or send by another Pushdesk',
  'peer.body':
    'Ask its admin for its address and for a user of its API for SMS. The other office pays for what you send.\nChoose [[sms.kind.peer]] and type these in.',
  'simulator.title': 'Or use the simulator',
  'simulator.body':
    'The simulator delivers to virtual phones inside of Pushdesk: they take configuration SMS, wake at alerts and really synchronise. Nothing leaves this machine, and nothing costs anything.\nChoose [[sms.kind.simulator]] instead. Real phones get nothing by it.',
  'order.title': 'Put several in order',
  'order.body':
    'Each gateway has a priority; the lowest number goes first. A gateway that fails is tried again later by itself, and the next one takes its messages meanwhile.\nWhere a country or an account needs another order, choose [[sms.tab.routes]].',
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
