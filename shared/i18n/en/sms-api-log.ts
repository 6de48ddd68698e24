/** Sentences of the log about the API for SMS and its users. */
export const smsApiLog = {
  'sms-user.created': 'SMS user {user} is created',
  'sms-user.updated': 'SMS user {user} is changed: {names}',
  'sms-user.removed': 'SMS user {user} is removed',
  'sms-api.sign-in-refused':
    'Somebody signs in to the API for SMS as {user} from {remote} with a wrong password, or as nobody that there is',
  'sms-api.sign-in-guessed':
    'Signing in to the API for SMS as {user} from {remote} failed several times: the next attempts have to wait. Somebody may be guessing passwords, or a program has an old one',
  'sms-api.report-unknown':
    '"{gateway}" reports on SMS in words that are not understood: {said}. Patterns in its settings can say what they mean',
  'sms-api.limit-reached':
    'SMS user {user} has used up the limit of this month ({limit, plural, one {# part} other {# parts}}): messages are refused',
} as const;
