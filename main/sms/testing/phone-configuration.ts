import type { PhoneProfile } from '../../../shared/model/phone.ts';
import { toHex } from '../../codecs/bytes.ts';
import type { SmsSegment } from '../../codecs/gsm-sms/index.ts';
import { encodeProvisioningSms } from '../../codecs/oma-cp/index.ts';
import type {
  Characteristic,
  Parm,
  ProvisioningDocument,
  ProvisioningPushOptions,
} from '../../codecs/oma-cp/index.ts';
import type { DeviceRow, MessageRow } from '../../store/types.ts';
import { sleepingPhones, typedProfile } from './sms-fixture.ts';
import type { SmsDeps } from '../index.ts';

/** A setting of a document. */
export function parm(name: string, value: string): Parm {
  return { name, value };
}

/** A database of a document. */
export function resource(uri: string, mediaType: string): Characteristic {
  return { type: 'RESOURCE', children: [parm('URI', uri), parm('AACCEPT', mediaType)] };
}

/** A w5 application as a stranger's server would send it, with what is given in place of the usual. */
export function syncApplication(
  given: {
    readonly parms?: Readonly<Record<string, string | undefined>>;
    readonly resources?: readonly Characteristic[];
    readonly user?: string;
    readonly password?: string;
  } = {},
): Characteristic {
  const parms: Record<string, string | undefined> = {
    APPID: 'w5',
    'PROVIDER-ID': 'sync.example.com',
    NAME: 'Example Sync',
    ADDR: 'http://sync.example.com:80/syncml',
    ...given.parms,
  };
  const {
    resources = [resource('card', 'text/x-vcard'), resource('cal', 'text/x-vcalendar')],
    user = 'alice',
    password,
  } = given;
  const auth = [parm('AAUTHLEVEL', 'APPSRV'), parm('AAUTHNAME', user)];
  if (password !== undefined) auth.push(parm('AAUTHSECRET', password));
  return {
    type: 'APPLICATION',
    children: [
      ...Object.entries(parms).flatMap(([name, value]) =>
        value === undefined ? [] : [parm(name, value)],
      ),
      { type: 'APPAUTH', children: auth },
      ...resources,
    ],
  };
}

/** The parts of a provisioning message, as the queue has them. */
export function provisioningParts(
  options: ProvisioningPushOptions,
  document: ProvisioningDocument = { characteristics: [syncApplication()] },
): MessageRow['parts'] {
  return partsOf(encodeProvisioningSms({ ...options, document }, { reference: 9 }).segments);
}

/** Segments as the queue has them. */
export function partsOf(segments: readonly SmsSegment[]): MessageRow['parts'] {
  return segments.map(({ udh, data }) => ({ udh: toHex(udh), data: toHex(data) }));
}

/** Phones that take settings and lose them again, and do nothing else. */
export function settablePhones(): {
  readonly phones: SmsDeps['phones'];
  readonly profiles: Map<string, PhoneProfile>;
  readonly woken: string[];
} {
  const profiles = new Map<string, PhoneProfile>();
  const woken: string[] = [];
  const of = (device: DeviceRow): PhoneProfile => profiles.get(device.id) ?? typedProfile(device);
  return {
    profiles,
    woken,
    phones: {
      ...sleepingPhones,
      wake: (deviceId, { syncs }) => {
        woken.push(`${deviceId} ${syncs.map(({ uri }) => uri).join(' ')}`);
      },
      profiles: (devices) =>
        Promise.resolve(new Map(devices.map((device) => [device.id, of(device)]))),
      configure(device, { password, databases, ...settings }) {
        profiles.set(device.id, {
          source: 'received',
          ...settings,
          hasPassword: password !== undefined,
          databases: [...databases],
        });
        return Promise.resolve(of(device));
      },
      empty(device) {
        const nothing = { name: '', serverId: '', url: '', user: '' };
        profiles.set(device.id, {
          source: 'empty',
          ...nothing,
          hasPassword: false,
          databases: [],
        });
        return Promise.resolve(of(device));
      },
    },
  };
}
