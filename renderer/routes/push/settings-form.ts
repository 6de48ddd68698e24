import type { PushSettings, PushSettingsInput } from '../../../shared/model/settings.ts';

const hourMs = 3_600_000;

/** What stands in the fields of the engine's settings; times in the units that people think in. */
export interface PushFormValues {
  readonly mergeSeconds: number | string;
  readonly hourlyCap: number | string;
  readonly ageHours: number | string;
  readonly serverId: string;
  readonly uiMode: PushSettings['uiMode'];
  /** Empty keeps what is set. */
  readonly serverPassword: string;
  readonly removesPassword: boolean;
}

/** The fields of the settings as they are. */
export function settingsToForm(settings: PushSettings): PushFormValues {
  return {
    mergeSeconds: settings.mergeWindowMs / 1_000,
    hourlyCap: settings.hourlyCap,
    ageHours: Math.round((settings.maxAlertAgeMs / hourMs) * 100) / 100,
    serverId: settings.serverId,
    uiMode: settings.uiMode,
    serverPassword: '',
    removesPassword: false,
  };
}

/** What is sent to the service. */
export function formToSettings(values: PushFormValues): PushSettingsInput {
  return {
    mergeWindowMs: Math.round(Number(values.mergeSeconds) * 1_000),
    hourlyCap: Number(values.hourlyCap),
    maxAlertAgeMs: Math.round(Number(values.ageHours) * hourMs),
    serverId: values.serverId,
    uiMode: values.uiMode,
    ...(values.removesPassword
      ? { serverPassword: '' }
      : values.serverPassword === ''
        ? {}
        : { serverPassword: values.serverPassword }),
  };
}

/** The form's field of a field of the service. */
export function pushFieldOf(path: string): keyof PushFormValues | null {
  switch (path) {
    case 'mergeWindowMs':
      return 'mergeSeconds';
    case 'maxAlertAgeMs':
      return 'ageHours';
    case 'hourlyCap':
    case 'serverId':
    case 'uiMode':
    case 'serverPassword':
      return path;
    default:
      return null;
  }
}
