import type { LogKey } from '../../../shared/i18n/en/log.ts';
import { AppError } from '../../../shared/model/errors.ts';
import type { LogParams } from '../../../shared/model/log-entry.ts';
import type { NewLink, ProvisioningLink } from '../../../shared/model/provisioning.ts';
import type { AreaService } from '../../api/services.ts';
import type { LinkRow } from '../../store/provisioning-types.ts';
import type { AccountRow, DeviceRow, Repositories } from '../../store/types.ts';
import { randomText, sha256 } from '../cookies.ts';
import { qrCode } from '../html/qr.ts';
import { portalLimits } from '../limits.ts';
import type { PortalDeps } from '../portal-deps.ts';
import { linkMail, linkSms } from './link-message.ts';
import type { LinkToTell } from './link-message.ts';

/** Personal links. */
export interface Links extends Pick<AreaService<'provisioning'>, 'link' | 'revokeLink'> {
  /** Those of a device, newest first. */
  links(deviceId: string): Promise<ProvisioningLink[]>;
  /** The link of a token, whatever its state; undefined when there is none. */
  find(token: string): Promise<LinkRow | undefined>;
  state(row: LinkRow): ProvisioningLink['state'];
  /** Counts an opening. */
  opened(row: LinkRow): Promise<void>;
  /** Gives a link that works once to a browser; false when another one has it. */
  take(row: LinkRow, browser: string): Promise<boolean>;
}

type Sending = ProvisioningLink['sentBy'];

const HOUR_MS = 3_600_000;
/** 32 octets in base64url. */
const tokenForm = /^[\w-]{43}$/u;

