import type { TextTools } from '../../i18n/provider.tsx';
import { addressSchema } from '../../../shared/model/account.ts';
import type { AccountFormValues } from './account-form.ts';

/** What can be told about an account's fields before they are sent. */
export function accountRules(
  t: TextTools['t'],
): Partial<
  Record<keyof AccountFormValues, (value: unknown, values: AccountFormValues) => string | null>
> {
  return {
    address: (value) => {
      if (String(value).trim() === '') return t('fieldErrors.required');
      return addressSchema.safeParse(value).success ? null : t('fieldErrors.not-an-address');
    },
    host: (value, values) =>
      values.hasMailbox && String(value).trim() === '' ? t('fieldErrors.required') : null,
    port: (value, values) => {
      const port = Number(value);
      const isPort = Number.isInteger(port) && port >= 1 && port <= 65_535;
      return values.hasMailbox && !isPort
        ? t('fieldErrors.between', { min: 1, max: 65_535 })
        : null;
    },
  };
}
