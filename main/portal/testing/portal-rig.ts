import { clientType } from '../../../shared/catalogue/client-types.ts';
import type { DeviceProfile } from '../../../shared/model/device-profile.ts';
import type { Device } from '../../../shared/model/device.ts';
import { AppError } from '../../../shared/model/errors.ts';
import type { Configuration, ProvisioningPreview } from '../../../shared/model/provisioning.ts';
import { defaultSettings } from '../../../shared/model/settings.ts';
import { createOwnerPause } from '../../directory/owner-pause.ts';
import { createDirectoryRig } from '../../directory/testing/directory-rig.ts';
import type { DirectoryRig } from '../../directory/testing/directory-rig.ts';
import { createEvents } from '../../platform/events.ts';
import { createIds } from '../../platform/ids.ts';
import { seededRandom } from '../../platform/random.ts';
import type { MessageRow } from '../../store/types.ts';
import { createPortal } from '../portal.ts';
import type { Portal } from '../portal.ts';
import type { Signer } from '../portal-deps.ts';
import type { PageAnswer, PageRequest } from '../ports.ts';

/** Password of every account in the rig, for its devices and for its mailbox. */
export const rightPassword = 'correct horse battery staple';

/** What a request of a rig's browser may say. */
export interface AskOptions {
  readonly method?: string;
  readonly form?: Readonly<Record<string, string>>;
  readonly cookies?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly remote?: string;
  readonly isEncrypted?: boolean;
  readonly secureBase?: string;
}

/** What came back, with the page as text. */
export interface Asked {
  readonly status: number;
  readonly headers: PageAnswer['headers'];
  readonly text: string;
  readonly body: Uint8Array;
}