/** Makes the service. Of a token it keeps the digest alone. */
export function createLinks(deps: PortalDeps): Links {
  const { store, clock, ids, random, events, log, sms, mail } = deps;

  function state({ use, browserHash, expiresAt, revokedAt }: LinkRow): ProvisioningLink['state'] {
    if (revokedAt !== null) return 'revoked';
    if (expiresAt <= clock.now()) return 'expired';
    return use === 'once' && browserHash !== null ? 'used' : 'open';
  }

  function shown(row: LinkRow): ProvisioningLink {
    const { id, deviceId, use, sentBy, createdAt, expiresAt, openedAt, openedCount } = row;
    const times = { createdAt, expiresAt, openedAt, openedCount };
    return { id, deviceId, use, state: state(row), sentBy, ...times };
  }

  function write(row: LinkRow, key: LogKey, params: LogParams, traceId: string): void {
    const { accountId, deviceId } = row;
    const about = { accountId, deviceId, traceId };
    log.write({ level: 'info', area: 'provisioning', key, params, ...about });
    events.emit({ kind: 'device', id: deviceId });
  }

  /** Where the link leads. What is sent out has to be reachable from there. */
  function addressFor(device: DeviceRow, send: Sending): string {
    const isHere = send === 'none' || (sms.hasActiveSimulator() && device.number !== null);
    const address = deps.address('outside') ?? (isHere ? deps.address('here') : null);
    if (address === null) throw impossible('no-address');
    return address;
  }

  function checkSending({ number }: DeviceRow, send: Sending): void {
    if (send === 'sms' && number === null) throw new AppError('NUMBER_MISSING');
    if (send === 'sms' && !sms.hasActiveGateway()) throw new AppError('NO_GATEWAY');
    if (send === 'mail' && !mail.isReady()) throw impossible('no-mail');
  }

  /** Stores a link. Its device may have been removed since it was looked up. */
  async function insert(tx: Repositories, row: LinkRow): Promise<void> {
    const device = await tx.devices.get(row.deviceId);
    if (device === undefined) throw new AppError('NOT_FOUND', { params: { what: 'device' } });
    await tx.provisioning.insertLink(row);
  }

  /** Stores the link and puts its SMS into the queue at once: neither is there without the other. */
  async function storeWithSms(
    row: LinkRow,
    device: DeviceRow,
    told: LinkToTell,
    traceId: string,
  ): Promise<void> {
    const message = linkSms(told, {
      id: ids.next(),
      ...{ traceId, accountId: row.accountId, deviceId: row.deviceId, number: device.number ?? '' },
      ...{ reference: random.integer(256), now: clock.now(), expiresAt: row.expiresAt },
    });
    let enqueued: { begin(): void; drop(): void } | undefined;
    try {
      await store.transaction(async (tx) => {
        await insert(tx, row);
        enqueued = await sms.enqueue(tx, [message]);
      });
    } catch (error) {
      enqueued?.drop();
      throw error;
    }
    enqueued?.begin();
  }

  async function storeWithMail(row: LinkRow, account: AccountRow, told: LinkToTell): Promise<void> {
    await store.transaction((tx) => insert(tx, row));
    try {
      await mail.send(linkMail(told, account.address));
    } catch (error) {
      // It may have arrived all the same; what nobody was told of must not work.
      await store.provisioning.updateLink({ ...row, revokedAt: clock.now() });
      throw error;
    }
  }

  async function link(input: {
    readonly deviceId: string;
    readonly send?: Sending | undefined;
  }): Promise<NewLink> {
    const { deviceId, send = 'none' } = input;
    const device = await store.devices.get(deviceId);
    const account = device && (await store.accounts.get(device.accountId));
    if (device === undefined || account === undefined) {
      throw new AppError('NOT_FOUND', { params: { kind: 'device', id: deviceId } });
    }
    checkSending(device, send);
    const address = addressFor(device, send);
    const { linkUse, linkHours } = deps.settings().provisioning;
    const token = randomText(random, portalLimits.tokenOctets);
    const now = clock.now();
    const row: LinkRow = {
      id: ids.next(),
      deviceId,
      accountId: account.id,
      tokenHash: sha256(token),
      browserHash: null,
      use: linkUse,
      sentBy: send,
      createdAt: now,
      expiresAt: now + linkHours * HOUR_MS,
      openedAt: null,
      openedCount: 0,
      revokedAt: null,
    };
    const url = `${address}/setup/${token}`;
    const { organisation } = await deps.profileOf(deviceId);
    const timeZone = account.timeZone ?? deps.settings().sync.timeZone;
    const { expiresAt } = row;
    const told: LinkToTell = { url, organisation, deviceName: device.name, expiresAt, timeZone };
    const traceId = ids.next();
    if (send === 'sms') await storeWithSms(row, device, told, traceId);
    else if (send === 'mail') await storeWithMail(row, account, told);
    else await store.transaction((tx) => insert(tx, row));
    const name = { device: device.name };
    write(row, 'portal.link-made', { ...name, until: expiresAt }, traceId);
    if (send === 'sms') {
      write(row, 'portal.link-by-sms', { ...name, number: device.number ?? '' }, traceId);
    } else if (send === 'mail') {
      write(row, 'portal.link-by-mail', { ...name, to: account.address }, traceId);
    }
    return { ...shown(row), url, qr: await qrCode(url) };
  }

  return {
    link,
    async revokeLink({ id }) {
      const row = await store.provisioning.getLink(id);
      if (row === undefined) throw new AppError('NOT_FOUND', { params: { kind: 'link', id } });
      if (row.revokedAt !== null) return { done: true };
      await store.provisioning.updateLink({ ...row, revokedAt: clock.now() });
      const device = await store.devices.get(row.deviceId);
      write(row, 'portal.link-revoked', { device: device?.name ?? '' }, ids.next());
      return { done: true };
    },
    async links(deviceId) {
      return (await store.provisioning.listLinks(deviceId)).map(shown);
    },
    async find(token) {
      return tokenForm.test(token) ? await store.provisioning.findLink(sha256(token)) : undefined;
    },
    state,
    async opened(row) {
      await store.transaction(async (tx) => {
        const now = await tx.provisioning.getLink(row.id);
        if (now === undefined) return;
        const openedAt = now.openedAt ?? clock.now();
        await tx.provisioning.updateLink({ ...now, openedAt, openedCount: now.openedCount + 1 });
      });
      events.emit({ kind: 'device', id: row.deviceId });
    },
    async take(row, browser) {
      return await store.transaction(async (tx) => {
        const now = await tx.provisioning.getLink(row.id);
        if (now === undefined || state(now) !== 'open') return false;
        await tx.provisioning.updateLink({ ...now, browserHash: sha256(browser) });
        return true;
      });
    },
  };
}

function impossible(reason: 'no-address' | 'no-mail'): AppError {
  return new AppError('PROVISIONING_NOT_POSSIBLE', { params: { reason } });
}
