/** Sentences of the log about the links to service centres. */
export const smppLog = {
  'smpp.bound': '"{gateway}" is signed in to {centre} as {bind}',
  'smpp.link-lost': 'The link of "{gateway}" is lost: {detail}. It is made anew in {seconds} s',
  'smpp.unreachable': '"{gateway}" cannot sign in: {detail}. It tries again in {seconds} s',
  'smpp.bind-refused':
    'The service centre does not let "{gateway}" in: {detail}. Correct the system ID or the password; it tries again in {seconds} s',
  'smpp.throttled':
    'The service centre asks "{gateway}" for a slower pace: it goes on with {rate, plural, one {# message} other {# messages}} a second',
} as const;
