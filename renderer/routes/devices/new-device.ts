import { clientType } from '../../../shared/catalogue/client-types.ts';
import type { DeviceInput } from '../../../shared/model/device.ts';
import type { ClientTypeId, DataType } from '../../../shared/model/words.ts';

/** What stands in the fields of a new device. */
export interface NewDeviceValues {
  readonly accountId: string;
  readonly name: string;
  readonly clientType: ClientTypeId;
  readonly number: string;
  readonly pushEnabled: boolean;
  /** Data types whose folders are ticked. */
  readonly ticked: readonly DataType[];
}

/** The data types that are ticked on a new device of a client type. */
export function tickedByDefault(id: ClientTypeId): DataType[] {
  return clientType(id)
    .folders.filter((folder) => folder.enabled)
    .map((folder) => folder.dataType);
}

/** What is sent to the service: all folders that the client type offers, ticked as chosen. */
export function newDeviceInput(values: NewDeviceValues): DeviceInput {
  const row = clientType(values.clientType);
  const number = values.number.trim();
  return {
    accountId: values.accountId,
    name: values.name,
    clientType: values.clientType,
    number: number === '' ? null : number,
    pushEnabled: values.pushEnabled && row.push.isPossible,
    folders: row.folders.map(({ dataType, name }) => ({
      dataType,
      name,
      syncType: 'two-way',
      enabled: values.ticked.includes(dataType),
    })),
  };
}

/** What a person is called in the name of a device: the first name, or the address before the at sign. */
export function personName(account: {
  readonly address: string;
  readonly displayName: string;
}): string {
  const first = account.displayName.trim().split(/\s+/u)[0] ?? '';
  return first === '' ? (account.address.split('@')[0] ?? '') : first;
}
