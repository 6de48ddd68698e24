import { describe, expect, it } from 'vitest';
import { clientType, clientTypes } from '../../../shared/catalogue/client-types.ts';
import type { ClientTypeId } from '../../../shared/model/words.ts';
import { provisioningSecurityOptions, usualContent } from '../testing/usual-content.ts';
import { concatBytes } from '../../codecs/bytes.ts';
import { joinSegments } from '../../codecs/gsm-sms/index.ts';
import { decodeUcs2, septetsToText } from '../../codecs/gsm-sms/index.ts';
import {
  decodeProvisioningPush,
  provisioningXml,
  verifyProvisioningMac,
} from '../../codecs/oma-cp/index.ts';
import {
  browserSettingsPorts,
  decodeBrowserSettingsPush,
  decodeSyncSettingsPush,
  syncSettingsPorts,
} from '../../codecs/ota-settings/index.ts';
import { parseSynthesisCommand } from '../../codecs/synthesis-command/index.ts';
import type { AccessPointContent, ConfigurationContent, ConfigurationDocument } from './content.ts';
import { makeDocuments } from './index.ts';

const unsigned = { security: 'none', pin: undefined, imsi: undefined } as const;
const imsi = '262011234567890';
const accessPoint: AccessPointContent = {
  id: 'point',
  name: 'Office',
  apn: 'internet.example',
  auth: 'pap',
  user: 'web',
  password: 'guest',
};

function only(documents: readonly ConfigurationDocument[], name = 'settings') {
  const found = documents.find((document) => document.name === name);
  if (found === undefined) throw new Error(`no document ${name}`);
  return found;
}

function make(type: ClientTypeId, over: Partial<ConfigurationContent> = {}) {
  const { format } = clientType(type).otaConfiguration;
  if (format === null) throw new Error(`${type} has no format`);
  return makeDocuments(format, { ...usualContent(type), ...over }, unsigned, 7).documents;
}

