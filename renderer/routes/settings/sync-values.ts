import type { Settings, SettingsInput, SyncSettings } from '../../../shared/model/settings.ts';

type Scaled = 'sessionTimeoutMs' | 'answerWindowMs' | 'maxMessageSize' | 'maxObjectSize';

/**
 * What stands in the fields of synchronisation, under the names of the settings so that a refusal
 * finds its field. Times and sizes are in the units that the page shows.
 */
export type SyncValues = {
  readonly [Name in keyof SyncSettings]: SyncSettings[Name] extends number
    ? number | string
    : SyncSettings[Name];
};

/** How much of the setting one of the page's units is: seconds, minutes, kB, MB. */
const units: Readonly<Record<Scaled, number>> = {
  sessionTimeoutMs: 1_000,
  answerWindowMs: 60_000,
  maxMessageSize: 1_000,
  maxObjectSize: 1_000_000,
};

/** The fields as the settings have them. */
export function readSync({ sync }: Settings): SyncValues {
  const shown = (name: Scaled): number => sync[name] / units[name];
  return {
    ...sync,
    sessionTimeoutMs: shown('sessionTimeoutMs'),
    answerWindowMs: shown('answerWindowMs'),
    maxMessageSize: shown('maxMessageSize'),
    maxObjectSize: shown('maxObjectSize'),
  };
}

/** What is sent to change them. */
export function writeSync(values: SyncValues): SettingsInput {
  const kept = (name: Scaled): number => Math.round(Number(values[name]) * units[name]);
  return {
    sync: {
      ...values,
      holdDeletesItems: Number(values.holdDeletesItems),
      holdDeletesPercent: Number(values.holdDeletesPercent),
      sessionTimeoutMs: kept('sessionTimeoutMs'),
      answerWindowMs: kept('answerWindowMs'),
      maxMessageSize: kept('maxMessageSize'),
      maxObjectSize: kept('maxObjectSize'),
    },
  };
}
