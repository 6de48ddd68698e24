import {
  encodeBrowserSettingsSms,
  encodeSyncSettingsSms,
} from '../../codecs/ota-settings/index.ts';
import type {
  BrowserParameter,
  BrowserSettings,
  SyncSettings,
} from '../../codecs/ota-settings/index.ts';
import { readableXml } from '../../codecs/readable-xml.ts';
import type { XmlNode } from '../../codecs/readable-xml.ts';
import type {
  AccessPointContent,
  ConfigurationContent,
  ConfigurationDocument,
  ConfigurationDocuments,
} from './content.ts';
import { binaryDataCoding } from './data-coding.ts';

/** Versions of the formats that phones of that time name beside the MIME type. */
const contentVersions: Readonly<Record<string, string>> = {
  'text/x-vcard': '2.1',
  'text/x-vcalendar': '1.0',
};

/**
 * The SyncML profile of a Nokia or Sony Ericsson until 2004, and the browser settings that make the
 * access point where one is chosen: such phones take it apart from the profile, and first.
 */
export function syncSettingsDocuments(
  content: ConfigurationContent,
  reference: number,
): ConfigurationDocuments {
  const { accessPoint } = content;
  const connection = accessPoint === null ? [] : [connectionDocument(accessPoint, reference)];
  // Parts of two messages must not be taken for parts of one.
  const settings = settingsDocument(content, (reference + connection.length) % 256);
  return { documents: [...connection, settings], pin: null };
}

function settingsDocument(
  { profile, authScheme }: ConfigurationContent,
  reference: number,
): ConfigurationDocument {
  const settings: SyncSettings = {
    name: profile.profileName,
    hostAddress: profile.serverUrl,
    databases: profile.folders.map(({ name, mime }) => {
      const version = contentVersions[mime];
      return {
        contentType: mime,
        ...(version === undefined ? {} : { contentTypeVersion: version }),
        uri: name,
        name,
      };
    }),
    authentication: { scheme: authScheme, username: profile.address },
  };
  const { body, push, segments } = encodeSyncSettingsSms(settings, { reference });
  return {
    name: 'settings',
    text: readableXml(settingsXml(settings)),
    octets: push.length,
    body,
    dcs: binaryDataCoding,
    parts: segments,
  };
}

function connectionDocument(
  accessPoint: AccessPointContent,
  reference: number,
): ConfigurationDocument {
  const { name, apn, auth, user, password } = accessPoint;
  const login: BrowserParameter[] =
    auth === 'none'
      ? []
      : [
          { name: 'PPP_AUTHTYPE', value: auth === 'pap' ? 'PAP' : 'CHAP' },
          { name: 'PPP_AUTHNAME', value: user },
          ...(password === null ? [] : [{ name: 'PPP_AUTHSECRET', value: password }]),
          { name: 'PPP_LOGINTYPE', value: 'AUTOMATIC' },
        ];
  const settings: BrowserSettings = {
    addresses: [
      [{ name: 'BEARER', value: 'GPRS' }, { name: 'GPRS_ACCESSPOINTNAME', value: apn }, ...login],
    ],
    name,
    bookmarks: [],
  };
  const { body, push, segments } = encodeBrowserSettingsSms(settings, { reference });
  return {
    name: 'connection',
    text: readableXml(connectionXml(settings)),
    octets: push.length,
    body,
    dcs: binaryDataCoding,
    parts: segments,
  };
}

function settingsXml({ name, hostAddress, databases, authentication }: SyncSettings): XmlNode {
  return {
    tag: 'SyncSettings',
    children: [
      { tag: 'HostAddr', text: hostAddress },
      ...databases.map(({ contentType, contentTypeVersion, uri }) => ({
        tag: 'RemoteDB',
        children: [
          { tag: 'CTType', text: contentType },
          ...(contentTypeVersion === undefined ? [] : [{ tag: 'CTVer', text: contentTypeVersion }]),
          { tag: 'URI', text: uri },
        ],
      })),
      { tag: 'Name', text: name },
      ...(authentication === undefined
        ? []
        : [
            {
              tag: 'Auth',
              children: [
                { tag: 'AuthScheme', text: authentication.scheme === 'basic' ? '1' : '2' },
                { tag: 'Username', text: authentication.username },
              ],
            },
          ]),
    ],
  };
}

function connectionXml({ addresses, name }: BrowserSettings): XmlNode {
  const parm = (setting: BrowserParameter): XmlNode => ({
    tag: 'PARM',
    attributes: { NAME: setting.name, VALUE: setting.value },
  });
  return {
    tag: 'CHARACTERISTIC-LIST',
    children: [
      ...addresses.map((parameters) => ({
        tag: 'CHARACTERISTIC',
        attributes: { TYPE: 'ADDRESS' },
        children: parameters.map(parm),
      })),
      {
        tag: 'CHARACTERISTIC',
        attributes: { TYPE: 'NAME' },
        children: [parm({ name: 'NAME', value: name ?? '' })],
      },
    ],
  };
}
