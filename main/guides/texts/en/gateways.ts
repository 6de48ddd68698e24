/** Ways out for SMS. */
export const gateways = {
  title: 'Gateways for SMS',
  summary: 'How alerts get out: a provider over HTTP, or the simulator. It takes ten minutes.',
  intro:
    'An alert is a binary SMS. Pushdesk hands it to a gateway: anything that sends an SMS when a web address is called. Several gateways stand in for each other.',
  'add.title': 'Open the gateways',
  'add.body': 'Choose [[nav.sms]] on the left and press [[sms.add]].',
  'http.title': 'Describe how the provider is called',
  'http.body':
    'Under [[sms.form.preset]] choose the provider, or an empty template. Type the address into [[sms.form.url]]; placeholders in percent signs are filled in for each message.\nType [[sms.form.user]], [[sms.form.password]] and [[sms.form.sender]] where the provider asks for them. Press [[sms.form.create]].',
  binary:
    'The provider has to send binary SMS with a header to port 2948. A service for text alone cannot carry alerts.',
  'test.title': 'Test it',
  'test.body':
    'Open the gateway and the tab [[sms.panel.test]]. Type a number into [[sms.test.number]] and press [[sms.test.button]]. What was requested and what the far side answered stands below.',
  'order.title': 'Put several in order',
  'order.body':
    'Each gateway has a priority; the lowest goes first. One that fails is tried again later, and the next one takes its messages meanwhile.',
  'simulator.title': 'Or use the simulator',
  'simulator.body':
    'The simulator sends to virtual phones inside of Pushdesk. Nothing leaves this machine, and nothing costs anything. Choose it behind [[sms.add]].',
  'trouble.1': 'The gateway refuses messages: its answer stands in the list and in the log.',
  'trouble.2':
    'Messages are taken, and no phone wakes: ask the provider whether binary SMS with a header are sent unchanged.',
  'trouble.3':
    'Messages wait: [[sms.tab.messages]] shows each one with its attempts and the time of the next.',
} as const;