describe('the configuration of a Nokia', () => {
  const read = (over?: Partial<ConfigurationContent>) => {
    const { parts } = only(make('nokia', over));
    const { payload, ports } = joinSegments(parts);
    expect(ports).toEqual({ destination: 2948, source: 49154 });
    return provisioningXml(decodeProvisioningPush(payload).document);
  };

  it('says what S60 takes, in the order in which it takes it', () => {
    expect(read()).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE wap-provisioningdoc PUBLIC "-//WAPFORUM//DTD PROV 1.0//EN" "http://www.wapforum.org/DTD/prov.dtd">
      <wap-provisioningdoc version="1.0">
        <characteristic type="APPLICATION">
          <parm name="APPID" value="w5"/>
          <parm name="PROVIDER-ID" value="Pushdesk"/>
          <parm name="NAME" value="Pushdesk"/>
          <parm name="ADDR" value="https://sync.example.org:443/syncml"/>
          <parm name="TO-NAPID" value="INTERNET"/>
          <characteristic type="APPAUTH">
            <parm name="AAUTHLEVEL" value="APPSRV"/>
            <parm name="AAUTHNAME" value="anna@example.org"/>
          </characteristic>
          <characteristic type="RESOURCE">
            <parm name="URI" value="Contacts"/>
            <parm name="AACCEPT" value="text/x-vcard"/>
          </characteristic>
          <characteristic type="RESOURCE">
            <parm name="URI" value="Calendar"/>
            <parm name="AACCEPT" value="text/x-vcalendar"/>
          </characteristic>
          <characteristic type="RESOURCE">
            <parm name="URI" value="Notes"/>
            <parm name="AACCEPT" value="text/plain"/>
          </characteristic>
          <characteristic type="RESOURCE">
            <parm name="URI" value="Inbox"/>
            <parm name="AACCEPT" value="application/vnd.omads-email+xml"/>
          </characteristic>
        </characteristic>
      </wap-provisioningdoc>
      "
    `);
  });

  it('has the servers for mail where that is wanted, tied by one id', () => {
    expect(read({ withMail: true })).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE wap-provisioningdoc PUBLIC "-//WAPFORUM//DTD PROV 1.0//EN" "http://www.wapforum.org/DTD/prov.dtd">
      <wap-provisioningdoc version="1.0">
        <characteristic type="APPLICATION">
          <parm name="APPID" value="w5"/>
          <parm name="PROVIDER-ID" value="Pushdesk"/>
          <parm name="NAME" value="Pushdesk"/>
          <parm name="ADDR" value="https://sync.example.org:443/syncml"/>
          <parm name="TO-NAPID" value="INTERNET"/>
          <characteristic type="APPAUTH">
            <parm name="AAUTHLEVEL" value="APPSRV"/>
            <parm name="AAUTHNAME" value="anna@example.org"/>
          </characteristic>
          <characteristic type="RESOURCE">
            <parm name="URI" value="Contacts"/>
            <parm name="AACCEPT" value="text/x-vcard"/>
          </characteristic>
          <characteristic type="RESOURCE">
            <parm name="URI" value="Calendar"/>
            <parm name="AACCEPT" value="text/x-vcalendar"/>
          </characteristic>
          <characteristic type="RESOURCE">
            <parm name="URI" value="Notes"/>
            <parm name="AACCEPT" value="text/plain"/>
          </characteristic>
          <characteristic type="RESOURCE">
            <parm name="URI" value="Inbox"/>
            <parm name="AACCEPT" value="application/vnd.omads-email+xml"/>
          </characteristic>
        </characteristic>
        <characteristic type="APPLICATION">
          <parm name="APPID" value="143"/>
          <parm name="PROVIDER-ID" value="Pushdesk"/>
          <parm name="NAME" value="Pushdesk"/>
          <parm name="TO-NAPID" value="INTERNET"/>
          <characteristic type="APPADDR">
            <parm name="ADDR" value="mail.example.org"/>
            <characteristic type="PORT">
              <parm name="PORTNBR" value="993"/>
              <parm name="SERVICE" value="993"/>
            </characteristic>
          </characteristic>
          <characteristic type="APPAUTH">
            <parm name="AAUTHNAME" value="anna@example.org"/>
          </characteristic>
        </characteristic>
        <characteristic type="APPLICATION">
          <parm name="APPID" value="25"/>
          <parm name="PROVIDER-ID" value="Pushdesk"/>
          <parm name="NAME" value="Pushdesk"/>
          <parm name="TO-NAPID" value="INTERNET"/>
          <parm name="FROM" value="anna@example.org"/>
          <characteristic type="APPADDR">
            <parm name="ADDR" value="mail.example.org"/>
            <characteristic type="PORT">
              <parm name="PORTNBR" value="587"/>
              <parm name="SERVICE" value="STARTTLS"/>
            </characteristic>
          </characteristic>
          <characteristic type="APPAUTH">
            <parm name="AAUTHNAME" value="anna@example.org"/>
          </characteristic>
        </characteristic>
      </wap-provisioningdoc>
      "
    `);
  });

  it('makes the access point that is chosen, and everything goes by it', () => {
    const xml = read({ accessPoint, withMail: true });
    expect(xml).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE wap-provisioningdoc PUBLIC "-//WAPFORUM//DTD PROV 1.0//EN" "http://www.wapforum.org/DTD/prov.dtd">
      <wap-provisioningdoc version="1.0">
        <characteristic type="BOOTSTRAP">
          <parm name="NAME" value="Pushdesk"/>
        </characteristic>
        <characteristic type="NAPDEF">
          <parm name="NAPID" value="NAP1"/>
          <parm name="BEARER" value="GSM-GPRS"/>
          <parm name="NAME" value="Office"/>
          <parm name="NAP-ADDRESS" value="internet.example"/>
          <parm name="NAP-ADDRTYPE" value="APN"/>
          <characteristic type="NAPAUTHINFO">
            <parm name="AUTHTYPE" value="PAP"/>
            <parm name="AUTHNAME" value="web"/>
            <parm name="AUTHSECRET" value="guest"/>
          </characteristic>
        </characteristic>
        <characteristic type="APPLICATION">
          <parm name="APPID" value="w5"/>
          <parm name="PROVIDER-ID" value="Pushdesk"/>
          <parm name="NAME" value="Pushdesk"/>
          <parm name="ADDR" value="https://sync.example.org:443/syncml"/>
          <parm name="TO-NAPID" value="NAP1"/>
          <characteristic type="APPAUTH">
            <parm name="AAUTHLEVEL" value="APPSRV"/>
            <parm name="AAUTHNAME" value="anna@example.org"/>
          </characteristic>
          <characteristic type="RESOURCE">
            <parm name="URI" value="Contacts"/>
            <parm name="AACCEPT" value="text/x-vcard"/>
          </characteristic>
          <characteristic type="RESOURCE">
            <parm name="URI" value="Calendar"/>
            <parm name="AACCEPT" value="text/x-vcalendar"/>
          </characteristic>
          <characteristic type="RESOURCE">
            <parm name="URI" value="Notes"/>
            <parm name="AACCEPT" value="text/plain"/>
          </characteristic>
          <characteristic type="RESOURCE">
            <parm name="URI" value="Inbox"/>
            <parm name="AACCEPT" value="application/vnd.omads-email+xml"/>
          </characteristic>
        </characteristic>
        <characteristic type="APPLICATION">
          <parm name="APPID" value="143"/>
          <parm name="PROVIDER-ID" value="Pushdesk"/>
          <parm name="NAME" value="Pushdesk"/>
          <parm name="TO-NAPID" value="NAP1"/>
          <characteristic type="APPADDR">
            <parm name="ADDR" value="mail.example.org"/>
            <characteristic type="PORT">
              <parm name="PORTNBR" value="993"/>
              <parm name="SERVICE" value="993"/>
            </characteristic>
          </characteristic>
          <characteristic type="APPAUTH">
            <parm name="AAUTHNAME" value="anna@example.org"/>
          </characteristic>
        </characteristic>
        <characteristic type="APPLICATION">
          <parm name="APPID" value="25"/>
          <parm name="PROVIDER-ID" value="Pushdesk"/>
          <parm name="NAME" value="Pushdesk"/>
          <parm name="TO-NAPID" value="NAP1"/>
          <parm name="FROM" value="anna@example.org"/>
          <characteristic type="APPADDR">
            <parm name="ADDR" value="mail.example.org"/>
            <characteristic type="PORT">
              <parm name="PORTNBR" value="587"/>
              <parm name="SERVICE" value="STARTTLS"/>
            </characteristic>
          </characteristic>
          <characteristic type="APPAUTH">
            <parm name="AAUTHNAME" value="anna@example.org"/>
          </characteristic>
        </characteristic>
      </wap-provisioningdoc>
      "
    `);
    expect(xml).not.toContain('"INTERNET"');
  });

  it('asks for no login of an access point that has none', () => {
    const xml = read({ accessPoint: { ...accessPoint, auth: 'none' } });
    expect(xml).not.toContain('NAPAUTHINFO');
    expect(xml).not.toContain('guest');
  });
});

describe('the configuration of an older phone', () => {
  it('is a profile that asks its owner for the password', () => {
    const documents = make('sony-ericsson-old', { authScheme: 'md5' });
    expect(documents.map(({ name }) => name)).toEqual(['settings']);
    const { parts, text } = only(documents);
    const { payload, ports } = joinSegments(parts);
    expect(ports).toEqual(syncSettingsPorts);
    expect(decodeSyncSettingsPush(payload)).toEqual({
      name: 'Pushdesk',
      hostAddress: 'https://sync.example.org:443/syncml',
      databases: [
        ['text/x-vcard', '2.1', './contacts'],
        ['text/x-vcalendar', '1.0', './calendar'],
        ['text/x-vcalendar', '1.0', './tasks'],
        ['text/plain', undefined, './notes'],
      ].map(([contentType, contentTypeVersion, uri]) => ({
        contentType,
        uri,
        name: uri,
        ...(contentTypeVersion === undefined ? {} : { contentTypeVersion }),
      })),
      authentication: { scheme: 'md5', username: 'anna@example.org' },
    });
    expect(text).toMatchInlineSnapshot(`
      "<SyncSettings>
        <HostAddr>https://sync.example.org:443/syncml</HostAddr>
        <RemoteDB>
          <CTType>text/x-vcard</CTType>
          <CTVer>2.1</CTVer>
          <URI>./contacts</URI>
        </RemoteDB>
        <RemoteDB>
          <CTType>text/x-vcalendar</CTType>
          <CTVer>1.0</CTVer>
          <URI>./calendar</URI>
        </RemoteDB>
        <RemoteDB>
          <CTType>text/x-vcalendar</CTType>
          <CTVer>1.0</CTVer>
          <URI>./tasks</URI>
        </RemoteDB>
        <RemoteDB>
          <CTType>text/plain</CTType>
          <URI>./notes</URI>
        </RemoteDB>
        <Name>Pushdesk</Name>
        <Auth>
          <AuthScheme>2</AuthScheme>
          <Username>anna@example.org</Username>
        </Auth>
      </SyncSettings>
      "
    `);
  });

  it('is led by the access point in a message of its own', () => {
    const documents = make('nokia-old', { accessPoint });
    expect(documents.map(({ name }) => name)).toEqual(['connection', 'settings']);
    const { parts, text } = only(documents, 'connection');
    const { payload, ports } = joinSegments(parts);
    expect(ports).toEqual(browserSettingsPorts);
    expect(decodeBrowserSettingsPush(payload)).toEqual({
      addresses: [
        [
          { name: 'BEARER', value: 'GPRS' },
          { name: 'GPRS_ACCESSPOINTNAME', value: 'internet.example' },
          { name: 'PPP_AUTHTYPE', value: 'PAP' },
          { name: 'PPP_AUTHNAME', value: 'web' },
          { name: 'PPP_AUTHSECRET', value: 'guest' },
          { name: 'PPP_LOGINTYPE', value: 'AUTOMATIC' },
        ],
      ],
      name: 'Office',
      bookmarks: [],
    });
    expect(text).toMatchInlineSnapshot(`
      "<CHARACTERISTIC-LIST>
        <CHARACTERISTIC TYPE="ADDRESS">
          <PARM NAME="BEARER" VALUE="GPRS"/>
          <PARM NAME="GPRS_ACCESSPOINTNAME" VALUE="internet.example"/>
          <PARM NAME="PPP_AUTHTYPE" VALUE="PAP"/>
          <PARM NAME="PPP_AUTHNAME" VALUE="web"/>
          <PARM NAME="PPP_AUTHSECRET" VALUE="guest"/>
          <PARM NAME="PPP_LOGINTYPE" VALUE="AUTOMATIC"/>
        </CHARACTERISTIC>
        <CHARACTERISTIC TYPE="NAME">
          <PARM NAME="NAME" VALUE="Office"/>
        </CHARACTERISTIC>
      </CHARACTERISTIC-LIST>
      "
    `);
  });
});

describe('the configuration of a Synthesis client', () => {
  const textOf = ({ dcs, parts }: ConfigurationDocument): string => {
    const data = concatBytes(parts.map((part) => part.data));
    return dcs === 0 ? septetsToText(data) : decodeUcs2(data);
  };

  it('is a line of commands in a text', () => {
    const document = only(make('synthesis'));
    expect(textOf(document)).toBe(document.text);
    expect(document.text).toMatchInlineSnapshot(
      `"cmd="update";pf="Pushdesk";uri="https://sync.example.org:443/syncml";user="anna@example.org";db="contacts";enabled="1";path="contacts";db="events";enabled="1";path="events";db="tasks";enabled="1";path="tasks";db="notes";enabled="1";path="notes""`,
    );
    expect(parseSynthesisCommand(document.text)).toMatchObject({
      action: 'update',
      profile: { name: 'Pushdesk', user: 'anna@example.org' },
    });
  });

  it('keeps names that the GSM alphabet does not have', () => {
    const content = usualContent('synthesis');
    const profile = { ...content.profile, profileName: 'Büro 办公室' };
    const document = only(make('synthesis', { profile }));
    expect(document.dcs).toBe(8);
    expect(textOf(document)).toBe(document.text);
  });
});

