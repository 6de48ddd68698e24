/**
 * What happened, what it means and what to do, for every error code. A message and a hint are always
 * shown together.
 */
export const errors = {
  INVALID_INPUT: {
    what: 'Some of the input cannot be taken.',
    hint: 'Nothing was changed. Correct the marked fields and try again.',
  },
  UNAUTHENTICATED: {
    what: 'The sign-in has ended.',
    hint: 'Nothing was changed. Sign in again with the token of the service.',
  },
  FORBIDDEN: {
    what: 'This is not allowed from here.',
    hint: 'Nothing was changed.',
  },
  NOT_FOUND: {
    what: 'It is no longer there.',
    hint: 'It may have been removed meanwhile. Go back to the list to see what is left.',
  },
  DUPLICATE: {
    what: 'There is one of this name already.',
    hint: 'Nothing was changed. Choose another name, or change the one that exists.',
  },
  IN_USE: {
    what: 'It is still in use.',
    hint: 'Nothing was changed. Take it out of use first.',
  },
  PUSH_NOT_POSSIBLE: {
    what: 'Devices of this client type cannot be alerted.',
    hint: 'The phone synchronises when its owner asks for it.',
  },
  NUMBER_MISSING: {
    what: 'The device has no phone number.',
    hint: 'Without one no alert reaches the phone. Enter the number on the device’s page.',
  },
  NO_FOLDER_ENABLED: {
    what: 'No folder of the device is ticked.',
    hint: 'An alert has nothing to announce. Tick at least one folder.',
  },
  NO_GATEWAY: {
    what: 'There is no way out for SMS.',
    hint: 'Alerts wait. Add a gateway, or switch one on.',
  },
  PROVISIONING_NOT_POSSIBLE: {
    what: 'This device cannot be sent a configuration.',
    hint: 'Nothing was sent. The device’s page says why, and what to do.',
  },
  ALREADY_SENT: {
    what: 'The same configuration was sent a short while ago.',
    hint: 'Nothing was sent. Wait for the phone, or confirm that it goes out again.',
  },
  MAIL_FAILED: {
    what: 'The mail could not be sent.',
    hint: 'Nothing was sent. Check the mail settings and test them there.',
  },
  GATEWAY_FAILED: {
    what: 'The gateway did not take the message.',
    hint: 'The phone was not alerted. Test the gateway on the SMS page.',
  },
  UNKNOWN_ACCOUNT: {
    what: 'There is no such account.',
    hint: 'No phone is alerted. Check the address, or add the account.',
  },
  UNKNOWN_FOLDER: {
    what: 'No device of the account has this folder.',
    hint: 'No phone is alerted. Letter case counts in the names of folders.',
  },
  TOO_LARGE: {
    what: 'This is more than can be taken at once.',
    hint: 'Nothing was changed. Send less.',
  },
  RATE_LIMITED: {
    what: 'Too many calls in a short time.',
    hint: 'Nothing was changed. Wait a moment and try again.',
  },
  UNAVAILABLE: {
    what: 'The service does not answer at the moment.',
    hint: 'It is not known whether anything was changed. Try again when the connection is back.',
  },
  INTERNAL: {
    what: 'Something went wrong inside Pushdesk.',
    hint: 'The log has the details under the number below.',
  },
  correlation: 'Number of the call: {id}',
} as const;

/** What is wrong with one field. */
export const fieldErrors = {
  required: 'Needed',
  invalid: 'This cannot be taken',
  'too-long': 'Too long',
  'too-short': 'Too short',
  'out-of-range': 'Outside of what is allowed',
  'not-an-address': 'Not an e-mail address',
  'not-a-number': 'Not an international phone number: a plus, the country code and the number',
  'not-a-url': 'Not a URL: it begins with http:// or https://',
  'bad-template': 'The template has a mistake',
  duplicate: 'There is one already',
  unknown: 'There is no such thing',
  'not-offered': 'Not offered by this client type',
  tooLongBy: 'Too long: at most {max}',
  tooShortBy: 'Too short: at least {min}',
  between: 'Between {min} and {max}',
  atMost: 'At most {max}',
  atLeast: 'At least {min}',
  badTemplateAt: 'The template has a mistake: {detail}',
} as const;
