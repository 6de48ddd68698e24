/** Where something listens. */
export interface Door {
  readonly host: string;
  readonly port: number;
}

/** A host as it stands in an address: an IPv6 address gets its brackets (RFC 3986 §3.2.2). */
function hostOf(door: Door): string {
  // What listens on every address is reached on the loopback by the examples.
  const host = door.host === '0.0.0.0' || door.host === '::' ? '127.0.0.1' : door.host;
  return host.includes(':') ? `[${host}]` : host;
}

/** A text between single quotes for a POSIX shell. */
function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A shell line that reports a change as a UDP datagram. */
export function udpExample(door: Door, account: string): string {
  const datagram = JSON.stringify({ v: 1, account, folder: 'contacts', origin: 'webmail' });
  return `printf %s ${shellQuoted(datagram)} > /dev/udp/${hostOf(door)}/${String(door.port)}`;
}

/** A curl call that reports a change to the webhook. */
export function webhookExample(door: Door, account: string, hasToken: boolean): string {
  const body = JSON.stringify({ account, folder: 'calendar', origin: 'webmail' });
  return [
    `curl http://${hostOf(door)}:${String(door.port)}/changes \\`,
    ...(hasToken ? [`  -H 'Authorization: Bearer TOKEN' \\`] : []),
    `  -H 'Content-Type: application/json' \\`,
    `  -d ${shellQuoted(body)}`,
  ].join('\n');
}

/** Lines of configuration for Dovecot 2.3 and its own push notifications. */
export function dovecotExample(door: Door, hasToken: boolean): string {
  const credentials = hasToken ? 'pushdesk:TOKEN@' : '';
  const url = `http://${credentials}${hostOf(door)}:${String(door.port)}/changes/dovecot`;
  return [
    'mail_attribute_dict = file:%h/dovecot-attributes',
    'protocol lmtp {',
    '  mail_plugins = $mail_plugins notify push_notification',
    '}',
    'protocol lda {',
    '  mail_plugins = $mail_plugins notify push_notification',
    '}',
    'plugin {',
    `  push_notification_driver = ox:url=${url}`,
    '}',
  ].join('\n');
}

/** The command that makes Dovecot's driver speak for a user; needed once for each. */
export function dovecotUserExample(account: string): string {
  return [
    `doveadm mailbox metadata set -s -u ${shellQuoted(account)} "" \\`,
    `  /private/vendor/vendor.dovecot/http-notify ${shellQuoted(`user=${account}`)}`,
  ].join('\n');
}
