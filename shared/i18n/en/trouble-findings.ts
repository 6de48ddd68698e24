/** What the troubleshooter found at a link that holds. */
const holding = {
  'account-ready':
    '{account} may synchronise. Devices sign in {auth, select, md5 {with MD5} basic {with Basic} other {with MD5 or Basic}}.',
  synced: 'The phone has synchronised.',
  'synced-partly': 'The phone has synchronised, but has asked for a folder that does not exist.',
  'gateway-works': '“{gateway}” takes SMS.',
  'gateway-unused': '“{gateway}” is switched on; nothing has been sent by it yet.',
  'gateway-simulator': '“{gateway}” hands SMS to virtual phones. No real phone gets them.',
  'gateway-not-needed': 'This phone is sent no alerts, so it needs no SMS.',
  'change-seen': 'Something has changed that the phone waits for.',
  'asks-itself': 'This phone does not understand alerts: it asks by itself.',
  'not-needed': 'Not needed: this phone asks by itself.',
  'names-match': 'The phone uses exactly these names: {names}.',
  'names-match-some':
    'The phone uses exactly these names: {names}. It has never synchronised {unseen}.',
  'alert-delivered': 'The last alert reached the phone.',
  'alert-no-report': 'The last alert was sent. The network has reported nothing, as many do.',
  answered: 'The phone has answered the last alert.',
} as const;

/** What it found at the link where it stopped. */
const stopping = {
  'sync-off': 'Synchronisation is switched off for everybody.',
  'no-password': '{account} has no password for its devices.',
  'listener-failed': '{listener} cannot listen on port {port}: {detail}',
  'listener-off': 'Nothing listens for devices.',
  'client-blocked': '{client} is blocked: it is not let in.',
  'client-put-away': '{client} is put away, so it belongs to no device.',
  'address-local': 'Only this machine reaches the server: it listens on {host}.',
  'wrong-password': 'A phone signs in to {account} with a wrong password.',
  'wrong-sign-in':
    'A phone is not let in to {account}: the password is wrong, or it does not sign in {auth, select, md5 {with MD5} other {with Basic}}.',
  'try-again': 'The phone was not let in to {account}. What stood in its way is gone.',
  'client-waits': '{client} signs in to {account} and belongs to no device yet.',
  'wrong-url': 'A phone ({remote}) came by {url}.',
  'tls-not-trusted': 'A phone ({remote}) does not trust the certificate of this server.',
  'tls-too-old': 'A phone ({remote}) speaks only an old TLS, which is refused.',
  'session-running': 'Its first session is under way.',
  'session-suspended': 'The phone has interrupted its session.',
  'session-failed': 'Its last session did not end well. {reason}',
  'session-broken': 'Its last session broke off. {reason}',
  'configuration-under-way': 'The configuration SMS is on its way.',
  'configuration-delivered': 'The phone has the configuration SMS; no session has come yet.',
  'configuration-uncertain': 'Whether the configuration SMS went out is not known.',
  'configuration-failed': 'The configuration SMS did not get through. {reason}',
  'link-open': 'The link to the settings has not been opened yet.',
  'link-opened': 'The link to the settings was opened; no session has come yet.',
  'never-synced-configuration': 'The phone has never synchronised.',
  'never-synced-link': 'The phone has never synchronised.',
  'never-synced-guide': 'The phone has never synchronised.',
  'no-number': 'The device has no phone number.',
  'no-gateway': 'There is no way out for SMS.',
  'gateway-off': '“{gateway}” is switched off, and there is no other way out for SMS.',
  'gateway-failing': '“{gateway}” does not take SMS. {reason} {detail}',
  'only-simulator': 'This is a real phone, but SMS go to virtual phones only, by “{gateway}”.',
  'route-down':
    'SMS to this number go by the route “{route}” only, and “{gateway}” does not take them. {reason} {detail}',
  'simulator-first': 'This is a real phone, but its SMS go to virtual phones, by “{gateway}”.',
  'message-failed':
    'The last SMS to {number} was given up after {attempts, plural, one {# attempt} other {# attempts}}.',
  'engine-off': 'Push is switched off for everybody.',
  'push-off': 'Push is switched off for this device.',
  'paused-by-admin': 'The device is paused by the admin.',
  'paused-by-device': 'Push was switched off on the phone.',
  'no-folder': 'No folder is ticked, so nothing is announced.',
  'mailbox-failed': 'The mailbox of {account} at {host} cannot be watched.',
  'no-change': 'Nothing of {account} has changed since the phone came.',
  'no-change-mailbox':
    'Nothing of {account} has changed since the phone came, and nobody tells of new mail.',
  'only-own-changes':
    'Only the phone itself has changed something. It is not told of its own changes.',
  'other-folders': 'Something has changed ({folder}), but that folder is not ticked.',
  'name-differs':
    'The folder is called “{name}” here and “{used}” on the phone: {difference, select, case {the letter case differs} prefix {one begins with ./} slash {one has a slash more} spaces {one has a space more} other {the names differ}}.',
  'name-unknown':
    'The phone asks for “{used}”, which no folder is called. It has never asked for {names}.',
  'server-id-differs':
    'Alerts come from “{server}”, but the phone knows this server as “{known}” and ignores them.',
  'names-unknown': 'The phone has not synchronised any of the ticked folders yet.',
  'no-alert': 'No alert has been sent to this phone yet.',
  'alert-planned': 'An alert is planned for {until}. {reason}',
  'alert-queued':
    '{attempts, plural, =0 {The alert is in the SMS queue.} one {The alert is in the SMS queue; # attempt so far.} other {The alert is in the SMS queue; # attempts so far.}}',
  'alert-sent': 'The alert was sent; the network has not reported it yet.',
  'alert-failed': 'The last alert did not get through. {reason}',
  'alert-expired': 'The last alert was given up. {reason}',
  'alert-suppressed': 'The last alert was not sent. {reason}',
  'number-mismatch': '{device} and {other} are mixed up: one answers the alerts of the other.',
  'answer-awaited': 'The alert left; the phone has until {until} to answer.',
  'not-answered': 'The alert reached the phone, but no session has come.',
  'not-answered-nokia': 'The alert reached the phone, but no session has come.',
  'not-answered-last': 'The phone has answered before, but not the last alert.',
} as const;

