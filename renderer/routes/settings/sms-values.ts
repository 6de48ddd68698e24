import type { Settings, SettingsInput } from '../../../shared/model/settings.ts';

/** What stands in the fields of SMS; a number that is being typed is a text. */
export interface SmsValues {
  readonly uncertainAlerts: Settings['sms']['uncertainAlerts'];
  readonly uncertainMessages: Settings['sms']['uncertainMessages'];
  readonly maxAttempts: number | string;
  /** Hours after which a message is given up. */
  readonly messageHours: number | string;
  readonly nationalTables: boolean;
  /** Empty while no price is known. */
  readonly partPrice: number | string;
  readonly currency: string;
}

/** The fields as the settings have them. */
export function readSms({ sms }: Settings): SmsValues {
  const { uncertainAlerts, uncertainMessages, maxAttempts, messageHours, currency } = sms;
  const { nationalTables, partPrice } = sms;
  return {
    ...{ uncertainAlerts, uncertainMessages, maxAttempts, messageHours, nationalTables },
    ...{ partPrice: partPrice ?? '', currency },
  };
}

/** What is sent to change them. Other settings of SMS are changed elsewhere and not touched. */
export function writeSms(values: SmsValues): SettingsInput {
  const price = String(values.partPrice).trim();
  return {
    sms: {
      ...values,
      maxAttempts: Number(values.maxAttempts),
      messageHours: Number(values.messageHours),
      partPrice: price === '' ? null : Number(price),
    },
  };
}