const configurable = clientTypes.flatMap(({ id, otaConfiguration }) =>
  otaConfiguration.format === null ? [] : [[id, otaConfiguration.format] as const],
);

describe.each(configurable)('a usual configuration of %s', (type, format) => {
  it.each(provisioningSecurityOptions(format))('fits three SMS with %s', (security) => {
    const secrets = { security, pin: '1234', imsi };
    const { documents } = makeDocuments(format, usualContent(type), secrets, 0);
    const parts = documents.flatMap((document) => document.parts);
    expect(parts.length).toBeLessThanOrEqual(3);
  });
});

describe('a signed configuration', () => {
  it.each(['netwpin', 'userpin', 'usernetwpin', 'userpinmac'] as const)(
    'with %s opens with what its owner has, and with nothing else',
    (security) => {
      const secrets = { security, pin: '1234', imsi };
      const { documents, pin } = makeDocuments('oma-cp', usualContent('nokia'), secrets, 0);
      const { payload } = joinSegments(only(documents).parts);
      const push = decodeProvisioningPush(payload);
      const own = pin ?? undefined;
      expect(verifyProvisioningMac(push, { pin: own, imsi })).toBe(true);
      const stranger = { pin: own && '9876', imsi: '262019999999999' };
      expect(verifyProvisioningMac(push, stranger)).toBe(false);
    },
  );
});

describe('two messages of one configuration', () => {
  it('have references of their own, even the last one of all', () => {
    const long = { ...accessPoint, apn: 'a'.repeat(100), password: 'p'.repeat(100) };
    const content = { ...usualContent('nokia-old'), accessPoint: long };
    const { documents } = makeDocuments('sync-settings', content, unsigned, 255);
    const references = documents.map(({ parts }) => parts[0]?.udh.at(-3));
    expect(references).toEqual([255, 0]);
  });
});