/** What was found, by the key of the step. */
export const troubleFindings = { ...holding, ...stopping } as const;

/** What to do at the link where the walk has stopped. */
export const troubleAdvice = {
  'sync-off': 'Switch it on.',
  'no-password': 'Make one, and enter the same password in the phone.',
  'listener-failed': 'Free the port, or choose another one in the settings.',
  'listener-off': 'Look at the listener of the devices in the settings.',
  'client-blocked': 'If {client} is {device}, let it in again.',
  'client-put-away': 'If {client} is {device}, bring it back: its next session pairs them.',
  'address-local':
    'Enter the address by which phones reach this server, or let it listen on the network.',
  'wrong-password': 'Enter the password of the account in the phone again, or make a new one.',
  'wrong-sign-in':
    'Enter the password again, or make a new one. A phone that signs in in another way needs the setting “any”.',
  'try-again': 'Let the phone synchronise again.',
  'client-waits': 'If {client} is {device}, assign it.',
  'wrong-url': 'Enter {right} as the address in the phone.',
  'tls-not-trusted':
    'Install the certificate on the phone from /certificate.crt, or use one of a public authority.',
  'tls-too-old':
    'Update the phone, or let it synchronise by http:// inside a network that you trust.',
  'session-running': 'Check again in a moment.',
  'session-suspended': 'Let the phone synchronise again: it goes on from there.',
  'session-failed': 'See in the session where it ended; then let the phone synchronise again.',
  'session-broken': 'Check the connection of the phone and let it synchronise again.',
  'configuration-under-way': 'Follow it in its trace.',
  'configuration-delivered':
    'On the phone: open the message, enter the PIN, save the settings and synchronise.',
  'configuration-uncertain': 'Ask the owner. If nothing has come, send it again.',
  'configuration-failed': 'Check the number and the gateway, then send it again.',
  'link-open': 'Ask the owner to open it.',
  'link-opened': 'Ask the owner to finish as the page says, and to synchronise once.',
  'never-synced-configuration':
    'Send its settings by SMS, save them on the phone and let it synchronise once.',
  'never-synced-link': 'Send its owner a link to the settings, and let it synchronise once.',
  'never-synced-guide': 'Enter the settings in the phone as the guide shows, and synchronise once.',
  'no-number': 'Enter the number of its SIM card.',
  'no-gateway': 'Add a gateway.',
  'gateway-off': 'Switch it on.',
  'gateway-failing': 'Test the gateway and put right what the test says.',
  'only-simulator': 'Add a gateway that sends real SMS.',
  'route-down': 'Put “{gateway}” right, or let other gateways take over in the route.',
  'simulator-first':
    'Let a gateway that sends real SMS come first: by its priority, or by a route.',
  'message-failed': 'Check that {number} is right, then try again.',
  'engine-off': 'Switch push on.',
  'push-off': 'Switch it on.',
  'paused-by-admin': 'Let the device go on.',
  'paused-by-device': 'Ask the owner whether that was meant; then let the device go on.',
  'no-folder': 'Tick what the phone shall be told of.',
  'mailbox-failed': 'Check the server, the user and the password of the mailbox.',
  'no-change': 'Change an entry on another device, or report a change.',
  'no-change-mailbox': 'Connect the mailbox, or report a change.',
  'only-own-changes': 'Change an entry elsewhere, or report a change.',
  'other-folders': 'Tick the folder, or wait for a change in a ticked one.',
  'name-differs': 'Call the folder “{used}”: phones compare names letter by letter.',
  'name-unknown':
    'Give one of these folders the name “{used}”, or correct the name in the phone: {names}.',
  'server-id-differs': 'Send the settings again, so that the phone knows “{server}”.',
  'names-unknown': 'Tick the folders on the phone too, and let it synchronise.',
  'no-alert': 'Send one to try.',
  'alert-planned': 'Check again after {until}.',
  'alert-queued': 'Follow it in its trace.',
  'alert-sent': 'Follow it in its trace.',
  'alert-failed': 'Check the number and the gateway, then alert the phone again.',
  'alert-expired': 'Alert the phone again.',
  'alert-suppressed': 'Alert the phone again.',
  'number-mismatch': 'Exchange their clients, or correct the numbers.',
  'answer-awaited': 'Check again after {until}.',
  'not-answered':
    'Is the phone on, has it a connection, and is its client running? Does it allow the server to start a session?',
  'not-answered-nokia':
    'On the phone, in the settings of the synchronisation profile: set “Allow sync requests” to “Yes”. Then alert it again.',
  'not-answered-last': 'Is the phone on, and has it a connection? Then alert it again.',
} as const satisfies Record<keyof typeof stopping, string>;

/** Key of a link that holds. */
export type TroubleFindingKey = keyof typeof holding;
/** Key of a link where the walk stops; it has an advice. */
export type TroubleKey = keyof typeof stopping;
