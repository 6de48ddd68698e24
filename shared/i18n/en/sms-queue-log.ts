/** Sentences of the log about the SMS queue. */
export const smsQueueLog = {
  'sms.uncertain':
    'Whether "{gateway}" has taken the SMS to {number} is not known: {detail}. It is not sent again by itself',
  'sms.repeated':
    'The SMS to {number} is sent again with the same bytes: its hand-over was cut off',
  'sms.submitted':
    'An SMS to {number} is put into the queue: {parts, plural, one {# part} other {# parts}}',
  'sms.not-delivered':
    'The network could not deliver the SMS to {number} that "{gateway}" took: {detail}',
  'sms.queue-paused': 'The SMS queue is paused: nothing goes out until it is resumed',
  'sms.queue-resumed': 'The SMS queue goes on',
  'sms.retried': '{count, plural, one {# SMS is} other {# SMS are}} sent again by hand',
  'sms.dropped': '{count, plural, one {# SMS is} other {# SMS are}} taken out of the queue by hand',
  'sms.rerouted': '{count, plural, one {# SMS is} other {# SMS are}} bound to "{gateway}" by hand',
  'sms.unbound': '{count, plural, one {# SMS goes} other {# SMS go}} by the routes again',
  'sms.paused': '{count, plural, one {# SMS is} other {# SMS are}} held back by hand',
  'sms.resumed': '{count, plural, one {# SMS that was} other {# SMS that were}} held back go on',
} as const;
