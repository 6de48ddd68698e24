/** Why a device shows the state it shows. */
export const deviceReasons = {
  ok: 'Alerts reach this device.',
  'never-alerted': 'Ready; no alert has been needed yet.',
  'alert-waiting': 'An alert is on its way.',
  'quiet-hours': 'Quiet hours: alerts wait until they end.',
  'no-number': 'There is no phone number, so no SMS can be sent.',
  'no-folder': 'No folder is ticked, so nothing is announced.',
  'no-gateway': 'There is no way out for SMS.',
  'push-not-possible': 'This client type does not understand alerts.',
  'push-off': 'Push is switched off for this device.',
  'engine-off': 'Push is switched off for everybody.',
  'alert-failed': 'The last alert did not get through.',
  'paused-by-admin': 'Paused by the admin.',
  'paused-by-device': 'Paused by the device.',
  'number-mismatch':
    'It is mixed up with another device of the account: one answers the other’s alerts.',
  'session-failed': 'Its last session failed.',
} as const;

/** Why an alert waits, failed or was not sent. */
export const alertReasons = {
  merging: 'It gathers more changes first.',
  'quiet-hours': 'It waits for the end of the quiet hours.',
  'hourly-cap': 'It waits: the device has had enough alerts this hour.',
  'engine-off': 'It waits until push is switched on.',
  'paused-by-admin': 'The device is paused by the admin.',
  'paused-by-device': 'The device is paused by its owner.',
  'push-off': 'Push is switched off for the device.',
  'push-not-possible': 'The client type does not understand alerts.',
  'no-number': 'The device has no phone number.',
  'no-folder': 'None of the changed folders is ticked.',
  superseded: 'A newer alert took its place.',
  'too-old': 'It could not be sent in time.',
  'no-gateway': 'There is no way out for SMS.',
  'gateway-refused': 'The gateway refused it.',
  'gateway-unreachable': 'The gateway could not be reached.',
  'device-removed': 'The device was removed.',
  manual: 'Asked for by hand.',
  'not-delivered': 'The network could not deliver it.',
  dropped: 'It was taken out of the queue by hand.',
} as const;

/** Why a gateway shows the state it shows. */
export const gatewayReasons = {
  ok: 'The last SMS was accepted.',
  unused: 'Nothing has been sent by it yet.',
  off: 'Switched off.',
  unreachable: 'It does not answer.',
  refused: 'It refuses messages.',
  'backing-off': 'It failed and is tried again soon.',
  'bad-template': 'Its URL template has a mistake.',
  connecting: 'It is being opened.',
  'login-refused': 'It does not accept the user name or the password.',
  throttled: 'It asks for a slower pace.',
  budget: 'Its budget is used up.',
  'no-port': 'There is no device at its port.',
  'port-busy': 'Another program uses its port.',
  'no-answer': 'The modem does not answer.',
  'pin-needed': 'The modem asks for its PIN.',
  'pin-wrong': 'The PIN is wrong; it is not tried again by itself.',
  'puk-needed': 'The SIM asks for its PUK.',
  'no-sim': 'There is no SIM in the modem.',
  'sim-full': 'The memory of the SIM is full.',
  'not-registered': 'The modem is not registered in a network.',
} as const;

/** Why a client type cannot do something. */
export const clientTypeReasons = {
  'no-server-alerts': 'These phones ignore alerts from a server; they ask by themselves.',
  'uses-activesync': 'These phones keep a connection of their own open (ActiveSync).',
  'no-ota-format': 'This client has no format for a configuration by SMS.',
  'uses-profile': 'These phones take a profile, not an SMS.',
} as const;
