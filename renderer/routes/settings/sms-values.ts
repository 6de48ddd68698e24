import type { Settings, SettingsInput } from '../../../shared/model/settings.ts';

/** What stands in the fields of SMS; a number that is being typed is a text. */
export interface SmsValues {
  readonly uncertainAlerts: Settings['sms']['uncertainAlerts'];
  readonly maxAttempts: number | string;
  /** Empty while no price is known. */
  readonly partPrice: number | string;
  readonly currency: string;
}

/** The fields as the settings have them. */
export function readSms({ sms }: Settings): SmsValues {
  return { ...sms, partPrice: sms.partPrice ?? '' };
}

/** What is sent to change them. */
export function writeSms(values: SmsValues): SettingsInput {
  const price = String(values.partPrice).trim();
  return {
    sms: {
      ...values,
      maxAttempts: Number(values.maxAttempts),
      partPrice: price === '' ? null : Number(price),
    },
  };
}
