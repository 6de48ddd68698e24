import type { Characteristic, Parm, ProvisioningDocument } from '../oma-cp/index.ts';

const parm = (name: string, value: string): Parm => ({ name, value });

const group = (type: string, ...children: (Parm | Characteristic)[]): Characteristic => ({
  type,
  children,
});

const resource = (uri: string, accepted: string): Characteristic =>
  group('RESOURCE', parm('URI', uri), parm('AACCEPT', accepted));

/** A SyncML account with the usual four databases, and neither password nor names for them. */
export const usualSyncml: ProvisioningDocument = {
  characteristics: [
    group(
      'APPLICATION',
      parm('APPID', 'w5'),
      parm('PROVIDER-ID', 'sync.example.com'),
      parm('NAME', 'Example Sync'),
      parm('ADDR', 'https://sync.example.com:443/api/syncml/v1'),
      parm('TO-NAPID', 'INTERNET'),
      group('APPAUTH', parm('AAUTHLEVEL', 'APPSRV'), parm('AAUTHNAME', 'alice@example.com')),
      resource('contacts', 'text/x-vcard'),
      resource('calendar', 'text/x-vcalendar'),
      resource('tasks', 'text/x-vcalendar'),
      resource('notes', 'text/plain'),
    ),
  ],
};

/** A mailbox and a way into the Internet, with names and values of all kinds. */
export const usualMail: ProvisioningDocument = {
  characteristics: [
    group(
      'NAPDEF',
      parm('NAPID', 'NAP1'),
      parm('BEARER', 'GSM-GPRS'),
      parm('NAME', 'é 漢 & "<Internet>"'),
      parm('NAP-ADDRESS', 'internet'),
      parm('NAP-ADDRTYPE', 'APN'),
      group('NAPAUTHINFO', parm('AUTHTYPE', 'PAP'), parm('AUTHNAME', 'guest')),
    ),
    group(
      'APPLICATION',
      parm('APPID', '143'),
      parm('PROVIDER-ID', 'mail.example.com'),
      parm('TO-NAPID', 'NAP1'),
      group(
        'APPADDR',
        parm('ADDR', 'imap.example.com'),
        group('PORT', parm('PORTNBR', '143'), parm('SERVICE', 'STARTTLS')),
      ),
      group('APPAUTH', parm('AAUTHTYPE', 'PLAIN'), parm('AAUTHNAME', 'alice')),
      parm('CLIURI', './own'),
    ),
    group('X-OWN', parm('X-Own', '')),
  ],
};
