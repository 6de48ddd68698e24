/** Sentences of the log about SMS that phones send. */
export const incomingLog = {
  'incoming.received': 'SMS from {number} for {to}',
  'incoming.for-nobody': 'SMS from {number}: no rule says whom it is for. It is in the console',
  'incoming.conflict':
    'SMS from {number}: several people wrote to that number, so it is for none of them by itself. It is in the console',
  'incoming.empty': 'An empty SMS from {number} is thrown away',
  'incoming.discarded': 'An SMS from {number} is thrown away, as a rule says',
} as const;
