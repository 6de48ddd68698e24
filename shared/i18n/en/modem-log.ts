/** Sentences of the log about GSM modems. */
export const modemLog = {
  'modem.ready': 'Modem of gateway "{gateway}" is ready: {device} at {path}, network {operator}',
  'modem.back': 'Modem of gateway "{gateway}" is back: {device} at {path}, network {operator}',
  'modem.unplugged': 'Modem of gateway "{gateway}" is unplugged or switched off: {detail}',
  'modem.no-port': 'Gateway "{gateway}" finds no modem: {detail}',
  'modem.port-busy':
    'Port {path} of gateway "{gateway}" is in use by another program: {detail}. Close that program',
  'modem.no-answer': 'Modem of gateway "{gateway}" does not answer: {detail}',
  'modem.pin-needed':
    'Modem of gateway "{gateway}" asks for a PIN: {detail}. Enter the PIN of the SIM',
  'modem.pin-wrong':
    'The SIM of gateway "{gateway}" does not take the PIN, which is not tried again: {detail}. Enter the right one',
  'modem.puk-needed':
    'The SIM of gateway "{gateway}" is locked: {detail}. Unlock it with its PUK in a phone',
  'modem.no-sim': 'Modem of gateway "{gateway}" has no SIM that works: {detail}',
  'modem.not-registered': 'Modem of gateway "{gateway}" has no network: {detail}',
  'modem.failed': 'Modem of gateway "{gateway}" cannot be used: {detail}',
  'modem.sim-full':
    'Memory of the modem of gateway "{gateway}" was full; {count, plural, one {# place} other {# places}} freed',
  'modem.unreadable': 'Gateway "{gateway}" dropped an SMS that cannot be read: {pdu}',
} as const;
