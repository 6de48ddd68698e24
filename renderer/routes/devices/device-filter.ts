import type { Device } from '../../../shared/model/device.ts';
import type { ClientTypeId, StateMark } from '../../../shared/model/words.ts';
import { clientTypeIdSchema } from '../../../shared/model/words.ts';
import { oneOf } from '../../routing/search.ts';
import type { SearchValues } from '../../routing/search.ts';

/** The chips above the table, each a group of states. `attention` takes in what has failed. */
export const stateGroups = ['attention', 'waiting', 'working', 'paused', 'off'] as const;
export type StateGroup = (typeof stateGroups)[number];

const groupOfState: Readonly<Record<StateMark, StateGroup>> = {
  attention: 'attention',
  failed: 'attention',
  waiting: 'waiting',
  working: 'working',
  paused: 'paused',
  off: 'off',
};

/** Which devices are to be seen, as the URL says it. */
export interface DeviceFilter {
  readonly group: StateGroup | undefined;
  readonly text: string;
  readonly accountId: string | undefined;
  readonly clientType: ClientTypeId | undefined;
}

/** Reads the filter from the URL's values `state`, `text`, `account` and `client`. */
export function readDeviceFilter(url: SearchValues): DeviceFilter {
  return {
    group: oneOf(url['state'], stateGroups),
    text: url['text'] ?? '',
    accountId: url['account'],
    clientType: oneOf(url['client'], clientTypeIdSchema.options),
  };
}

/** Whether any condition is set. */
export function isFiltered(filter: DeviceFilter): boolean {
  return (
    filter.group !== undefined ||
    filter.text !== '' ||
    filter.accountId !== undefined ||
    filter.clientType !== undefined
  );
}

/** Digits only, so that `600 100` finds +48600100200 however a person writes it. */
function digits(text: string): string {
  return text.replaceAll(/[^\d]/gu, '');
}

/** Whether the name, the address or the number has the text in it, in any letter case. */
export function deviceHasText(device: Device, text: string): boolean {
  const wanted = text.trim().toLocaleLowerCase();
  if (wanted === '') return true;
  if (device.name.toLocaleLowerCase().includes(wanted)) return true;
  if (device.accountAddress.toLocaleLowerCase().includes(wanted)) return true;
  if (!/^[+\d\s()./-]+$/u.test(wanted)) return false;
  const number = digits(wanted);
  return number !== '' && device.number !== null && digits(device.number).includes(number);
}

/** The devices that fit everything but the state: what the counts of the chips are made of. */
export function withoutGroup(devices: readonly Device[], filter: DeviceFilter): Device[] {
  return devices.filter(
    (device) =>
      (filter.accountId === undefined || device.accountId === filter.accountId) &&
      (filter.clientType === undefined || device.clientType === filter.clientType) &&
      deviceHasText(device, filter.text),
  );
}

/** The devices of one group; all of them without a group. */
export function inGroup(devices: readonly Device[], group: StateGroup | undefined): Device[] {
  return group === undefined
    ? [...devices]
    : devices.filter((device) => groupOfState[device.state] === group);
}

/** How many devices are in each group. */
export function countGroups(devices: readonly Device[]): Record<StateGroup, number> {
  const counts: Record<StateGroup, number> = {
    attention: 0,
    waiting: 0,
    working: 0,
    paused: 0,
    off: 0,
  };
  for (const device of devices) counts[groupOfState[device.state]] += 1;
  return counts;
}
