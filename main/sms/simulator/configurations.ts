import { AppError, invalidField } from '../../../shared/model/errors.ts';
import { virtualImsi } from '../../../shared/model/phone.ts';
import type { PhoneConfiguration } from '../../../shared/model/phone.ts';
import type { AreaService } from '../../api/services.ts';
import type { Events } from '../../platform/events.ts';
import { createLanes } from '../../platform/lanes.ts';
import type { LogLine, LogWriter } from '../../platform/logbook.ts';
import type { PhoneConfigurationRow } from '../../store/provisioning-types.ts';
import type { DeviceRow, PhoneMessageRow, Store } from '../../store/types.ts';
import type { PhonesPort } from './phones-port.ts';
import { isProved, pinTries, showConfiguration } from './read-configuration.ts';
import type { ReceivedConfiguration } from './read-configuration.ts';
import { configurationIn } from './take-message.ts';

/** What {@link createConfigurations} needs. */
export interface ConfigurationsDeps {
  readonly store: Store;
  readonly events: Events;
  readonly log: LogWriter;
  readonly phones: Pick<PhonesPort, 'configure' | 'empty'>;
  /** A phone has been emptied: what it remembers of messages goes, too. */
  readonly forget: (number: string) => void;
}

/** What owners of virtual phones do with configurations. */
export type Configurations = Pick<
  AreaService<'simulator'>,
  'openConfiguration' | 'saveConfiguration' | 'discardConfiguration' | 'empty'
>;

interface Found {
  readonly row: PhoneMessageRow;
  readonly device: DeviceRow | undefined;
  readonly received: ReceivedConfiguration;
  readonly done: PhoneConfigurationRow | undefined;
  readonly shown: PhoneConfiguration;
}

/** Makes the owners' side of configurations. */
export function createConfigurations(deps: ConfigurationsDeps): Configurations {
  const { store, events, log } = deps;
  /** One at a time for each phone: tries are counted, however fast somebody types. */
  const lanes = createLanes();

  async function find(number: string, messageId: string): Promise<Found> {
    const row = await store.phones.get(messageId);
    const received = row?.number === number ? configurationIn(row) : undefined;
    if (row === undefined || received === undefined) throw new AppError('NOT_FOUND');
    const done = (await store.phoneProfiles.configurations()).get(messageId);
    const shown = showConfiguration(received, done, virtualImsi(number));
    return { row, received, done, shown, device: await store.devices.getByNumber(number) };
  }

  /** Keeps what was done, and shows what that makes of the configuration. */
  async function keep(
    { row, received, device }: Found,
    done: PhoneConfigurationRow,
  ): Promise<PhoneConfiguration> {
    await store.phoneProfiles.putConfiguration(done);
    events.emit({ kind: 'phone', id: device?.id ?? null });
    return showConfiguration(received, done, virtualImsi(row.number));
  }

  function tell({ row, device }: Found, line: Pick<LogLine, 'level' | 'key' | 'params'>): void {
    log.write({
      area: 'phones',
      traceId: row.traceId,
      deviceId: device?.id ?? null,
      accountId: device?.accountId ?? null,
      ...line,
      params: { device: device?.name ?? row.number, ...line.params },
    });
  }

  async function unlock(found: Found, pin: string): Promise<PhoneConfiguration> {
    const { row, received, done } = found;
    const { id: messageId, number } = row;
    const before = done?.wrongPins ?? 0;
    if (isProved(received, { imsi: virtualImsi(number), pin })) {
      const shown = await keep(found, { messageId, state: 'open', wrongPins: before });
      const { problem } = shown;
      if (problem === null) tell(found, { level: 'info', key: 'phone.settings-opened' });
      else tell(found, { level: 'warn', key: 'phone.settings-unusable', params: { problem } });
      return shown;
    }
    const wrongPins = before + 1;
    const left = pinTries - wrongPins;
    const state = left > 0 ? 'locked' : 'discarded';
    const shown = await keep(found, { messageId, state, wrongPins });
    if (left > 0) tell(found, { level: 'warn', key: 'phone.wrong-pin', params: { left } });
    else tell(found, { level: 'warn', key: 'phone.settings-thrown-away' });
    return shown;
  }

  return {
    openConfiguration: ({ number, messageId, pin = '' }) =>
      inLane(number, async () => {
        const found = await find(number, messageId);
        const typed = pin.trim();
        if (found.shown.state !== 'locked' || typed === '') return found.shown;
        return await unlock(found, typed);
      }),
    saveConfiguration: ({ number, messageId }) =>
      inLane(number, async () => {
        const found = await find(number, messageId);
        const { row, received, done, shown, device } = found;
        const { settings } = received.content;
        const isShown = shown.state === 'open' || shown.state === 'saved';
        if (!isShown || settings === undefined) throw invalidField('messageId', 'invalid');
        if (device === undefined) throw new AppError('NOT_FOUND');
        const profile = await deps.phones.configure(device, settings);
        const wrongPins = done?.wrongPins ?? 0;
        await keep(found, { messageId: row.id, state: 'saved', wrongPins });
        tell(found, {
          level: 'info',
          key: 'phone.settings-saved',
          params: { name: settings.name },
        });
        return profile;
      }),
    discardConfiguration: ({ number, messageId }) =>
      inLane(number, async () => {
        const found = await find(number, messageId);
        const { done, shown } = found;
        if (shown.state === 'saved') throw invalidField('messageId', 'invalid');
        if (shown.state !== 'discarded') {
          const wrongPins = done?.wrongPins ?? 0;
          await keep(found, { messageId, state: 'discarded', wrongPins });
          tell(found, { level: 'info', key: 'phone.settings-put-away' });
        }
        return { done: true };
      }),
    empty: ({ number }) =>
      inLane(number, async () => {
        const device = await store.devices.getByNumber(number);
        if (device === undefined) throw new AppError('NOT_FOUND');
        const profile = await deps.phones.empty(device);
        await store.phones.clear(number);
        deps.forget(number);
        events.emit({ kind: 'phone', id: device.id });
        return profile;
      }),
  };

  async function inLane<Result>(number: string, task: () => Promise<Result>): Promise<Result> {
    const result = lanes.run(number, Number.POSITIVE_INFINITY, task);
    if (result === undefined) throw new AppError('UNAVAILABLE', { retryable: true });
    return await result;
  }
}
