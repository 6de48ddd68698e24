import type { TextTools } from '../../../i18n/provider.tsx';
import { isMissing } from '../gateway-input.ts';
import type { GatewayFormValues } from '../gateway-form.ts';

const requiredFields = ['name', 'url', 'path', 'host', 'systemId'] as const;

/** What can be told of a gateway's fields before they are sent, by field. */
export function gatewayFormFaults(
  t: TextTools['t'],
  values: GatewayFormValues,
): Record<string, string> {
  const missing = requiredFields
    .filter((field) => isMissing(values, field))
    .map((field) => [field, t('fieldErrors.required')] as const);
  const isPinWrong = values.kind === 'modem' && !/^(?:\d{4,8})?$/u.test(values.pin.value);
  return Object.fromEntries([
    ...missing,
    ...(isPinWrong ? [['pin', t('gatewaysPage.modem.pin-bad')] as const] : []),
  ]);
}
