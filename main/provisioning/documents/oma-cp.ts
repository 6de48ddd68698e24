import type { MailAccess } from '../../../shared/model/device-profile.ts';
import { encodeProvisioningSms, provisioningXml, userPinMac } from '../../codecs/oma-cp/index.ts';
import type { Characteristic, Parm, ProvisioningDocument } from '../../codecs/oma-cp/index.ts';
import type {
  AccessPointContent,
  ConfigurationContent,
  ConfigurationDocuments,
  SigningSecrets,
} from './content.ts';
import { binaryDataCoding } from './data-coding.ts';

/** Id by which the document's parts name the access point among each other. */
const accessPointId = 'NAP1';
/** The phone's own way to the internet (Nokia S60 and most others). */
const defaultAccessPoint = 'INTERNET';

/** Values of `SERVICE` for mail within TLS from the start, by application (OMNA). */
const tlsServices = { '143': '993', '110': '995', '25': '465' } as const;
type MailApplication = keyof typeof tlsServices;

/**
 * The document of a configuration in OMA Client Provisioning 1.1, in the order in which S60 reads it:
 * APPID first, URI before AACCEPT. It has no AAUTHSECRET, so that the phone asks its owner.
 */
export function omaCpDocument(content: ConfigurationContent): ProvisioningDocument {
  const { accessPoint, withMail, profile } = content;
  const toNapId = accessPoint === null ? defaultAccessPoint : accessPointId;
  return {
    characteristics: [
      ...(accessPoint === null ? [] : accessPointGroups(accessPoint, profile.profileName)),
      syncApplication(content, toNapId),
      ...(withMail ? mailApplications(content, toNapId) : []),
    ],
  };
}

/** The messages of it: one, however many parts it has. */
export function omaCpDocuments(
  content: ConfigurationContent,
  { security, pin, imsi }: SigningSecrets,
  reference: number,
): ConfigurationDocuments {
  const document = omaCpDocument(content);
  const { body, push, segments } = encodeProvisioningSms(
    { document, security, pin, imsi },
    { reference },
  );
  return {
    documents: [
      {
        name: 'settings',
        text: provisioningXml(document),
        octets: push.length,
        body,
        dcs: binaryDataCoding,
        parts: segments,
      },
    ],
    pin: pin === undefined ? null : security === 'userpinmac' ? userPinMac(pin, body) : pin,
  };
}

function syncApplication({ profile }: ConfigurationContent, toNapId: string): Characteristic {
  const { serverId, profileName, serverUrl, address, folders } = profile;
  return {
    type: 'APPLICATION',
    children: [
      parm('APPID', 'w5'),
      parm('PROVIDER-ID', serverId),
      parm('NAME', profileName),
      parm('ADDR', serverUrl),
      parm('TO-NAPID', toNapId),
      // Without AAUTHTYPE the credentials are those of SyncML, not those of HTTP.
      {
        type: 'APPAUTH',
        children: [parm('AAUTHLEVEL', 'APPSRV'), parm('AAUTHNAME', address)],
      },
      ...folders.map(({ name, mime }) => ({
        type: 'RESOURCE',
        // No NAME: phones pass it over, and four of them would cost one more SMS.
        children: [parm('URI', name), parm('AACCEPT', mime)],
      })),
    ],
  };
}

function mailApplications({ profile }: ConfigurationContent, toNapId: string): Characteristic[] {
  const { incomingMail, outgoingMail, serverId, profileName, address } = profile;
  const common = (appId: MailApplication): Parm[] => [
    parm('APPID', appId),
    // The same id ties the two servers to one mailbox.
    parm('PROVIDER-ID', serverId),
    parm('NAME', profileName),
    parm('TO-NAPID', toNapId),
  ];
  const groups: Characteristic[] = [];
  if (incomingMail !== null) {
    const appId = incomingMail.protocol === 'imap' ? '143' : '110';
    groups.push({
      type: 'APPLICATION',
      children: [...common(appId), ...mailServer(appId, incomingMail)],
    });
  }
  if (outgoingMail !== null) {
    groups.push({
      type: 'APPLICATION',
      children: [...common('25'), parm('FROM', address), ...mailServer('25', outgoingMail)],
    });
  }
  return groups;
}

function mailServer(
  appId: MailApplication,
  { host, port, security, user }: MailAccess,
): Characteristic[] {
  const services = { tls: tlsServices[appId], starttls: 'STARTTLS', none: appId } as const;
  return [
    {
      type: 'APPADDR',
      children: [
        parm('ADDR', host),
        {
          type: 'PORT',
          children: [parm('PORTNBR', String(port)), parm('SERVICE', services[security])],
        },
      ],
    },
    { type: 'APPAUTH', children: [parm('AAUTHNAME', user)] },
  ];
}

function accessPointGroups(
  { name, apn, auth, user, password }: AccessPointContent,
  profileName: string,
): Characteristic[] {
  const login: Characteristic[] =
    auth === 'none'
      ? []
      : [
          {
            type: 'NAPAUTHINFO',
            children: [
              parm('AUTHTYPE', auth === 'pap' ? 'PAP' : 'CHAP'),
              parm('AUTHNAME', user),
              ...(password === null ? [] : [parm('AUTHSECRET', password)]),
            ],
          },
        ];
  return [
    { type: 'BOOTSTRAP', children: [parm('NAME', profileName)] },
    {
      type: 'NAPDEF',
      children: [
        parm('NAPID', accessPointId),
        parm('BEARER', 'GSM-GPRS'),
        parm('NAME', name),
        parm('NAP-ADDRESS', apn),
        parm('NAP-ADDRTYPE', 'APN'),
        ...login,
      ],
    },
  ];
}

function parm(name: string, value: string): Parm {
  return { name, value };
}
