import { expect } from 'vitest';
import { AppError } from '../../../shared/model/errors.ts';
import type {
  Phone,
  PhoneConfiguration,
  PhoneMessage,
  PhoneProfile,
} from '../../../shared/model/phone.ts';
import type { StopAsync } from '../../platform/clock.ts';
import type { DeviceRow, MessageRow, Store } from '../../store/types.ts';
import { openTestStore } from '../../testing/memory-store.ts';
import { settablePhones } from './phone-configuration.ts';
import { createSmsFixture } from './sms-fixture.ts';
import type { SmsFixture } from './sms-fixture.ts';
import { waitFor } from './wait-for.ts';

/** Number of the desk's one phone. */
export const phoneNumber = '+420601123456';

const device: DeviceRow = {
  id: 'device',
  accountId: 'account',
  name: 'Nokia E71',
  clientType: 'nokia',
  number: phoneNumber,
  pushEnabled: true,
  pausedBy: null,
  quietHours: null,
  mergeWindowMs: null,
  hourlyCap: null,
  logMessages: false,
  folders: [],
  createdAt: 0,
  updatedAt: 0,
};

/** One virtual phone that can be set up, and a stranger who sends it messages. */
export interface PhoneDesk {
  readonly store: Store;
  readonly profiles: ReadonlyMap<string, PhoneProfile>;
  /** Sessions that alerts have started: device and databases. */
  readonly woken: readonly string[];
  fixture(): SmsFixture;
  keys(): string[];
  phone(): Promise<Phone>;
  /** Sends an SMS; resolves to what the phone makes of it once its delivery is reported. */
  send(parts: MessageRow['parts'], dataCoding?: number): Promise<PhoneMessage>;
  open(messageId: string, pin?: string): Promise<PhoneConfiguration>;
  save(messageId: string): Promise<PhoneProfile>;
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the desk. The test closes it. */
export async function openPhoneDesk(): Promise<PhoneDesk> {
  const store = await openTestStore();
  await store.accounts.insert({
    id: 'account',
    address: 'anna@example.org',
    displayName: '',
    mailbox: null,
    conflicts: {},
    timeZone: null,
    createdAt: 0,
    updatedAt: 0,
  });
  await store.devices.insert(device);
  const { phones, profiles, woken } = settablePhones();
  const make = (): SmsFixture => createSmsFixture(store, { phones, simulatorReportMs: 0 });
  let fixture = make();
  let stop: StopAsync = await fixture.sms.start();
  await fixture.sms.gateways.create({ kind: 'simulator', name: 'Simulator' });
  const number = phoneNumber;

  async function phone(): Promise<Phone> {
    const [first] = (await fixture.sms.simulator.phones(undefined)).phones;
    if (first === undefined) throw new AppError('NOT_FOUND');
    return first;
  }

  return {
    store,
    profiles,
    woken,
    fixture: () => fixture,
    keys: () => fixture.lines.map(({ key }) => key),
    phone,
    async send(parts, dcs = 0xf5) {
      const rows = await fixture.queue({ number, dcs, parts });
      await waitFor(async () => {
        for (const { id } of rows) expect(await fixture.state(id)).toBe('delivered');
      });
      const [message] = (await phone()).messages;
      if (message === undefined) throw new AppError('NOT_FOUND');
      return message;
    },
    open: (messageId, pin) =>
      fixture.sms.simulator.openConfiguration({
        number,
        messageId,
        ...(pin === undefined ? {} : { pin }),
      }),
    save: (messageId) => fixture.sms.simulator.saveConfiguration({ number, messageId }),
    async restart() {
      await stop();
      fixture = make();
      stop = await fixture.sms.start();
    },
    async close() {
      await stop();
      await store.close();
    },
  };
}
