/** Sentences of the log about mail, personal links and the pages for owners. */
export const portalLog = {
  'mail.sent': 'Mail to {to} is handed over',
  'mail.failed': 'Mail to {to} could not be sent: {detail}. Test the mail settings',
  'portal.link-made': 'A link for setting {device} up is made; it ends on {until}',
  'portal.link-by-sms': 'The link for {device} goes to {number} by SMS',
  'portal.link-by-mail': 'The link for {device} went to {to} by mail',
  'portal.link-opened': 'The link of {device} is opened from {remote}',
  'portal.link-taken':
    'The link of {device} is opened for good from {remote}: it works in that browser alone',
  'portal.link-closed':
    'A link of {device} that is used up, over or withdrawn is opened from {remote}. Make a new one if it was the owner',
  'portal.link-revoked': 'A link of {device} is withdrawn',
  'portal.link-unknown': 'A link that does not exist is opened from {remote}',
  'portal.link-guessed':
    '{remote} opens one link after another that does not exist, and has to wait: somebody may be guessing',
  'portal.flooded': '{remote} asks for more pages than any owner would, and has to wait',
  'portal.profile-fetched': 'The profile for {device} is fetched from {remote}',
  'portal.profile-unsigned':
    'The profile for {device} goes out unsigned, because there is no certificate: {detail}',
  'portal.signed-in': '{account} signs in on the page for owners from {remote}',
  'portal.signed-out': '{account} signs out of the page for owners',
  'portal.sign-in-refused':
    'Somebody signs in on the page for owners as {user} from {remote} with a wrong password, or as nobody that there is',
  'portal.sign-in-guessed':
    'Signing in on the page for owners as {user} from {remote} failed several times: the next attempts have to wait. Somebody may be guessing passwords',
  'portal.mailbox-unreachable':
    '{account} cannot sign in on the page for owners, because the mailbox does not answer: {detail}',
  'portal.device-added': '{account} has added {device} on the page for owners',
  'portal.device-removed': '{account} has removed {device} on the page for owners',
  'portal.device-paused': '{account} has paused {device} on the page for owners',
  'portal.device-resumed': '{account} has let {device} go on, on the page for owners',
  'portal.configuration-sent':
    '{account} has asked for the configuration SMS of {device} on the page for owners',
  'portal.link-asked': '{account} has made a link for {device} on the page for owners',
} as const;
