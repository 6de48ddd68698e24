import type { ProvisioningField } from '../../../shared/model/provisioning.ts';
import { isCharacteristic } from '../../codecs/oma-cp/index.ts';
import type { Characteristic, ProvisioningDocument } from '../../codecs/oma-cp/index.ts';
import { databasesOf } from './database-types.ts';
import { receivedContent } from './received-settings.ts';
import type { ReceivedContent, ReceivedSettings } from './received-settings.ts';

/** Registered applications (OMNA AppID). */
const applications = { sync: 'w5', smtp: '25', pop3: '110', imap4: '143' } as const;
/** What a profile is called that has no name. */
const unnamed = 'Profile';

/** Reads a provisioning document as S60 does: strict about the order, deaf to what it does not know. */
export function readOmaSettings({ characteristics }: ProvisioningDocument): ReceivedContent {
  const application = (id: string): Characteristic | undefined =>
    characteristics.find((one) => one.type === 'APPLICATION' && applicationId(one) === id);
  const sync = application(applications.sync);
  return receivedContent(
    sync && syncSettings(sync),
    [
      ...mailField('incoming', application(applications.imap4) ?? application(applications.pop3)),
      ...outgoingFields(application(applications.smtp)),
      ...characteristics.filter(({ type }) => type === 'NAPDEF').flatMap(connectionFields),
    ],
    true,
  );
}

/** APPID counts only in the first place. */
function applicationId({ children: [first] }: Characteristic): string | undefined {
  if (first === undefined || isCharacteristic(first) || first.name !== 'APPID') return undefined;
  return first.value;
}

function syncSettings(application: Characteristic): ReceivedSettings {
  const auth = group(application, 'APPAUTH');
  return {
    name: value(application, 'NAME') ?? unnamed,
    serverId: value(application, 'PROVIDER-ID') ?? '',
    url: addressOf(application),
    user: (auth && value(auth, 'AAUTHNAME')) ?? '',
    password: auth && value(auth, 'AAUTHSECRET'),
    databases: databasesOf(
      groups(application, 'RESOURCE').flatMap(({ children }) => {
        const names = children.map((child) => (isCharacteristic(child) ? '' : child.name));
        const uri = names.indexOf('URI');
        const accept = names.indexOf('AACCEPT');
        if (uri < 0 || accept < uri) return [];
        const [name, mediaType] = [children[uri], children[accept]].map((child) =>
          child === undefined || isCharacteristic(child) ? '' : (child.value ?? ''),
        );
        return [{ uri: name ?? '', mediaType: mediaType ?? '' }];
      }),
    ),
  };
}

/** The whole address in ADDR, or in APPADDR with its port beside it. */
function addressOf(application: Characteristic): string {
  const apart = group(application, 'APPADDR');
  const address = value(application, 'ADDR') ?? (apart && value(apart, 'ADDR')) ?? '';
  const port = apart && portOf(apart);
  if (port === undefined || !URL.canParse(address)) return address;
  const { protocol, hostname, pathname, search } = new URL(address);
  return `${protocol}//${hostname}:${port}${pathname}${search}`;
}

function portOf(address: Characteristic): string | undefined {
  const port = group(address, 'PORT');
  const number = (port && value(port, 'PORTNBR')) ?? value(address, 'PORTNBR');
  return number !== undefined && /^\d{1,5}$/u.test(number) ? number : undefined;
}

function mailField(
  name: 'incoming' | 'outgoing',
  application: Characteristic | undefined,
): ProvisioningField[] {
  const apart = application && group(application, 'APPADDR');
  const host = (apart && value(apart, 'ADDR')) ?? (application && value(application, 'ADDR')) ?? '';
  if (host === '') return [];
  const port = apart && portOf(apart);
  return [{ group: 'mail', name, value: port === undefined ? host : `${host}:${port}` }];
}

function outgoingFields(application: Characteristic | undefined): ProvisioningField[] {
  const from = application && value(application, 'FROM');
  return [
    ...mailField('outgoing', application),
    ...(from === undefined ? [] : [{ group: 'mail', name: 'from', value: from } as const]),
  ];
}

function connectionFields(point: Characteristic): ProvisioningField[] {
  const named = [
    ['access-point', 'NAME'],
    ['apn', 'NAP-ADDRESS'],
  ] as const;
  return named.flatMap(([name, parm]) => {
    const said = value(point, parm);
    return said === undefined ? [] : [{ group: 'connection', name, value: said } as const];
  });
}

function value({ children }: Characteristic, name: string): string | undefined {
  for (const child of children)
    if (!isCharacteristic(child) && child.name === name) return child.value;
  return undefined;
}

function groups({ children }: Characteristic, type: string): Characteristic[] {
  return children.filter(isCharacteristic).filter((child) => child.type === type);
}

function group(parent: Characteristic, type: string): Characteristic | undefined {
  return groups(parent, type)[0];
}