/** Links and pages on a store in memory, with what stands around them in the test's hands. */
export async function createPortalRig() {
  const directory: DirectoryRig = await createDirectoryRig();
  const { store, clock, lines } = directory;
  const world = {
    settings: structuredClone(defaultSettings),
    outside: 'https://sync.example.org' as string | null,
    here: 'http://127.0.0.1:8080' as string | null,
    hasGateway: true,
    hasSimulator: false,
    hasMail: true,
    failsMail: false,
    signer: undefined as Signer | undefined,
    mailbox: 'answers' as 'answers' | 'silent',
    isSentLately: false,
    profile: {} as Partial<DeviceProfile>,
  };
  const messages: MessageRow[] = [];
  const mails: { to: string; subject: string; text: string }[] = [];
  const sent: { deviceId: string; confirmRepeat?: boolean | undefined }[] = [];
  const faults: unknown[] = [];
  const random = seededRandom(7);
  const events = createEvents(() => undefined);

  async function profileOf(deviceId: string): Promise<DeviceProfile> {
    const device = await store.devices.get(deviceId);
    const account = device && (await store.accounts.get(device.accountId));
    if (device === undefined || account === undefined) throw new AppError('NOT_FOUND');
    return {
      deviceId,
      accountId: account.id,
      deviceName: device.name,
      clientType: device.clientType,
      displayName: account.displayName || account.address,
      address: account.address,
      organisation: 'Example Ltd',
      profileName: 'Example Ltd',
      serverId: 'Pushdesk',
      serverUrl: 'https://sync.example.org:443/syncml',
      folders: clientType(device.clientType).folders.map(({ dataType, name, mime }) => ({
        ...{ dataType, name, mime },
      })),
      incomingMail: {
        ...{ protocol: 'imap', host: 'mail.example.org', port: 993, security: 'tls' },
        user: account.address,
      },
      outgoingMail: {
        ...{ host: 'mail.example.org', port: 587, security: 'starttls' },
        user: account.address,
      },
      caldavUrl: 'https://dav.example.org/calendars/',
      carddavUrl: 'https://dav.example.org/contacts/',
      ...world.profile,
    };
  }

  const portal: Portal = createPortal({
    store,
    clock,
    random,
    ids: createIds(clock, random),
    events,
    log: {
      write(line) {
        lines.push(line);
        return {} as never;
      },
    },
    settings: () => world.settings,
    profileOf,
    address: (reach) => world.outside ?? (reach === 'here' ? world.here : null),
    sms: {
      enqueue(_tx, rows) {
        return Promise.resolve({ begin: () => void messages.push(...rows), drop: () => undefined });
      },
      hasActiveGateway: () => world.hasGateway,
      hasActiveSimulator: () => world.hasSimulator,
    },
    mail: {
      isReady: () => world.hasMail,
      send(mail) {
        if (world.failsMail) return Promise.reject(new AppError('MAIL_FAILED'));
        mails.push(mail);
        return Promise.resolve();
      },
    },
    signer: () => Promise.resolve(world.signer),
    devices: directory.devices,
    pauseByOwner: createOwnerPause({ store, clock, events }),
    provisioning: {
      preview: ({ deviceId }) =>
        Promise.resolve({
          deviceId,
          isPossible: true,
          security: 'userpin',
          pin: { digits: 4, delivery: 'spoken' },
        } as ProvisioningPreview),
      send(input) {
        if (world.isSentLately && input.confirmRepeat !== true) {
          return Promise.reject(new AppError('ALREADY_SENT'));
        }
        sent.push(input);
        return Promise.resolve({} as Configuration);
      },
    },
    checkMailbox: (_account, password) =>
      Promise.resolve(
        world.mailbox === 'silent'
          ? { result: 'unreachable', detail: 'connection refused' }
          : { result: password === rightPassword ? 'right' : 'wrong', detail: '' },
      ),
    onFault: (error) => faults.push(error),
  });

  async function ask(target: string, options: AskOptions = {}): Promise<Asked | undefined> {
    const { method, form, cookies = {}, headers = {}, remote = '192.0.2.1' } = options;
    const { isEncrypted = true, secureBase } = options;
    const [path = '', query = ''] = target.split('?');
    const request: PageRequest = {
      method: method ?? (form === undefined ? 'GET' : 'POST'),
      path,
      query: new URLSearchParams(query),
      headers: {
        'accept-language': 'en',
        cookie: Object.entries(cookies)
          .map(([name, value]) => `${name}=${value}`)
          .join('; '),
        ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
      body: Buffer.from(new URLSearchParams(form ?? {}).toString()),
      remote,
      isEncrypted,
      base: isEncrypted ? 'https://sync.example.org' : 'http://sync.example.org:8080',
      secureBase,
    };
    const answer = await portal.pages.handle(request);
    if (answer === undefined) return undefined;
    const body = Buffer.from(answer.body as string);
    return { status: answer.status, headers: answer.headers, text: body.toString('utf8'), body };
  }

  async function account(address: string, hasMailbox = false): Promise<string> {
    const made = await directory.accounts.create({
      address,
      displayName: '',
      password: rightPassword,
      ...(hasMailbox
        ? {
            mailbox: {
              ...{ host: 'mail.example.org', port: 993, security: 'tls', user: address },
              ...{ folder: 'INBOX', watch: false, password: rightPassword },
            },
          }
        : {}),
    });
    return made.id;
  }

  async function device(accountId: string, input: Partial<Device> = {}): Promise<Device> {
    return await directory.devices.create({
      ...{ accountId, name: 'Phone', clientType: 'nokia', number: null, pushEnabled: true },
      ...(input.name === undefined ? {} : { name: input.name }),
      ...(input.clientType === undefined ? {} : { clientType: input.clientType }),
      ...(input.number === undefined ? {} : { number: input.number }),
    });
  }

  /** The path of a new link, `/setup/…`. */
  async function path(deviceId: string): Promise<string> {
    const { url } = await portal.link({ deviceId, send: 'none' });
    return new URL(url).pathname;
  }

  const keys = (): string[] => lines.map(({ key }) => key);
  const surroundings = { directory, store, clock, lines, world, messages, mails, sent, faults };
  return { ...surroundings, portal, ask, account, device, path, keys };
}

/** The rig. */
export type PortalRig = Awaited<ReturnType<typeof createPortalRig>>;

/** The value that an answer sets for a cookie. */
export function cookieOf(asked: Asked | undefined, name: string): string {
  const all = [asked?.headers['set-cookie'] ?? []].flat();
  const found = all.find((each) => each.startsWith(`${name}=`));
  return found?.slice(name.length + 1).split(';')[0] ?? '';
}

/** The token in the first form of a page. */
export function tokenOf(asked: Asked | undefined): string {
  return /name="token" value="([^"]*)"/u.exec(asked?.text ?? '')?.[1] ?? '';
}
