import type { MailAccess } from '../../shared/model/device-profile.ts';
import type { ProvisioningField } from '../../shared/model/provisioning.ts';
import type { Draft } from './draft.ts';

/** What the phone shows of a configuration before its owner saves it, in its order. */
export function fieldsOf(draft: Draft): ProvisioningField[] {
  const { profile, format, withMail, accessPoint } = draft;
  if (format === null) return [];
  const { serverUrl, incomingMail, outgoingMail } = profile;
  const fields: ProvisioningField[] = [
    { group: 'sync', name: 'profile', value: profile.profileName },
  ];
  if (format === 'oma-cp') fields.push({ group: 'sync', name: 'server', value: profile.serverId });
  if (serverUrl !== null) fields.push({ group: 'sync', name: 'url', value: serverUrl });
  fields.push({ group: 'sync', name: 'user', value: profile.address });
  for (const { dataType, name } of profile.folders) {
    fields.push({ group: 'folders', name: dataType, value: name });
  }
  if (withMail && incomingMail !== null) {
    const value = `${incomingMail.protocol.toUpperCase()} ${mailServer(incomingMail)}`;
    fields.push({ group: 'mail', name: 'incoming', value });
  }
  if (withMail && outgoingMail !== null) {
    const value = `SMTP ${mailServer(outgoingMail)}`;
    fields.push({ group: 'mail', name: 'outgoing', value });
    fields.push({ group: 'mail', name: 'from', value: profile.address });
  }
  if (accessPoint !== null) {
    fields.push({ group: 'connection', name: 'access-point', value: accessPoint.name });
    fields.push({ group: 'connection', name: 'apn', value: accessPoint.apn });
  }
  return fields;
}

const securityNames = { tls: ' TLS', starttls: ' STARTTLS', none: '' } as const;

function mailServer({ host, port, security, user }: MailAccess): string {
  return `${host}:${String(port)}${securityNames[security]}, ${user}`;
}
