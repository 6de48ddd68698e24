import type { ListenerSettings, Settings, SettingsInput } from '../../../shared/model/settings.ts';

/** What stands in the fields of the devices' listener; a number that is being typed is a text. */
export type ListenerValues = {
  readonly [Name in keyof ListenerSettings]: ListenerSettings[Name] extends number
    ? number | string
    : ListenerSettings[Name];
};

/** The fields as the settings have them. */
export function readListener({ listeners }: Settings): ListenerValues {
  return listeners;
}

/** What is sent to change them. */
export function writeListener(values: ListenerValues): SettingsInput {
  return {
    listeners: {
      ...values,
      devicesPort: Number(values.devicesPort),
      tlsPort: Number(values.tlsPort),
    },
  };
}
